import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import type { Caller } from './support/caller.ts';

let kit: ApiKit;
let worker: Caller;

beforeAll(async () => {
  kit = await startApiKit('people_and_views');
  worker = await kit.as('li-xiaoming');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const find = async (caller: Caller, words: string, more = '') => {
  const { status, body } = await caller.get(`/api/people?q=${encodeURIComponent(words)}${more}`);
  return status === 200 ? body.items.map(({ name }: { name: string }) => name) : body.code;
};

test('staff find people of their own organisations, of those above and below, with their offices', async () => {
  const { body } = await worker.get(`/api/people?q=${encodeURIComponent('王淑')}`);
  expect(body.items).toEqual([
    {
      id: 'wang-shuzhen',
      name: '王淑珍',
      offices: [
        { role: 'buildingLeader', org: 'chaoyang.anzhen.anzhenxili', text: '安贞西里社区 楼门长' },
        { role: 'resident', org: 'chaoyang.anzhen.anzhenxili', text: '安贞西里社区 居民' },
      ],
    },
  ]);
  expect(await find(worker, '沈岩')).toEqual(['沈岩']);
  expect(await find(worker, '林芳')).toEqual([]);
  expect(await find(await kit.as('shen-yan'), '林芳')).toEqual(['林芳']);
  expect(await find(await kit.as('shen-yan'), '林芳', '&org=chaoyang.anzhen')).toEqual([]);
  expect(await find(worker, '%')).toEqual([]);
  // By the account as well, whole.
  expect(await find(worker, 'shen-yan')).toEqual(['沈岩']);
  expect(await find(worker, 'shen')).toEqual([]);
});

test('residents find nobody, nor does a service provider', async () => {
  expect(await find(await kit.as('liu-guilan'), '王')).toBe('people.staffOnly');
  expect(await find(await kit.as('feng-gang'), '王')).toBe('people.staffOnly');
  expect((await kit.anonymous.get('/api/people?q=a')).status).toBe(401);
});

test('organisations by words, level and place in the tree', async () => {
  const names = async (query: string) =>
    (await kit.anonymous.get(`/api/orgs?${query}`)).body.map(({ name }: { name: string }) => name);
  expect(await names('within=chaoyang.anzhen&level=community')).toEqual(['安华里社区', '安贞西里社区']);
  expect(await names(`q=${encodeURIComponent('花园')}`)).toEqual(['望京花园社区']);
  expect(await names('level=district')).toEqual(['朝阳区']);
  const [one] = (await kit.anonymous.get(`/api/orgs?q=${encodeURIComponent('安华里')}`)).body;
  expect(one.pathText).toBe('朝阳区 · 安贞街道');
});

test('a view is saved, replaced by its name, listed to its owner alone, and deleted', async () => {
  const save = (body: object, caller = worker) => caller.post('/api/views', body);
  const saved = await save({ page: 'desk', name: ' 我的红灯 ', query: '?light=red&scope=group' });
  expect(saved.status).toBe(201);
  expect(saved.body).toMatchObject({ page: 'desk', name: '我的红灯', query: 'light=red&scope=group' });
  const again = await save({ page: 'desk', name: '我的红灯', query: 'light=yellow' });
  expect(again.body).toMatchObject({ id: saved.body.id, query: 'light=yellow' });
  expect((await worker.get('/api/views')).body.items).toEqual([again.body]);
  const other = await kit.as('zhang-ting');
  expect((await other.get('/api/views')).body.items).toEqual([]);
  const path = `/api/views/${saved.body.id}`;
  expect((await other.post(path, undefined, { method: 'DELETE' })).body.code).toBe('view.notFound');
  expect((await worker.post(path, undefined, { method: 'DELETE' })).status).toBe(204);
  expect((await worker.post(path, undefined, { method: 'DELETE' })).status).toBe(404);
  expect((await worker.post('/api/views/x', undefined, { method: 'DELETE' })).status).toBe(404);
});

test('a view holds known filters only, and one whose filter is gone is kept and says so', async () => {
  const unknown = await worker.post('/api/views', { page: 'search', name: '旧', query: 'colour=red' });
  expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/query']);
  for (const body of [
    { page: 'search', name: '', query: '' },
    { page: 'search', name: '名'.repeat(41), query: '' },
    { page: 'else', name: '名', query: '' },
    { page: 'search', name: '名', query: `q=${'长'.repeat(1000)}` },
  ]) {
    expect((await worker.post('/api/views', body)).status).toBe(422);
  }
  await sql`insert into saved_view (person, page, name, query)
    values ('li-xiaoming', 'search', '旧筛选', 'colour=red&light=red')`.execute(kit.database);
  const [kept] = (await worker.get('/api/views')).body.items;
  expect(kept).toMatchObject({ name: '旧筛选', query: 'colour=red&light=red', stale: ['colour'] });
});

test('nobody saves more than 50 views', async () => {
  await sql`insert into saved_view (person, page, name, query)
    select 'xu-jing', 'board', 'v' || n, '' from generate_series(1, 50) n`.execute(kit.database);
  const xu = await kit.as('xu-jing');
  const more = await xu.post('/api/views', { page: 'board', name: '又一个', query: '' });
  expect([more.status, more.body.code]).toEqual([409, 'view.tooMany']);
  expect((await xu.post('/api/views', { page: 'board', name: 'v7', query: 'org=chaoyang' })).status).toBe(201);
});
