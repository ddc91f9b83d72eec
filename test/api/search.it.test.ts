import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateOf, isoOf } from '../../processes/kernel/clock.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import type { Caller } from './support/caller.ts';
import { startBody } from './support/forms.ts';

let kit: ApiKit;
let liu: Caller;
let worker: Caller;
/** Three proposals: with a lamp in building 3, with a ramp, and a drill. */
let lamp: { id: string; number: string };
let ramp: { id: string; number: string };
let drill: { id: string; number: string };

beforeAll(async () => {
  kit = await startApiKit('search');
  liu = await kit.as('liu-guilan');
  worker = await kit.as('li-xiaoming');
  const place = { estate: '安贞西里三区', building: '３号楼' };
  lamp = (await liu.start(startBody({ form: { title: '楼道ＬＥＤ灯坏了', place } }))).body;
  ramp = (await liu.start(startBody({ form: { title: '单元门前加一条坡道', place: { estate: '安贞西里一区' } } })))
    .body;
  drill = (await liu.start(startBody({ drill: true, form: { title: '演练用的垃圾分类点' } }))).body;
  await liu.give(ramp.id, 'proposal.publish', {});
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const ids = async (query: string, caller = worker) => {
  const { status, body } = await caller.get(`/api/cases?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body.items.map(({ id }: { id: string }) => id);
};
const q = (words: string) => `q=${encodeURIComponent(words)}`;

test('words are found in number, title and place, whatever the width of their signs', async () => {
  expect(await ids(q('LED灯'))).toEqual([lamp.id]);
  expect(await ids(q('led'))).toEqual([lamp.id]);
  expect(await ids(q('3号楼'))).toEqual([lamp.id]);
  expect(await ids(q('一区'))).toEqual([ramp.id]);
  expect(await ids(q(lamp.number))).toEqual([lamp.id]);
  expect(await ids(q(`${lamp.number}-R2`))).toEqual([lamp.id]);
  expect(await ids(q(lamp.number.replace('0001', '０００１').toLowerCase()))).toEqual([lamp.id]);
  expect(await ids(q('没有这样的事'))).toEqual([]);
});

test('the place has a filter of its own', async () => {
  expect(await ids(`place=${encodeURIComponent('三区 3号')}`)).toEqual([lamp.id]);
  expect(await ids(`place=${encodeURIComponent('坡道')}`)).toEqual([]);
  const { items } = (await worker.get(`/api/cases?${q('LED')}`)).body;
  expect(items[0]).toMatchObject({ place: '安贞西里三区 ３号楼', stage: 1, kind: 'open' });
});

test('opened in a span of days of Beijing, by kind, and counted', async () => {
  const today = dateOf(Date.now());
  expect(await ids(`from=${today}&to=${today}&drill=false`)).toEqual([ramp.id, lamp.id]);
  expect(await ids('to=2026-01-01')).toEqual([]);
  expect(await ids('from=2999-12-31')).toEqual([]);
  expect(await ids('kind=final')).toEqual([]);
  const { body } = await worker.get('/api/cases?count=true&limit=1&drill=false&kind=open');
  expect(body.count).toBe(2);
  expect(body.countCapped).toBeUndefined();
  expect(body.items).toHaveLength(1);
});

test('the most pressing come first, those without a clock last, page by page', async () => {
  const second = (await liu.start(startBody({ form: { title: '另一件没有期限的事' } }))).body;
  const whole = await ids('order=due&drill=false');
  expect(whole[0]).toBe(ramp.id);
  expect([...whole].sort()).toEqual([lamp.id, ramp.id, second.id].sort());
  const seen: string[] = [];
  let next: string | null = null;
  do {
    const path: string = `/api/cases?order=due&drill=false&limit=1${next ? `&cursor=${next}` : ''}`;
    const { body } = await worker.get(path);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    next = body.next;
  } while (next !== null);
  expect(seen).toEqual(whole);
});

test.each([
  ['/api/cases?order=due', ['2026-02-30 00:00:00+08', '1']],
  ['/api/cases?order=due', ['1']],
  ['/api/cases?order=newest', ['none', '1']],
  ['/api/tasks?', ['2026-02-30 00:00:00+08', '1']],
  ['/api/tasks?', ['99999-01-01 00:00:00+08', '1']],
])('a made-up cursor of %s is told', async (path, places) => {
  const cursor = Buffer.from(JSON.stringify(places)).toString('base64url');
  const { status, body } = await worker.get(`${path}&cursor=${cursor}`);
  expect([status, body.code]).toEqual([400, 'query.invalid']);
});

test.each([
  ['/api/cases?order=due', ['-99999999999999', '999999999999999999']],
  ['/api/cases?order=due', ['99999999999999', '1']],
  ['/api/tasks?', ['99999999999999', '1']],
])('a cursor of %s that names a far time finds what is behind it', async (path, places) => {
  const cursor = Buffer.from(JSON.stringify(places)).toString('base64url');
  expect((await worker.get(`${path}&cursor=${cursor}`)).status).toBe(200);
});

test.each([
  '/api/cases?from=2026-02-30',
  '/api/cases?to=0000-01-01',
  '/api/registers/serviceItems?org=chaoyang&on=0000-01-01',
  '/api/registers/serviceItems/changes?org=chaoyang&from=0000-01-01&to=2026-01-01',
  '/api/burden?org=chaoyang&from=0000-01&to=2026-01',
  '/registers/burden?on=0000-01-01',
])('a day that no calendar holds: %s', async (path) => {
  expect((await worker.get(path)).status).toBe(400);
});

test('one’s own: opened, acted on later, followed, told by a copy', async () => {
  expect((await ids('mine=opened&drill=true', liu)).includes(drill.id)).toBe(true);
  expect(await ids('mine=opened', worker)).toEqual([]);
  expect(await ids('mine=acted', liu)).toEqual([ramp.id]);

  expect((await worker.get(`/api/cases/${lamp.id}/follow`)).body).toEqual({ caseId: lamp.id, following: false });
  const put = () => worker.post(`/api/cases/${lamp.id}/follow`, undefined, { method: 'PUT' });
  expect((await put()).body).toEqual({ caseId: lamp.id, following: true });
  expect((await put()).status).toBe(200);
  expect(await ids('mine=followed')).toEqual([lamp.id]);
  await worker.post(`/api/cases/${lamp.id}/follow`, undefined, { method: 'DELETE' });
  expect(await ids('mine=followed')).toEqual([]);

  await sql`insert into outbox (key, case_id, position, person, drill, notice, values, sent_at) values
    ('copy', ${lamp.id}, 1, 'xu-jing', false, 'deadlineUrgedCopy', '{}', now()),
    ('old copy', ${ramp.id}, 1, 'xu-jing', false, 'deadlineUrgedCopy', '{}', now() - interval '91 days'),
    ('no copy', ${ramp.id}, 1, 'xu-jing', false, 'deadlineUrged', '{}', now())`.execute(kit.database);
  expect(await ids('mine=copied', await kit.as('xu-jing'))).toEqual([lamp.id]);
});

test('nobody follows what he may not see, or more than 500 cases', async () => {
  const stranger = await kit.as('jiang-hong');
  const followed = await stranger.post(`/api/cases/${lamp.id}/follow`, undefined, { method: 'PUT' });
  expect([followed.status, followed.body.code]).toEqual([404, 'case.notFound']);
  await sql`insert into follow (person, case_id) select 'zhang-ting', 'case-' || n from generate_series(1, 500) n`.execute(
    kit.database,
  );
  const zhang = await kit.as('zhang-ting');
  const more = await zhang.post(`/api/cases/${lamp.id}/follow`, undefined, { method: 'PUT' });
  expect([more.status, more.body.code]).toEqual([409, 'follow.tooMany']);
});

test('a search is exported as a table, with the same filter', async () => {
  const csv = await worker.get(`/api/cases/export?format=csv&drill=false&${q('LED')}`);
  expect(csv.status).toBe(200);
  expect(csv.headers.get('content-disposition')).toContain('filename="cases.csv"');
  const [headings, first, ...rest] = String(csv.body).trim().split('\r\n');
  expect(headings).toContain('编号,事项,流程,单位,地点');
  expect(first).toContain(`${lamp.number},楼道ＬＥＤ灯坏了,`);
  expect(rest).toEqual([]);
  const xlsx = await worker.get('/api/cases/export');
  expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
  const english = await worker.get('/api/cases/export?format=csv&lang=en');
  expect(String(english.body)).toContain('Number,Title,Process');
});

test('tasks: filters, words of the limit, and since when the step is expected', async () => {
  const chen = await kit.as('chen-xiuying');
  const all = (await chen.get('/api/tasks?scope=group')).body;
  const task = all.items.find((item: { case: { id: string } }) => item.case.id === ramp.id);
  expect(task).toMatchObject({
    command: 'proposal.cosign',
    bucket: 'later',
    case: { orgText: '安贞西里社区', processText: '居民提案' },
  });
  expect(task.remaining).toMatch(/还剩\d+/);
  expect(task.explanation).toMatch(/\S/);
  for (const query of ['process=resident-proposal', 'org=chaoyang.anzhen', q('坡道'), q(ramp.number)]) {
    const { body } = await chen.get(`/api/tasks?scope=group&${query}`);
    expect([query, body.items.map((item: { case: { id: string } }) => item.case.id)]).toEqual([query, [ramp.id]]);
    expect(body.count).toBe(1);
  }
  for (const query of ['process=seal', 'org=chaoyang.wangjing', q('LED')]) {
    expect((await chen.get(`/api/tasks?scope=group&${query}`)).body).toMatchObject({ count: 0, items: [] });
  }
  // A remark on the case does not make the step younger.
  const before = await kit.database
    .selectFrom('ledger')
    .select('at')
    .where('case_id', '=', ramp.id)
    .where('type', '=', 'proposal.publish')
    .executeTakeFirstOrThrow();
  expect(task.since).toBe(isoOf(before.at.getTime()));
});
