import writeXlsxFile from 'write-excel-file/node';

export type Cell = string | number;

/** A table ready to be sent: the first row holds the headings. */
export interface Table {
  sheet: string;
  /** Of the file, without its ending. */
  name: string;
  rows: readonly (readonly Cell[])[];
}

/** UTF-8 with the mark by which spreadsheet programs know it, lines ended as RFC 4180 §2 says. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  const text = (cell: Cell) => {
    const plain = typeof cell === 'number' ? String(cell) : harmless(cell);
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return `\uFEFF${rows.map((row) => `${row.map(text).join(',')}\r\n`).join('')}`;
}

/** A spreadsheet program takes text that begins like this for a formula and would run it; the apostrophe makes it text. */
export function harmless(text: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

const WIDTH_MAX = 40;

/** Text cells are typed as text there, so nothing in them is ever run. */
export async function xlsxOf(rows: readonly (readonly Cell[])[], sheet: string): Promise<Buffer> {
  const [headings = [], ...rest] = rows;
  const columns = headings.map((_, index) => ({ width: Math.min(WIDTH_MAX, Math.max(...rows.map(widthAt(index)))) }));
  const bold = headings.map((value) => ({ value: String(value), fontWeight: 'bold' as const }));
  // Excel takes names of up to 31 characters, without these signs.
  const name = sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  const cells = rest.map((row) => row.map((value) => (value === '' ? null : value)));
  return await writeXlsxFile([bold, ...cells], { sheet: name, columns, stickyRowsCount: 1 }).toBuffer();
}

/** A Chinese character takes two places. */
function widthAt(index: number): (row: readonly Cell[]) => number {
  return (row) => [...String(row[index] ?? '')].reduce((sum, sign) => sum + (sign > '\u2E7F' ? 2 : 1), 2);
}
