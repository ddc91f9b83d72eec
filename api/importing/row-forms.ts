import type { Importing, Process } from '../../processes/kernel/define-process.ts';
import type { Words } from '../../processes/kernel/text.ts';
import { faultsOf } from '../problems/field-words.ts';
import type { NamedRow } from './headings.ts';
import { correctCell, fillCell, type RowFault, shownValue } from './row-fault.ts';

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
      const told = faultsOf(result?.error.issues ?? []).map(({ pointer, detail, next }) => {
        const column = columnFor(importing, pointer);
        const value = cellOf(row, column);
        return { line: row.line, column, value, ...toldOf(importing, { column, value, detail, next }) };
      });
      faults.push(...unique(told));
    }
  }
  return { read, faults: [...faults, ...doublesIn(importing, rows)] };
}

/** A cell that takes a few words only says which; the names that the form has for them are nobody's to know. */
function toldOf(
  { wordsOf }: Pick<Importing, 'wordsOf'>,
  { column, value, detail, next }: { column: string; value: string; detail: Words; next?: Words | undefined },
): Pick<RowFault, 'detail' | 'next'> {
  const words = wordsOf[column];
  if (value === '') return { detail, next: fillCell };
  if (words === undefined) return { detail, next: next ?? correctCell };
  return {
    detail: { zh: `只能填:${words.join('、')}`, en: `Only these are possible: ${words.join(', ')}` },
    next: { zh: '改为其中所列的词,一字不差', en: 'Write one of these words exactly' },
  };
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
