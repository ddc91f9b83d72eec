import type { RowFault } from './row-fault.ts';

/** A table as it stands in a file: everything is text, and every row knows its line. */
export interface Table {
  headings: readonly string[];
  /** Line of the headings. */
  headingsLine: number;
  rows: readonly { line: number; cells: readonly string[] }[];
  /** Cells that cannot be read as they stand. */
  faults: readonly RowFault[];
  /** A guess; text that is no GB18030 may still decode as such. */
  encoding?: 'utf-8' | 'gb18030';
}

export const ROWS_MAX = 2_000;
export const COLUMNS_MAX = 100;
