import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { csvOf, harmless, xlsxOf } from '../../api/exporting/table.ts';
import { readTable } from '../../api/importing/read-table.ts';
import { burdenMonths, ceilingFor, ceilingsOf, monthsBetween } from '../../api/registers/burden.ts';
import { changesBetween } from '../../api/registers/register-changes.ts';
import { rowsOf } from '../../api/registers/register-export.ts';
import { cellText, columnTitle, namedRegisters, registerWords } from '../../api/registers/register-words.ts';
import { processes } from '../../processes/index.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import { tinyRules } from '../fixtures/tiny-process/rules.ts';

/** A process of which only the words of its registers matter here. */
const keeping = (registers: object): Process => ({ texts: { 'zh-CN': { registers }, en: {} } }) as unknown as Process;

describe('words', () => {
  const first = keeping({
    itemList: { title: '清单', columns: { code: '编码', kind: { label: '类别', options: { assist: '协助' } } } },
  });
  const second = keeping({ itemList: { title: '别名', columns: { code: '代码', note: '备注' } } });

  test('come from the processes that keep the register, the first before the others', () => {
    expect(registerWords('itemList', 'zh-CN', [keeping({}), first, second])).toEqual({
      title: '清单',
      columns: { code: '编码', kind: { label: '类别', options: { assist: '协助' } }, note: '备注' },
    });
    expect(registerWords('itemList', 'en', [first])).toBeUndefined();
    expect(registerWords('constructor', 'zh-CN', [first])).toBeUndefined();
  });

  test('are there in both languages for every register that a process names, field by field', () => {
    const columns = (locale: 'zh-CN' | 'en') =>
      namedRegisters(locale).map((name) => [name, Object.keys(registerWords(name, locale)?.columns ?? {})]);
    expect(columns('en')).toEqual(columns('zh-CN'));
    const keeping = processes.filter(({ rules }) => rules.registers !== undefined);
    expect(keeping.filter(({ texts }) => texts['zh-CN'].registers === undefined).map(({ rules }) => rules.id)).toEqual(
      [],
    );
  });

  test('make a cell readable, and fall back to what stands there', () => {
    const words = registerWords('itemList', 'zh-CN', [first]);
    expect(columnTitle(words, 'kind')).toBe('类别');
    expect(columnTitle(words, 'other')).toBe('other');
    const text = (value: unknown, field = 'kind') => cellText(words, field, value, 'zh-CN');
    expect([text('assist'), text('toString'), text(['assist', 'x']), text(true), text(null)]).toEqual([
      '协助',
      'toString',
      '协助、x',
      '是',
      '',
    ]);
    expect(cellText(undefined, 'kind', [false, 3], 'en')).toBe('no, 3');
  });
});

describe('export', () => {
  const rows = rowsOf(
    {
      register: 'itemList',
      title: '清单',
      on: '2026-11-01',
      columns: [
        { field: 'name', title: '名称' },
        { field: 'hours', title: '工时' },
      ],
      items: [
        {
          key: 'A',
          orgText: '朝阳区',
          from: '2026-10-01',
          caseNumber: '朝阳-2026-0001',
          value: { name: '=HYPERLINK("http://x","点我")', hours: -1.5 },
        },
      ],
    },
    'zh-CN',
  );

  test('CSV has the mark, and no cell that a spreadsheet program would run', () => {
    const csv = csvOf(rows);
    expect(csv).toBe(
      '\uFEFF登记项,单位,名称,工时,起始日,办理事项编号\r\n' +
        'A,朝阳区,"\'=HYPERLINK(""http://x"",""点我"")",-1.5,2026-10-01,朝阳-2026-0001\r\n',
    );
  });

  test.each(['=1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n@x'])('%j becomes text', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  test('whatever a cell holds, it comes back from CSV as text that is not run', async () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\n', ' ', '甲', 'a', '1') });
    await fc.assert(
      fc.asyncProperty(cell, async (text) => {
        const { rows: read, faults } = await readTable(
          Buffer.from(
            csvOf([
              ['编码', '名称'],
              ['A', text],
            ]),
          ),
        );
        expect(faults).toEqual([]);
        const back = read[0]?.cells[1] ?? '';
        expect(back).toBe(harmless(text).trim());
        expect(back).not.toMatch(/^[=+\-@]/);
      }),
    );
  });

  test('xlsx keeps text as text and numbers as numbers', async () => {
    const file = await xlsxOf(rows, '清单/2026*年');
    const [headings, line] = await readSheet(file);
    expect(headings).toEqual(['登记项', '单位', '名称', '工时', '起始日', '办理事项编号']);
    expect(line).toEqual(['A', '朝阳区', '=HYPERLINK("http://x","点我")', -1.5, '2026-10-01', '朝阳-2026-0001']);
    expect((await readTable(file)).faults).toEqual([]);
  });
});

describe('changes', () => {
  const line = (key: string, value: object, caseNumber = '1') => ({
    key,
    caseId: key,
    caseNumber,
    value: value as Record<string, unknown>,
  });

  test('what was added, taken off and changed, with the fields', () => {
    const before = [line('A', { name: '甲', acts: ['x'] }), line('B', { name: '乙' }), line('C', { name: '丙' })];
    const after = [
      line('A', { name: '甲', acts: ['x', 'y'], money: true }),
      line('C', { name: '丙' }, '2'),
      line('D', {}),
    ];
    const { added, removed, changed } = changesBetween(before, after);
    expect(added.map(({ key }) => key)).toEqual(['D']);
    expect(removed.map(({ key }) => key)).toEqual(['B']);
    expect(changed.map(({ key, fields }) => [key, fields])).toEqual([
      [
        'A',
        [
          { field: 'acts', before: ['x'], after: ['x', 'y'] },
          { field: 'money', before: null, after: true },
        ],
      ],
    ]);
  });

  test('a register does not differ from itself, and back and forth are opposites', () => {
    const lines = fc
      .uniqueArray(fc.record({ key: fc.constantFrom('A', 'B', 'C', 'D'), name: fc.nat(2) }), {
        selector: ({ key }) => key,
      })
      .map((all) => all.map(({ key, name }) => line(key, { name })));
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        expect(changesBetween(one, one)).toEqual({ added: [], removed: [], changed: [] });
        const [there, back] = [changesBetween(one, other), changesBetween(other, one)];
        const keys = (found: { key: string }[]) => found.map(({ key }) => key).sort();
        expect(keys(there.added)).toEqual(keys(back.removed));
        expect(keys(there.changed)).toEqual(keys(back.changed));
      }),
    );
  });
});

describe('burden', () => {
  const row = (month: string, hours: number, source = 'dispatch', unit = '区民政局') => ({
    org: 'chaoyang.anzhen.anzhenxili',
    month,
    source,
    unit,
    hours,
  });

  test('sums, shares and trends of each month, the one before the first included', () => {
    const rows = [
      row('2026-08', 50),
      row('2026-09', 40),
      row('2026-09', 20.1, 'form', '区统计局'),
      row('2026-09', 0.2, 'report', '区民政局'),
      row('2026-10', 30.15),
    ];
    const months = burdenMonths(rows, monthsBetween('2026-09', '2026-11'), 60);
    expect(months).toEqual([
      {
        month: '2026-09',
        hours: 60.3,
        overCeiling: true,
        bySource: [
          { name: 'dispatch', hours: 40 },
          { name: 'form', hours: 20.1 },
          { name: 'report', hours: 0.2 },
        ],
        byUnit: [
          { name: '区民政局', hours: 40.2 },
          { name: '区统计局', hours: 20.1 },
        ],
        againstMonthBefore: { hours: 10.3, percent: 20.6 },
        againstFirstMonth: { hours: 0, percent: 0 },
      },
      {
        month: '2026-10',
        hours: 30.15,
        overCeiling: false,
        bySource: [{ name: 'dispatch', hours: 30.15 }],
        byUnit: [{ name: '区民政局', hours: 30.15 }],
        againstMonthBefore: { hours: -30.15, percent: -50 },
        againstFirstMonth: { hours: -30.15, percent: -50 },
      },
      {
        month: '2026-11',
        hours: 0,
        overCeiling: false,
        bySource: [],
        byUnit: [],
        againstMonthBefore: { hours: -30.15, percent: -100 },
        againstFirstMonth: { hours: -60.3, percent: -100 },
      },
    ]);
    expect(burdenMonths([row('2026-10', 60)], ['2026-10'], 60)[0]?.overCeiling).toBe(false);
    expect(burdenMonths([row('2026-10', 600)], ['2026-10'], null)[0]).toMatchObject({
      overCeiling: false,
      againstMonthBefore: { hours: 600, percent: null },
    });
  });

  test('months go over the end of the year', () => {
    expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(monthsBetween('2026-11', '2026-11')).toEqual(['2026-11']);
    expect(monthsBetween('2026-11', '2026-10')).toEqual([]);
  });

  test('the ceiling is a figure in hours a month, the one set nearest counts, and of several the lowest', () => {
    const source = { title: { zh: '测试', en: 'test' }, standing: 'ownChoice' } as const;
    const settings = {
      ceiling: { value: 60, unit: 'hoursPerMonth', source },
      days: { value: 5, unit: 'workingDays', source },
    } as const;
    const ceilings = ceilingsOf([tinyRules, { ...tinyRules, id: 'one', settings }]);
    expect(ceilings).toEqual([{ process: 'one', name: 'ceiling', hoursPerMonth: 60 }]);
    const community = 'chaoyang.anzhen.anzhenxili';
    const set = (org: string, value: number, process = 'one') => ({ org, process, name: 'ceiling', value });
    expect(ceilingFor(community, ceilings, [])).toBe(60);
    expect(ceilingFor(community, ceilings, [set('chaoyang', 50), set('chaoyang.wangjing', 10)])).toBe(50);
    expect(ceilingFor(community, ceilings, [set(community, 70), set('chaoyang', 50)])).toBe(70);
    expect(ceilingFor(community, ceilings, [set(community, 7, 'other')])).toBe(60);
    expect(ceilingFor(community, [...ceilings, { process: 'two', name: 'x', hoursPerMonth: 30 }], [])).toBe(30);
    expect(ceilingFor(community, [], [])).toBeNull();
  });
});
