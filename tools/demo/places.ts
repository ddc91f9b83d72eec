/** Communities of the stories, and who answers there. */
export const district = 'chaoyang';
export const anzhenxili = {
  org: 'chaoyang.anzhen.anzhenxili',
  worker: 'li-xiaoming',
  director: 'ma-guoqiang',
} as const;
export const anhuali = { org: 'chaoyang.anzhen.anhuali', worker: 'lu-jing', director: 'ren-haiyan' } as const;
export const nongguangli = { org: 'chaoyang.jinsong.nongguangli', worker: 'fang-ling', director: 'shi-lei' } as const;

/** The offices above them. */
export const jinsongOffice = 'xing-wei';
export const anzhenOffice = 'xu-jing';
export const fireDepartment = 'tang-rui';
export const healthDepartment = 'pan-yun';
export const finance = 'jin-hai';
export const meeting = 'luo-min';
export const relief = 'wei-ning';
export const otherRelief = 'du-bin';
