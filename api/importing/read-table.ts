import { apiProblem } from '../problems/api-problem.ts';
import { readCsv } from './csv-table.ts';
import { COLUMNS_MAX, ROWS_MAX, type Table } from './table.ts';
import { isZip, readXlsx } from './xlsx-table.ts';

/** Reads a table, whatever its type says: programs and browsers are often wrong about it. */
export async function readTable(file: Uint8Array): Promise<Table> {
  if (file.length === 0) throw apiProblem('import.empty');
  const table = isZip(file) ? await readXlsx(file) : readCsv(file);
  if (table.rows.length === 0) throw apiProblem('import.empty');
  if (table.rows.length > ROWS_MAX) throw apiProblem('import.tooManyRows', { limit: ROWS_MAX });
  if (table.headings.length > COLUMNS_MAX) throw apiProblem('import.tooManyColumns', { limit: COLUMNS_MAX });
  return table;
}
