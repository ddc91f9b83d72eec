import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createApi } from '../../api/create-api.ts';
import { CSV, XLSX } from '../../api/media.ts';
import { processes } from '../../processes/index.ts';
import { rulesFor } from '../../processes/rules.ts';
import { startTestWorker } from '../support/temporal.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import { type Answer, type Caller, callerFor } from './support/caller.ts';
import { gb18030, xlsx } from './support/tables.ts';

const DISTRICT = 'chaoyang';
const PROCESS = 'service-item-admission';

let kit: ApiKit;
let luo: Caller;

beforeAll(async () => {
  kit = await startApiKit('import');
  luo = await kit.as('luo-min');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const HEADINGS = [
  '事项编码',
  '事项名称',
  '主管部门',
  '协助动作',
  '法律政策依据',
  '每月工时',
  '是否需要经费',
  '不需要经费的理由',
  '生效日期',
];

/** A row of an older list; each test changes what it is about. */
function row(code: string, changes: Record<string, string> = {}): string[] {
  const cells: Record<string, string> = {
    事项编码: code,
    事项名称: `高龄老人巡视探访 ${code}`,
    主管部门: '区民政局',
    协助动作: '联系居民、协助入户',
    法律政策依据: '北京市居家养老服务条例',
    每月工时: '4',
    是否需要经费: '否',
    不需要经费的理由: '由社区工作者在日常走访中一并完成',
    生效日期: '2026-01-01',
    ...changes,
  };
  return HEADINGS.map((heading) => cells[heading] ?? '');
}

const csv = (...rows: string[][]): string => [HEADINGS, ...rows].map((cells) => cells.join(',')).join('\n');

interface Sent {
  org?: string;
  dryRun?: boolean;
  process?: string;
  type?: string;
  caller?: Caller;
  language?: string;
}

async function send(file: string | Uint8Array, given: Sent = {}): Promise<Answer> {
  const { org = DISTRICT, dryRun = false, process = PROCESS, type = CSV, caller = luo, language = 'zh-CN' } = given;
  return await caller.post(`/api/processes/${process}/import?org=${org}&dryRun=${dryRun}`, undefined, {
    raw: typeof file === 'string' ? file : new Uint8Array(file),
    headers: { 'content-type': type, 'accept-language': language },
  });
}

/** The officer at another server. */
async function signedIn(url: string): Promise<Caller> {
  const { body } = await callerFor(url).post('/api/demo/sign-in', { person: 'luo-min' });
  return callerFor(url, String(body.token));
}

async function casesIn(org = DISTRICT): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from case_view where org = ${org} and process = ${PROCESS}`.execute(kit.database);
  return rows[0]?.count ?? 0;
}

/** The cells at fault in short. */
const told = ({ body }: Answer): string[] =>
  body.rows.items.map(
    ({ line, column, value, detail }: Record<string, string>) => `${line} ${column} ${value}: ${detail}`,
  );
const outcome = ({ status, body }: Answer) => ({ status, code: body.code });

describe('a good table', () => {
  test('is judged without opening anything, then opened once, however often it is sent', async () => {
    const file = gb18030(csv(row('IM-001'), row('IM-002', { 每月工时: '2.5' }), row('IM-003')));
    const judged = await send(file, { dryRun: true });
    expect(judged).toMatchObject({
      status: 200,
      body: { process: PROCESS, org: DISTRICT, dryRun: true, rows: 3, opened: [], openedBefore: 0, left: 3 },
    });
    expect(await casesIn()).toBe(0);
    const [one, other] = await Promise.all([send(file), send(file)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect([one.body.left, other.body.left]).toEqual([0, 0]);
    expect(await casesIn()).toBe(3);
    expect(await send(file)).toMatchObject({ status: 200, body: { opened: [], openedBefore: 3, left: 0 } });
    expect(await casesIn()).toBe(3);
    const { body } = await kit.anonymous.get(`/api/registers/serviceItemList?org=${DISTRICT}`);
    expect(body.items.map(({ key }: { key: string }) => key)).toEqual(['IM-001', 'IM-002', 'IM-003']);
    expect(body.items[1].value).toMatchObject({
      hoursPerMonth: 2.5,
      assistingActs: ['contactResidents', 'helpHouseholdVisits'],
    });
  });

  test('one that takes too long answers what is left, and goes on when the file is sent again', async () => {
    const hurried = await createApi({ ...kit.options, importBudgetMs: 0 });
    const caller = await signedIn(await hurried.listen(0, '127.0.0.1'));
    const before = await casesIn();
    const file = csv(...Array.from({ length: 7 }, (_, index) => row(`SLOW-${index}`)));
    const first = await send(file, { caller });
    expect(first).toMatchObject({ status: 202, body: { rows: 7, openedBefore: 0, left: 3 } });
    expect(await casesIn()).toBe(before + 4);
    const second = await send(file, { caller });
    expect(second).toMatchObject({ status: 200, body: { rows: 7, openedBefore: 4, left: 0 } });
    const lines = [...first.body.opened, ...second.body.opened].map(({ line }: { line: number }) => line);
    expect(lines.sort()).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(await casesIn()).toBe(before + 7);
    await hurried.close();
  });

  test('xlsx with dates and numbers of its own', async () => {
    const cells = row('IX-1').map((cell, index) => {
      if (HEADINGS[index] === '每月工时') return 6.5;
      return HEADINGS[index] === '生效日期' ? { value: new Date('2026-01-01T00:00:00Z'), format: 'yyyy-mm-dd' } : cell;
    });
    const answer = await send(await xlsx([HEADINGS, cells]), { type: XLSX });
    expect(answer).toMatchObject({ status: 200, body: { opened: [{ line: 2 }], left: 0 } });
    const { body } = await luo.get(`/api/cases/${answer.body.opened[0].caseId}`);
    expect(body).toMatchObject({ number: answer.body.opened[0].number, state: 'regular' });
  });
});

describe('a bad row opens nothing', () => {
  test('every row at fault is named at once: by form, by law, as a double and as a duplicate of the list', async () => {
    await send(csv(row('BAD-0')));
    const before = await casesIn();
    const answer = await send(
      csv(
        row('BAD-1'),
        row('BAD-2', { 每月工时: '许多', 协助动作: '入户执法' }),
        row('BAD-1'),
        row('BAD-0'),
        row('BAD-3', { 是否需要经费: '否', 不需要经费的理由: '' }),
        row('BAD-4', { 事项名称: '=1+1' }),
        row('BAD-5', { 生效日期: '2026-02-30' }),
      ),
    );
    expect(outcome(answer)).toEqual({ status: 422, code: 'import.invalid' });
    expect(answer.body.title).toContain('没有发起任何事项');
    const lines = told(answer);
    expect(lines).toEqual([
      expect.stringMatching(/^3 协助动作 入户执法: 只能填:.*联系居民/),
      expect.stringMatching(/^3 每月工时 许多: /),
      expect.stringMatching(/^4 事项编码 BAD-1: 与第2行重复$/),
      expect.stringMatching(/^5 事项编码 BAD-0: 已列入.*朝阳-2026-\d{4}/),
      expect.stringMatching(/^6 不需要经费的理由 : /),
      expect.stringMatching(/^7 事项名称 =1\+1: 这一格是公式$/),
      expect.stringMatching(/^8 生效日期 2026-02-30: /),
    ]);
    for (const item of answer.body.rows.items) expect(item.next).toMatch(/\S/);
    expect(await casesIn()).toBe(before);
    const english = await send(csv(row('BAD-2', { 每月工时: '许多' })), { language: 'en' });
    expect(english.body.rows.items[0]).toMatchObject({
      detail: 'Must be a number',
      next: 'Write digits only, such as 4 or 2.5, without a unit',
    });
  });

  test('of many faults the first 200 are shown, with their number', async () => {
    const answer = await send(csv(...Array.from({ length: 250 }, (_, index) => row(`M-${index}`, { 每月工时: '-1' }))));
    expect(answer.body.rows.total).toBe(250);
    expect(answer.body.rows.items).toHaveLength(200);
  });

  test('headings', async () => {
    const answer = await send('事项编码,事项名称,事项名称,备注\nA,甲,乙,丙');
    expect(outcome(answer)).toEqual({ status: 422, code: 'import.headings' });
    expect(told(answer)).toEqual(
      expect.arrayContaining(['1 事项名称 事项名称: 列标题重复', '1 备注 备注: 没有这一列']),
    );
    expect(answer.body.detail).toContain('事项编码、事项名称');
  });

  test('merged cells', async () => {
    const file = await xlsx([[{ value: '公共服务事项清单', columnSpan: 3 }, null, null], HEADINGS, row('A')]);
    const answer = await send(file, { type: XLSX });
    expect(outcome(answer)).toEqual({ status: 422, code: 'import.mergedCells' });
    expect(answer.body.title).toContain('A1:C1');
  });
});

describe('what is refused before any row is read', () => {
  test('100,000 rows, and a file that is too large', async () => {
    expect(outcome(await send(`a,b\n${'1,2\n'.repeat(100_000)}`))).toEqual({ status: 413, code: 'import.tooManyRows' });
    expect(outcome(await send(csv(...Array.from({ length: 100_000 }, (_, index) => row(`R-${index}`)))))).toEqual({
      status: 413,
      code: 'import.tooLarge',
    });
    expect(outcome(await send(new Uint8Array(5 * 1024 * 1024 + 1), { type: XLSX }))).toEqual({
      status: 413,
      code: 'import.tooLarge',
    });
  });

  test.each([
    [
      'an encoding that nobody can guess',
      Buffer.from(`\uFEFF${csv(row('A'))}`, 'utf16le'),
      CSV,
      422,
      'import.encoding',
    ],
    ['bytes without meaning', randomBytes(2_000), CSV, 422, 'import.encoding'],
    ['an xlsx that is none', Buffer.from('PK\u0003\u0004 nothing'), XLSX, 422, 'import.notXlsx'],
    ['JSON', '{}', 'application/json', 415, 'import.media'],
    ['plain text', 'a,b', 'text/plain', 415, 'import.media'],
    ['an ordinary form', 'a=b', 'application/x-www-form-urlencoded', 415, 'import.media'],
    ['nothing', '', CSV, 422, 'import.empty'],
  ])('%s', async (_, file, type, status, code) => {
    expect(outcome(await send(file, { type }))).toEqual({ status, code });
  });

  test.each([
    [{ process: 'nothing' }, 404, 'process.unknown'],
    [{ process: 'resident-proposal' }, 404, 'import.notPossible'],
    [{ org: 'haidian' }, 403, 'permission.denied'],
    [{ org: 'chaoyang.nowhere' }, 422, 'org.unknown'],
    [{ org: 'chaoyang.anzhen.anzhenxili' }, 422, 'org.unknown'],
  ])('%j', async (given, status, code) => {
    expect(outcome(await send(csv(row('A')), given))).toEqual({ status, code });
  });

  test('who may not open such a case may not import it, and learns nothing of the file', async () => {
    const bad = csv(row('A', { 每月工时: '许多' }));
    expect(outcome(await send(bad, { caller: kit.anonymous }))).toEqual({ status: 401, code: 'auth.required' });
    const resident = await kit.as('liu-guilan');
    expect(outcome(await send(bad, { caller: resident }))).toEqual({ status: 403, code: 'permission.denied' });
    // A department may apply, but an older list is taken over by the district: every row says so.
    const department = await send(csv(row('A'), row('B')), { caller: await kit.as('tang-rui') });
    expect(outcome(department)).toEqual({ status: 422, code: 'import.invalid' });
    expect(department.body.rows.total).toBe(2);
  });

  test('a table sent to any other address', async () => {
    const answer = await luo.post('/api/cases', undefined, { raw: 'a,b', headers: { 'content-type': CSV } });
    expect(outcome(answer)).toEqual({ status: 415, code: 'media.unsupported' });
  });
});

test('every process that takes tables names its columns once, and its unique column among them', () => {
  const taking = processes.filter(({ importing }) => importing);
  expect(taking.length).toBeGreaterThan(0);
  for (const { importing } of taking) {
    const headings = importing?.columns.map(({ heading }) => heading) ?? [];
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings).toContain(importing?.uniqueColumn);
  }
});

// Last, because it stops the worker of the other tests.
test('one that is cut off while cases are being opened opens none of them twice', async () => {
  const hurried = await createApi({ ...kit.options, commandBudgetMs: 1_000 });
  const caller = await signedIn(await hurried.listen(0, '127.0.0.1'));
  const before = await casesIn();
  const file = csv(...Array.from({ length: 6 }, (_, index) => row(`CUT-${index}`)));
  await kit.worker.stop();
  expect(outcome(await send(file, { caller }))).toEqual({ status: 503, code: 'engine.unavailable' });
  expect(await casesIn()).toBe(before);
  const { temporal, database, options } = kit;
  const codePath = inject('workflowBundlePath');
  await using _worker = await startTestWorker(temporal, { codePath, rulesFor, database, taskQueue: options.taskQueue });
  expect(await send(file)).toMatchObject({ status: 200, body: { rows: 6, left: 0 } });
  const { rows } = await sql<{ key: string; cases: number }>`
    select key, count(distinct case_id)::int as cases from register_entry where key like 'CUT-%' group by key`.execute(
    database,
  );
  expect(rows).toHaveLength(6);
  expect(rows.every(({ cases }) => cases === 1)).toBe(true);
  expect(await casesIn()).toBe(before + 6);
  await hurried.close();
});
