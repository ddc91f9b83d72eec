import { strFromU8, unzipSync, zipSync } from 'fflate';
import { type CellValue, readSheet } from 'read-excel-file/node';
import { apiProblem } from '../problems/api-problem.ts';
import { formulaFault } from './row-fault.ts';
import { sheetsOf, surveySheet } from './sheet-survey.ts';
import { COLUMNS_MAX, ROWS_MAX, type Table } from './table.ts';

/** Far above what 2,000 rows need, far below what would hurt the server. */
const UNPACKED_MAX = 64 * 1024 * 1024;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Reads the one sheet of an xlsx file. The library reads values but says nothing of merged cells and formulas, so the
 * sheet itself is looked at first.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const parts = unpack(bytes);
  const sheets = sheetsOf(part(parts, 'xl/workbook.xml'), part(parts, 'xl/_rels/workbook.xml.rels'))
    .map((sheet) => ({ ...sheet, survey: surveySheet(part(parts, sheet.path), { rowsMax: ROWS_MAX + 1 }) }))
    .filter(({ survey }) => survey.rows > 0);
  const [sheet, another] = sheets;
  if (sheet === undefined) throw apiProblem('import.empty');
  if (another)
    throw apiProblem('import.severalSheets', { count: sheets.length, sheets: listed(sheets.map((s) => s.name)) });
  const { survey } = sheet;
  // The widest and lowest cell decide how much the library lays out.
  if (survey.rows > ROWS_MAX + 1 || survey.lastLine > ROWS_MAX * 10) {
    throw apiProblem('import.tooManyRows', { limit: ROWS_MAX });
  }
  if (survey.lastColumn > COLUMNS_MAX) throw apiProblem('import.tooManyColumns', { limit: COLUMNS_MAX });
  if (survey.merged.length > 0) {
    throw apiProblem('import.mergedCells', { count: survey.merged.length, cells: listed(survey.merged) });
  }
  const values = await valuesOf(parts, sheet.name);
  const lines = values
    .map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [headings, ...rows] = lines;
  if (headings === undefined) throw apiProblem('import.empty');
  const faults = survey.formulas.map(({ line, column, text }) =>
    formulaFault(line, headings.cells[column - 1] ?? '', `=${text}`),
  );
  return { headings: headings.cells, headingsLine: headings.line, rows, faults };
}

type Parts = Record<string, Uint8Array>;

/** The parts that hold text. What a part says of its own size is checked before it is unpacked, and holds while it is. */
function unpack(bytes: Uint8Array): Parts {
  let unpacked = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!/\.(?:xml|rels)$/.test(name)) return false;
    unpacked += originalSize;
    if (unpacked > UNPACKED_MAX) throw apiProblem('import.tooManyRows', { limit: ROWS_MAX });
    return true;
  };
  return orNotXlsx(() => unzipSync(bytes, { filter }));
}

function part(parts: Parts, name: string): string {
  const found = parts[name];
  if (found === undefined) throw apiProblem('import.notXlsx');
  return strFromU8(found);
}

/** The library gets only the parts that were looked at. Numbers come as they are written there. */
async function valuesOf(parts: Parts, sheet: string): Promise<CellValue[][]> {
  try {
    const clean = Buffer.from(zipSync(parts, { level: 0 }));
    return (await readSheet(clean, sheet, { parseNumber: (text: string) => text })) as CellValue[][];
  } catch {
    throw apiProblem('import.notXlsx');
  }
}

function orNotXlsx<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    // fflate tells what is wrong with an archive by a code.
    if (error instanceof Error && 'code' in error) throw apiProblem('import.notXlsx');
    throw error;
  }
}

/** A cell as a person would have typed it. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateTextOf(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value).trim();
  // 0.30000000000000004 is how 0.3 may stand in the file; the sheet shows 15 digits at most.
  return /^-?\d*\.\d{15,}(?:E-?\d+)?$/.test(text) ? String(Number(Number(text).toPrecision(15))) : text;
}

/** Dates of a sheet have no zone; the library gives them as UTC. They are fractions of a day there, a little beside the second. */
function dateTextOf(date: Date): string {
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

const LISTED_MAX = 10;

function listed(names: readonly string[]): string {
  return names.length > LISTED_MAX ? `${names.slice(0, LISTED_MAX).join('、')}…` : names.join('、');
}
