/** A picture of a page for the README: as whom, and where. */
export interface Picture {
  name: string;
  /** Null is somebody who has not signed in. */
  who: string | null;
  /** An address, or what makes one of the number of the case with that title. */
  path: string | { title: string; of(number: string): string };
}

const item = (title: string) => ({ title, of: (number: string) => `/items/${number.replace(/-R\d+$/, '')}` });
const desk = (title: string, part = '') => ({ title, of: (number: string) => `/desk/cases/${number}${part}` });

/** What the five people of the demo see first. */
export const pictures: readonly Picture[] = [
  { name: 'home', who: null, path: '/' },
  { name: 'items', who: null, path: '/items' },
  { name: 'item', who: 'liu-guilan', path: item('3号楼门口加装无障碍坡道') },
  { name: 'propose', who: 'liu-guilan', path: '/propose' },
  { name: 'me', who: 'liu-guilan', path: '/me' },
  { name: 'desk', who: 'li-xiaoming', path: '/desk' },
  { name: 'desk-case', who: 'li-xiaoming', path: desk('地下通道照明灯更换') },
  { name: 'desk-order', who: 'xu-jing', path: '/desk' },
  { name: 'board', who: 'shen-yan', path: '/board?drill=true' },
  { name: 'desk-gates', who: 'tang-rui', path: desk('安华里冬季燃气安全入户提示', '#gates') },
  { name: 'registers', who: 'tang-rui', path: '/registers' },
];
