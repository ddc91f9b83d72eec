import { CsvError, parse } from 'csv-parse/sync';
import { apiProblem } from '../problems/api-problem.ts';
import { decodeText } from './decode.ts';
import { formulaFault, type RowFault, shownValue } from './row-fault.ts';
import { ROWS_MAX, type Table } from './table.ts';

/** Reads CSV (RFC 4180, commas). */
export function readCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes);
  // The parser counts a line ended by two signs twice inside quotation marks.
  const records = parseRecords(text.replaceAll('\r\n', '\n'));
  const [first, ...rest] = records;
  if (first === undefined) throw apiProblem('import.empty');
  if (rest.length > ROWS_MAX) throw apiProblem('import.tooManyRows', { limit: ROWS_MAX });
  const headings = first.cells;
  const faults = rest.flatMap(({ line, cells }) => faultsOf(line, cells, headings));
  return { headings, headingsLine: first.line, rows: rest, faults, encoding };
}

interface Row {
  line: number;
  cells: string[];
}

function parseRecords(text: string): Row[] {
  try {
    const records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      record_delimiter: ['\n', '\r'],
      // Enough to know that there are too many, whatever the size of the file.
      to: ROWS_MAX + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({
      // The parser tells the line in which a record ends.
      line: info.lines - record.join('').split('\n').length + 1,
      cells: record.map((cell) => cell.trim()),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    throw apiProblem('import.csvBroken', { line: lines ?? 1 });
  }
}

function faultsOf(line: number, cells: readonly string[], headings: readonly string[]): RowFault[] {
  const formulas = cells.flatMap((cell, index) =>
    cell.startsWith('=') ? [formulaFault(line, headings[index] ?? '', cell)] : [],
  );
  const beyond = cells.slice(headings.length).filter((cell) => cell !== '');
  const [first] = beyond;
  if (first === undefined) return formulas;
  const detail = {
    zh: `这一行比列标题多${beyond.length}格`,
    en: `The row has ${beyond.length} cells more than there are headings`,
  };
  const next = { zh: '内容中有逗号时用英文引号括起', en: 'Put content that holds commas in quotation marks' };
  return [...formulas, { line, column: '', value: shownValue(first), detail, next }];
}
