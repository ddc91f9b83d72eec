import type { Locale, Words } from '../../processes/kernel/text.ts';
import { fill, say } from '../../processes/kernel/text.ts';

/** The words of every form; those of a field come from its process. */
const words = {
  must: { zh: '必填', en: 'required' },
  optionalGroup: { zh: '没有就整组留空。', en: 'Leave the whole group blank if there is none.' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  notGiven: { zh: '不填', en: 'Not stated' },
  choose: { zh: '请选择', en: 'Choose one' },
  yuan: { zh: '元', en: 'yuan' },
  amount: { zh: '数量', en: 'Number' },
  unit: { zh: '单位', en: 'Unit' },
  atMost: { zh: '最多{limit}字。', en: 'At most {limit} characters.' },
  left: { zh: '还可写{n}字', en: '{n} characters left' },
  over: { zh: '超出{n}字', en: '{n} characters too many' },
  add: { zh: '添加一项:{label}', en: 'Add: {label}' },
  remove: { zh: '删除:{label}', en: 'Remove: {label}' },
  row: { zh: '{label}(第{n}项)', en: '{label} ({n})' },
  rows: { zh: '最多{max}项。', en: 'At most {max} entries.' },
  fullList: { zh: '已到最多{max}项。', en: 'No more than {max} entries are possible.' },
  find: { zh: '查找', en: 'Search' },
  findFor: { zh: '查找:{label}', en: 'Search: {label}' },
  person: { zh: '填姓名或账号,可先查找。', en: 'Type a name or an account; Search shows who is meant.' },
  case: { zh: '填编号或标题,可先查找。', en: 'Type a number or a title; Search shows which is meant.' },
  org: { zh: '填名称,可先查找。', en: 'Type a name; Search shows which is meant.' },
  pick: { zh: '请选定一个:', en: 'Choose one:' },
  picked: { zh: '已选定:{text}', en: 'Chosen: {text}' },
  severalFound: { zh: '有几个相符,请选定一个', en: 'Several match; choose one' },
  noneFound: { zh: '没有找到“{text}”', en: 'Nothing found for “{text}”' },
  noHits: { zh: '没有相符的', en: 'No matches' },
  hits: { zh: '{n}个相符', en: '{n} matches' },
  faultTitle: { zh: '有{n}处需要修改', en: '{n} things need attention' },
  faultTitleOne: { zh: '有1处需要修改', en: 'One thing needs attention' },
  keptText: { zh: '已填的内容都还在。', en: 'What you typed is still here.' },
  send: { zh: '提交', en: 'Send' },
  colon: { zh: ':', en: ': ' },
  draftFound: { zh: '上次没有提交的内容还在。', en: 'What you typed last time was not sent and is still here.' },
  draftRestore: { zh: '恢复', en: 'Put it back' },
  draftDrop: { zh: '不要了', en: 'Drop it' },
} satisfies Record<string, Words>;

export type FormWord = keyof typeof words;

export function formWord(word: FormWord, locale: Locale, values: Record<string, string | number> = {}): string {
  return fill(say(words[word], locale), values);
}

/** A template whose places are filled in the browser. */
export function formTemplate(word: FormWord, locale: Locale): string {
  return say(words[word], locale);
}
