import type { Importing, Process } from '../../processes/kernel/define-process.ts';
import { faultsOf } from '../problems/field-words.ts';
import type { NamedRow } from './headings.ts';
import { correctCell, type RowFault, shownValue } from './row-fault.ts';

/** A row whose form its process can read. */
export interface ReadRow extends NamedRow {
  form: object;
}

/** Reads every row by the schema of the form that opens a case. */
export function readForms(
  process: Process,
  importing: Importing,
  rows: readonly NamedRow[],
): { read: ReadRow[]; faults: RowFault[] } {
  const schema = process.forms[process.rules.start];
  const read: ReadRow[] = [];
  const faults: RowFault[] = [];
  for (const row of rows) {
    const result = schema?.safeParse(importing.formOf(row.cells), { reportInput: true });
    if (result?.success) read.push({ ...row, form: result.data as object });
    else {
      const told = faultsOf(result?.error.issues ?? []).map(({ pointer, detail }) => {
        const column = columnFor(importing, pointer);
        return { line: row.line, column, value: cellOf(row, column), detail, next: correctCell };
      });
      faults.push(...unique(told));
    }
  }
  return { read, faults: [...faults, ...doublesIn(importing, rows)] };
}

/** Heading of the column from which a field came, or one that holds it. */
export function columnFor({ columnOf }: Pick<Importing, 'columnOf'>, pointer: string): string {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const column = columnOf(place);
    if (column !== undefined) return column;
  }
  return '';
}

export function cellOf({ cells }: NamedRow, column: string): string {
  return shownValue(cells[column] ?? '');
}

/** Rows that are about the same thing; both places are named. */
function doublesIn({ uniqueColumn }: Importing, rows: readonly NamedRow[]): RowFault[] {
  const lines = new Map<string, number>();
  return rows.flatMap((row) => {
    const value = row.cells[uniqueColumn] ?? '';
    const first = lines.get(value);
    if (value === '') return [];
    if (first === undefined) {
      lines.set(value, row.line);
      return [];
    }
    const detail = { zh: `与第${first}行重复`, en: `The same as in line ${first}` };
    const next = { zh: '两行只保留一行', en: 'Keep one of the two rows' };
    return [{ line: row.line, column: uniqueColumn, value: shownValue(value), detail, next }];
  });
}

/** Several fields may come from one cell; what is wrong with it is told once. */
function unique(faults: readonly RowFault[]): RowFault[] {
  return faults.filter(
    ({ column, detail }, index) =>
      faults.findIndex((other) => other.column === column && other.detail.zh === detail.zh) === index,
  );
}
