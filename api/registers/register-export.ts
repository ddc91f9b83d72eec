import type { Locale } from '../../processes/kernel/text.ts';
import type { Cell } from '../exporting/table.ts';
import { cellText, registerWords } from './register-words.ts';

/** A register as it stands, ready to become a table. */
export interface Exported {
  register: string;
  title: string;
  on: string;
  columns: readonly { field: string; title: string }[];
  items: readonly {
    key: string;
    orgText: string;
    from: string;
    caseNumber: string;
    value: Readonly<Record<string, unknown>>;
  }[];
}

const ownColumns = {
  'zh-CN': { key: '登记项', org: '单位', from: '起始日', caseNumber: '办理事项编号' },
  en: { key: 'Entry', org: 'Organisation', from: 'Since', caseNumber: 'Case' },
} as const satisfies Record<Locale, object>;

/** The rows of the table, headings first. */
export function rowsOf({ register, columns, items }: Exported, locale: Locale): Cell[][] {
  const words = registerWords(register, locale);
  const own = ownColumns[locale];
  return [
    [own.key, own.org, ...columns.map(({ title }) => title), own.from, own.caseNumber],
    ...items.map(({ key, orgText, from, caseNumber, value }) => [
      key,
      orgText,
      ...columns.map(({ field }) => {
        const cell = value[field];
        return typeof cell === 'number' ? cell : cellText(words, field, cell, locale);
      }),
      from,
      caseNumber,
    ]),
  ];
}
