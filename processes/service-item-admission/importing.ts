/** Taking over an older list (公共服务事项清单): one row of a table becomes one item that is in effect with its basis. */
import type { Importing } from '../kernel/define-process.ts';
import { assistingActWords } from '../law/service-items.ts';

const columns = {
  code: '事项编码',
  name: '事项名称',
  department: '主管部门',
  category: '清单类别',
  acts: '协助动作',
  basis: '法律政策依据',
  hoursPerMonth: '每月工时',
  needed: '是否需要经费',
  reason: '不需要经费的理由',
  amountYuan: '经费金额(元)',
  paidFrom: '经费起期',
  paidUntil: '经费止期',
  startOn: '生效日期',
  validUntil: '有效期至',
} as const;

const optional: readonly string[] = [
  columns.category,
  columns.reason,
  columns.amountYuan,
  columns.paidFrom,
  columns.paidUntil,
  columns.validUntil,
];

/** Which column a fault is in, by the beginning of its pointer; the longer ones come first. */
const pointers: readonly (readonly [pointer: string, heading: string])[] = [
  ['/money/plan/0/from', columns.paidFrom],
  ['/money/plan/0/until', columns.paidUntil],
  ['/money/plan', columns.amountYuan],
  ['/money/reason', columns.reason],
  ['/money', columns.needed],
  ['/category', columns.category],
  ['/basis', columns.basis],
  ['/acts', columns.acts],
  ['/code', columns.code],
  ['/name', columns.name],
  ['/department', columns.department],
  ['/hoursPerMonth', columns.hoursPerMonth],
  ['/startOn', columns.startOn],
  ['/validUntil', columns.validUntil],
];

const categories: Readonly<Record<string, string>> = { 协助政府工作: 'assisting', 依法履职: 'ownDuty' };
const yesAndNo: Readonly<Record<string, boolean>> = { 是: true, 否: false };

export const importing: Importing = {
  columns: Object.values(columns).map((heading) => ({ heading, optional: optional.includes(heading) })),
  formOf: (row) => {
    const cell = (column: keyof typeof columns): string => row[columns[column]] ?? '';
    const startOn = dateText(cell('startOn'));
    const validUntil = dateText(cell('validUntil'));
    return {
      code: cell('code'),
      name: cell('name'),
      department: cell('department'),
      kind: 'assist',
      origin: 'existingList',
      ...(cell('category') === '' ? {} : { category: categories[cell('category')] ?? cell('category') }),
      basis: parts(cell('basis')).map((title) => ({ kind: 'policy', title })),
      mainResponsible: 'department',
      acts: parts(cell('acts')).map((words) => actOf(words)),
      hoursPerMonth: numberOf(cell('hoursPerMonth')),
      money: moneyOf({ cell, startOn, validUntil }),
      startOn,
      ...(validUntil === '' ? {} : { validUntil }),
    };
  },
  columnOf: (pointer) => pointers.find(([beginning]) => pointer.startsWith(beginning))?.[1],
  uniqueColumn: columns.code,
  wordsOf: {
    [columns.category]: Object.keys(categories),
    [columns.acts]: Object.values(assistingActWords).map(({ zh }) => zh),
    [columns.needed]: Object.keys(yesAndNo),
  },
};

function moneyOf(row: { cell(column: keyof typeof columns): string; startOn: string; validUntil: string }): object {
  const { cell, startOn, validUntil } = row;
  // What is neither 是 nor 否 stays as it is written, so that the form names the cell.
  const needed = yesAndNo[cell('needed')] ?? cell('needed');
  if (needed !== true) return { needed, ...(cell('reason') === '' ? {} : { reason: cell('reason') }) };
  const from = dateText(cell('paidFrom')) || startOn;
  const until = dateText(cell('paidUntil')) || validUntil;
  return { needed, plan: [{ from, until, amountYuan: numberOf(cell('amountYuan')) }] };
}

/** `联系居民` or `发现报告`: the name of an act, with or without what stands in brackets; anything else stays as written. */
function actOf(words: string): string {
  const found = Object.entries(assistingActWords).find(([, { zh }]) => zh === words || zh.split('(')[0] === words);
  return found?.[0] ?? words;
}

function parts(text: string): string[] {
  return text
    .split(/[、;;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A number, or the text as it is, which the form then refuses by name. */
function numberOf(text: string): number | string {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** `2026/1/5`, `2026.1.5` and `2026年1月5日` as `2026-01-05`; anything else as it is. */
function dateText(text: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
