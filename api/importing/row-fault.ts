import type { Words } from '../../processes/kernel/text.ts';

/** What is wrong in one cell of a table, for the person who has to mend it. */
export interface RowFault {
  /** Line of the file, headings being line 1. */
  line: number;
  /** Heading of the column; empty where the whole row is at fault. */
  column: string;
  value: string;
  detail: Words;
  next: Words;
}

const VALUE_MAX = 60;

/** A cell as it may be shown again: short and without control characters. */
export function shownValue(value: string): string {
  const plain = value.replace(/\p{Cc}+/gu, ' ').trim();
  return plain.length > VALUE_MAX ? `${plain.slice(0, VALUE_MAX)}…` : plain;
}

export const correctCell: Words = { zh: '更正这一格', en: 'Correct this cell' };

export const fillCell: Words = { zh: '填写这一格', en: 'Fill in this cell' };

/** A formula shows one thing and holds another, and differs with the program that opens it. */
export function formulaFault(line: number, column: string, formula: string): RowFault {
  return {
    line,
    column,
    value: shownValue(formula),
    detail: { zh: '这一格是公式', en: 'The cell holds a formula' },
    next: { zh: '改为公式的结果(选择性粘贴为数值)', en: 'Replace it by its result (paste as values)' },
  };
}
