import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { namedRows } from '../../api/importing/headings.ts';
import { refusalFault, standingFault, whyStopped } from '../../api/importing/refused-row.ts';
import { shownValue } from '../../api/importing/row-fault.ts';
import { columnFor, readForms } from '../../api/importing/row-forms.ts';
import type { Table } from '../../api/importing/table.ts';
import { ApiProblem, apiProblem } from '../../api/problems/api-problem.ts';
import { problemDocument } from '../../api/problems/document.ts';
import type { Importing, Process } from '../../processes/kernel/define-process.ts';
import { problem } from '../../processes/kernel/problem.ts';
import { stairwellNotice } from '../fixtures/added-process/index.ts';

const importing: Importing = {
  columns: [{ heading: '编码' }, { heading: '名称' }, { heading: '工时' }, { heading: '动作', optional: true }],
  formOf: (row) => ({
    item: { code: row['编码'], name: row['名称'], hours: Number(row['工时']) },
    acts: row['动作'] === '' ? [] : row['动作']?.split('、'),
  }),
  columnOf: (pointer) =>
    ({ '/item/code': '编码', '/item/name': '名称', '/item/hours': '工时', '/acts': '动作' })[pointer],
  uniqueColumn: '编码',
  wordsOf: { 动作: ['联系', '宣传'] },
};

/** A process of which only the form that opens a case matters here. */
const process: Process = {
  ...stairwellNotice,
  forms: {
    'notice.ask': z.strictObject({
      item: z.strictObject({ code: z.string().min(1), name: z.string().min(2), hours: z.number().min(0).max(40) }),
      acts: z.array(z.enum(['visit', 'teach'])),
    }),
  },
};

const table = (headings: string[], ...rows: string[][]): Table => ({
  headings,
  headingsLine: 1,
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  faults: [],
});

const HEADINGS = ['编码', '名称', '工时'];

function headingFaults(given: Table): unknown[] {
  try {
    return namedRows(importing, given);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.code !== 'import.headings') throw error;
    return (error.extras.rows ?? []).map(({ line, column, detail }) => [line, column, detail.zh]);
  }
}

describe('headings', () => {
  test('in any order, and an optional one may be missing', () => {
    expect(namedRows(importing, table(['工时', '编码', '名称'], ['8', 'A', '走访']))).toEqual([
      { line: 2, cells: { 编码: 'A', 名称: '走访', 工时: '8', 动作: '' } },
    ]);
  });

  test('missing, unknown and double ones are told all at once', () => {
    expect(headingFaults(table(['编码', '编码', '备注', '', ''], ['A', 'A', '', '有内容', '']))).toEqual([
      [1, '编码', '列标题重复'],
      [1, '备注', '没有这一列'],
      [1, '', '第4列没有标题'],
      [1, '名称', '缺少这一列'],
      [1, '工时', '缺少这一列'],
    ]);
  });

  test('text that only happens to be GB18030 is told as a wrong encoding', () => {
    const rubble = { ...table(['缂栫爜'], ['A']), encoding: 'gb18030' as const };
    expect(() => namedRows(importing, rubble)).toThrow('import.encoding');
  });

  test('a heading named like a member of every object is an unknown one', () => {
    expect(headingFaults(table([...HEADINGS, '__proto__'], ['A', '走访', '1', 'x']))).toEqual([
      [1, '__proto__', '没有这一列'],
    ]);
  });
});

describe('rows', () => {
  const judged = (...rows: string[][]) =>
    readForms(process, importing, namedRows(importing, table([...HEADINGS, '动作'], ...rows)));
  const told = (...rows: string[][]) =>
    judged(...rows).faults.map(({ line, column, value, detail }) => [line, column, value, detail.zh]);

  test('good ones become forms', () => {
    expect(judged(['A', '走访', '8', 'visit、teach']).read).toEqual([
      {
        line: 2,
        cells: { 编码: 'A', 名称: '走访', 工时: '8', 动作: 'visit、teach' },
        form: { item: { code: 'A', name: '走访', hours: 8 }, acts: ['visit', 'teach'] },
      },
    ]);
  });

  test('each bad cell is named by line and heading, with its value', () => {
    expect(told(['A', '走访', '8', ''], ['', '访', '41', 'visit、oversee、judge'], ['B', '走访', '许多', ''])).toEqual([
      [3, '编码', '', '不能为空'],
      [3, '名称', '访', '至少2个字'],
      [3, '工时', '41', '不能大于40'],
      [3, '动作', 'visit、oversee、judge', '只能填:联系、宣传'],
      [4, '工时', '许多', '须为数字'],
    ]);
  });

  test('says for each cell what to write instead', () => {
    const faults = judged(['', '访', '41', ''], ['B', '走访', '许多', 'visit、oversee']).faults;
    expect(faults.map(({ column, next }) => [column, next.zh, next.en])).toEqual([
      ['编码', '填写这一格', 'Fill in this cell'],
      ['名称', '写完整,至少2个字', 'Write it out, with at least 2 characters'],
      ['工时', '改为不大于40的数', 'Write a number of at most 40'],
      ['工时', '只写数字,例如 4 或 2.5,不带单位和文字', 'Write digits only, such as 4 or 2.5, without a unit'],
      ['动作', '改为其中所列的词,一字不差', 'Write one of these words exactly'],
    ]);
  });

  test('doubles in the file name the line of the first', () => {
    expect(
      told(['A', '走访', '8', ''], ['B', '走访', '8', ''], ['A', '家访', '1', ''], ['A', '又一', '1', '']),
    ).toEqual([
      [4, '编码', 'A', '与第2行重复'],
      [5, '编码', 'A', '与第2行重复'],
    ]);
    // What is empty is told by the form, not as a double.
    expect(told(['', '走访', '8', ''], ['', '走访', '8', ''])).toEqual([
      [2, '编码', '', '不能为空'],
      [3, '编码', '', '不能为空'],
    ]);
  });

  test('a pointer into a list belongs to the column of the list', () => {
    expect(columnFor(importing, '/acts/3/name')).toBe('动作');
    expect(columnFor(importing, '/other')).toBe('');
    expect(columnFor(importing, '')).toBe('');
  });

  test('what the rules refuse is told in the words of the process, in both languages', () => {
    const row = { line: 7, cells: { 编码: 'A', 名称: '走访', 工时: '8', 动作: '' } };
    const fault = refusalFault(process, importing, row, problem('notice.advertising', {}, '/item/name'));
    expect(fault).toMatchObject({ line: 7, column: '名称', value: '走访' });
    expect(fault.detail.zh).toBe(stairwellNotice.texts['zh-CN'].problems['notice.advertising']?.title);
    expect(fault.next.en).toBe(stairwellNotice.texts.en.problems['notice.advertising']?.next);
  });

  test('what stands already is told with the number of its case', () => {
    const row = { line: 7, cells: { 编码: 'A' } };
    const standing = { key: 'A', register: 'itemList', caseNumber: '朝阳-2026-0007' };
    expect(standingFault(row, '编码', standing)).toMatchObject({
      line: 7,
      column: '编码',
      value: 'A',
      detail: { zh: '已列入itemList(朝阳-2026-0007)' },
    });
  });
});

test('what the rules refuse in the middle names its row and what is left; everything else passes as it is', () => {
  const row = { line: 7, cells: { 编码: 'A', 名称: '走访' } };
  const refused = new ApiProblem(problem('notice.advertising', {}, '/item/name'), { process });
  const stopped = whyStopped(process, importing, { row, error: refused }, { opened: 5, left: 3 });
  const document = problemDocument(stopped as ApiProblem, 'zh-CN', 'request');
  expect(document).toMatchObject({ status: 409, code: 'import.stopped', title: '导入中途停止:已发起5件,还有3件' });
  expect(document.rows?.items).toMatchObject([{ line: 7, column: '名称', value: '走访' }]);
  const away = apiProblem('engine.unavailable');
  expect(whyStopped(process, importing, { row, error: away }, { opened: 5, left: 3 })).toBe(away);
});

test('the answer shows the first 200 cells at fault and how many there are', () => {
  const detail = { zh: '错', en: 'wrong' };
  const next = { zh: '改', en: 'mend' };
  const rows = Array.from({ length: 201 }, (_, line) => ({ line, column: '编码', value: '', detail, next }));
  const document = problemDocument(apiProblem('import.invalid', { rows: 201 }, { rows }), 'en', 'request');
  expect(document).toMatchObject({ status: 422, title: '201 rows have faults; nothing was opened' });
  expect(document.rows?.total).toBe(201);
  expect(document.rows?.items).toHaveLength(200);
  expect(document.rows?.items[0]).toEqual({ line: 0, column: '编码', value: '', detail: 'wrong', next: 'mend' });
});

test('a value is shown short and without control characters', () => {
  expect(shownValue('a\u0000b\r\nc\u001b[31m')).toBe('a b c [31m');
  expect(shownValue('字'.repeat(100))).toBe(`${'字'.repeat(60)}…`);
});
