import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../api/importing/read-table.ts';
import { ROWS_MAX, type Table } from '../../api/importing/table.ts';
import { ApiProblem } from '../../api/problems/api-problem.ts';
import { gb18030, rewrite, xlsx, xlsxOfSheets } from './support/tables.ts';

/** The code and values with which a file is refused. */
async function refusal(file: Uint8Array): Promise<{ code: string; values?: object }> {
  const error = await readTable(file).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiProblem)) throw new Error(`not refused as a problem: ${String(error)}`);
  return error.problem;
}

const read = async (file: Uint8Array | string): Promise<Table> =>
  await readTable(typeof file === 'string' ? Buffer.from(file) : file);
const rowsOf = ({ rows }: Table) => rows.map(({ line, cells }) => [line, ...cells]);
const faultsOf = ({ faults }: Table) =>
  faults.map(({ line, column, value, detail }) => [line, column, value, detail.zh]);

describe('CSV', () => {
  test.each([
    ['UTF-8', Buffer.from('编码,名称\nA-1,走访\n')],
    ['UTF-8 with its mark', Buffer.from('\uFEFF编码,名称\r\nA-1,走访\r\n')],
    ['GB18030', gb18030('编码,名称\r\nA-1,走访')],
  ])('%s', async (_, bytes) => {
    const table = await read(bytes);
    expect(table.headings).toEqual(['编码', '名称']);
    expect(rowsOf(table)).toEqual([[2, 'A-1', '走访']]);
    expect(table.faults).toEqual([]);
  });

  test.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFF编码,名称\nA,B', 'utf16le')],
    ['UTF-16 without', Buffer.from('code,name\nA,B', 'utf16le')],
    ['bytes that are no text', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a])],
    ['UTF-8 with one sign cut', Buffer.from('a,b\n朝阳,走访').subarray(0, -1)],
  ])('%s is refused with the remedy', async (_, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ code: 'import.encoding' });
  });

  test('rows keep the line in which they begin, whatever lies in between', async () => {
    const table = await read('\r\n编码,名称\r\nA,"两\r\n行"\r\n\r\n,\r\nB, 有空格 \r\nC,"说""好"",了"\r\n');
    expect(table.headingsLine).toBe(2);
    expect(rowsOf(table)).toEqual([
      [3, 'A', '两\n行'],
      [7, 'B', '有空格'],
      [8, 'C', '说"好",了'],
    ]);
  });

  test('formulas and cells without a heading are named', async () => {
    const table = await read('编码,名称\nA,=1+1\nB,名称,多余\nC,+86\n');
    expect(faultsOf(table)).toEqual([
      [2, '名称', '=1+1', '这一格是公式'],
      [3, '', '多余', '这一行比列标题多1格'],
    ]);
  });

  test('quotation marks that do not match name their line', async () => {
    expect(await refusal(Buffer.from('a,b\n1,2\n3,x"y"\n'))).toMatchObject({
      code: 'import.csvBroken',
      values: { line: 3 },
    });
    expect(await refusal(Buffer.from('a,b\n1,"2\n'))).toMatchObject({ code: 'import.csvBroken' });
  });

  test.each([
    ['', 'import.empty'],
    ['\uFEFF', 'import.empty'],
    ['编码,名称\n', 'import.empty'],
    [`${Array.from({ length: 101 }, (_, index) => `c${index}`).join(',')}\n1\n`, 'import.tooManyColumns'],
  ])('%j is refused', async (text, code) => {
    expect(await refusal(Buffer.from(text))).toMatchObject({ code });
  });

  test('2,000 rows are read, 2,001 and 100,000 are not', async () => {
    const rows = (count: number) => Buffer.from(`a,b\n${'1,2\n'.repeat(count)}`);
    expect((await read(rows(ROWS_MAX))).rows).toHaveLength(ROWS_MAX);
    expect(await refusal(rows(ROWS_MAX + 1))).toEqual({ code: 'import.tooManyRows', values: { limit: ROWS_MAX } });
    expect(await refusal(rows(100_000))).toMatchObject({ code: 'import.tooManyRows' });
  });
});

describe('xlsx', () => {
  test('text, numbers, dates and booleans become what a person would type', async () => {
    const date = { value: new Date('2026-11-01T00:00:00Z'), format: 'yyyy-mm-dd' } as const;
    const time = { value: new Date('2026-11-01T09:30:00Z'), format: 'yyyy-mm-dd hh:mm' } as const;
    const table = await read(
      await xlsx([
        ['编码', '数', '日', '是否'],
        [' 001 ', 12.5, date, true],
        [],
        ['A&B<"', 0.1 + 0.2, time, false],
        ['=1+1', 1200000, null, null],
      ]),
    );
    expect(table.headings).toEqual(['编码', '数', '日', '是否']);
    expect(rowsOf(table)).toEqual([
      [2, '001', '12.5', '2026-11-01', '是'],
      [4, 'A&B<"', '0.3', '2026-11-01 09:30', '否'],
      // Typed as text there, so it is no formula.
      [5, '=1+1', '1200000', '', ''],
    ]);
    expect(table.faults).toEqual([]);
  });

  test('cells written in place and a sheet that begins further down', async () => {
    const file = rewrite(await xlsx([['编码'], ['A']]), (part, name) =>
      name.endsWith('sheet1.xml')
        ? part.replace(
            /<sheetData>.*<\/sheetData>/s,
            '<sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>编码</t></is></c></row><row r="5"><c r="B5" t="inlineStr"><is><t>甲</t></is></c></row></sheetData>',
          )
        : part,
    );
    const table = await read(file);
    expect(table).toMatchObject({ headings: ['', '编码'], headingsLine: 3 });
    expect(rowsOf(table)).toEqual([[5, '', '甲']]);
  });

  test('formulas are named with their place', async () => {
    const file = await xlsx([
      ['编码', '数'],
      ['A', { value: '1+1 & "<"', type: 'Formula' }],
    ]);
    expect(faultsOf(await read(file))).toEqual([[2, '数', '=1+1 & "<"', '这一格是公式']]);
  });

  test('merged cells are refused with their places', async () => {
    const file = await xlsx([
      [{ value: '清单', columnSpan: 2 }, null],
      ['编码', '数'],
      [{ value: 'A', rowSpan: 2 }, 1],
      [null, 2],
    ]);
    expect(await refusal(file)).toEqual({ code: 'import.mergedCells', values: { count: 2, cells: 'A1:B1、A3:A4' } });
  });

  test('several sheets with content are refused by name, an empty one is passed over', async () => {
    const data = [['编码'], ['A']];
    const two = await xlsxOfSheets([
      { sheet: '甲', data },
      { sheet: '乙', data },
    ]);
    expect(await refusal(two)).toEqual({ code: 'import.severalSheets', values: { count: 2, sheets: '甲、乙' } });
    const withEmpty = await xlsxOfSheets([
      { sheet: 'Sheet1', data: [] },
      { sheet: '乙', data },
    ]);
    expect(rowsOf(await read(withEmpty))).toEqual([[2, 'A']]);
  });

  test('too many rows, a cell far below, and a cell far to the right', async () => {
    const many = await xlsx([['a'], ...Array.from({ length: ROWS_MAX + 1 }, (_, index) => [index])]);
    expect(await refusal(many)).toMatchObject({ code: 'import.tooManyRows' });
    const moved = (from: RegExp, to: string) => async () =>
      rewrite(await xlsx([['a'], ['b']]), (part, name) =>
        name.endsWith('sheet1.xml') ? part.replace(from, to) : part,
      );
    const below = await moved(/<row r="2"><c r="A2"/, '<row r="1048576"><c r="A1048576"')();
    expect(await refusal(below)).toMatchObject({ code: 'import.tooManyRows' });
    const right = await moved(/<c r="A2"/, '<c r="XFD2"')();
    expect(await refusal(right)).toMatchObject({ code: 'import.tooManyColumns' });
  });

  test('a sheet that unpacks to far more than it weighs is refused before it is unpacked', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(70 * 1024 * 1024) }));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(bomb)).toMatchObject({ code: 'import.tooManyRows' });
  });

  test.each([
    ['an old xls file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'import.oldExcel'],
    ['an archive of something else', Buffer.from(zipSync({ 'a.txt': new Uint8Array([1]) })), 'import.notXlsx'],
    ['half an archive', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'import.notXlsx'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toMatchObject({ code });
  });

  test('a file that breaks off, wherever it breaks, is a problem and no mistake of ours', async () => {
    const file = await xlsx([['a'], ['b']]);
    for (let end = 4; end < file.length; end += 97) {
      expect(['import.notXlsx', 'import.empty']).toContain((await refusal(file.subarray(0, end))).code);
    }
  });
});
