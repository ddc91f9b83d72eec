import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBurden } from '../../db/queries/burden.ts';
import { listKeysStanding, listRegisters, listStanding, listVersions, lookUp } from '../../db/queries/registers.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { keep, keepMore, type Line, noon } from '../support/keeping-steps.ts';

const DISTRICT = 'chaoyang';
const ANZHENXILI = 'chaoyang.anzhen.anzhenxili';

let store: TestDatabase;
beforeEach(async () => {
  store = await openTestDatabase('registers');
});
afterEach(() => store[Symbol.asyncDispose]());

const line = (key: string, day: string, value: object | null = { name: `事项${key}` }): Line => ({
  register: 'itemList',
  key,
  day,
  value: value as Line['value'],
});

/** What stands on a day, in short. */
async function standing(day: string, more: object = {}): Promise<string[]> {
  const lines = await listStanding(store.database, { register: 'itemList', orgs: [DISTRICT], day, ...more });
  return lines.map(({ key, value, caseNumber }) => `${key} ${value['name']} ${caseNumber.slice(-4)}`);
}

test('lines are written with the case and stand from their day until they are taken off', async () => {
  const { database } = store;
  const first = await keep(database, {
    id: 'case-1',
    org: DISTRICT,
    on: '2026-09-01',
    lines: [line('A', '2026-10-01'), line('B', '2026-09-01')],
  });
  await keep(database, { id: 'case-2', org: DISTRICT, on: '2026-09-02', lines: [line('C', '2026-09-02')] });
  await keepMore(database, first, { on: '2026-11-10', lines: [line('A', '2026-12-01', null)] });
  expect(await standing('2026-08-31')).toEqual([]);
  expect(await standing('2026-09-30')).toEqual(['B 事项B 0001', 'C 事项C 0002']);
  expect(await standing('2026-10-01')).toEqual(['A 事项A 0001', 'B 事项B 0001', 'C 事项C 0002']);
  expect(await standing('2026-11-30')).toHaveLength(3);
  expect(await standing('2026-12-01')).toEqual(['B 事项B 0001', 'C 事项C 0002']);
  expect(await standing('2026-12-01', { knownBy: { at: noon('2026-11-09'), caseId: 'case-2' } })).toHaveLength(3);
  expect(await standing('2026-10-01', { keyPrefix: 'B' })).toEqual(['B 事项B 0001']);
  expect(await listRegisters(database)).toEqual([{ register: 'itemList', org: DISTRICT, lines: 4 }]);
});

test('of two lines of one key the later day counts, on one day the later act', async () => {
  const { database } = store;
  const lines = [line('A', '2026-10-01', { name: '旧' })];
  const first = await keep(database, { id: 'case-1', org: DISTRICT, on: '2026-09-01', lines });
  const second = await keepMore(database, first, {
    on: '2026-09-02',
    lines: [line('A', '2026-10-01', { name: '同日更正' })],
  });
  await keepMore(database, second, { on: '2026-09-03', lines: [line('A', '2026-09-15', { name: '早于' })] });
  expect(await standing('2026-09-20')).toEqual(['A 早于 0001']);
  expect(await standing('2026-10-02')).toEqual(['A 同日更正 0001']);
});

test('each act is a version that names its case', async () => {
  const { database } = store;
  const first = await keep(database, { id: 'b', org: DISTRICT, on: '2026-09-01', lines: [line('A', '2026-10-01')] });
  await keep(database, { id: 'a', org: DISTRICT, on: '2026-09-01', lines: [line('B', '2026-09-05')] });
  await keepMore(database, first, { on: '2026-09-09', lines: [line('A', '2026-12-01', null)] });
  await keep(database, { id: 'c', org: ANZHENXILI, on: '2026-09-10', lines: [line('Z', '2026-09-10')] });
  const versions = await listVersions(database, { register: 'itemList', org: DISTRICT });
  expect(
    versions.map(({ version, at, caseId, caseNumber, changes }) => ({ version, at, caseId, caseNumber, changes })),
  ).toEqual([
    {
      version: 1,
      at: noon('2026-09-01'),
      caseId: 'a',
      caseNumber: '朝阳-2026-0002',
      changes: [{ key: 'B', day: '2026-09-05', value: { name: '事项B' } }],
    },
    {
      version: 2,
      at: noon('2026-09-01'),
      caseId: 'b',
      caseNumber: '朝阳-2026-0001',
      changes: [{ key: 'A', day: '2026-10-01', value: { name: '事项A' } }],
    },
    {
      version: 3,
      at: noon('2026-09-09'),
      caseId: 'b',
      caseNumber: '朝阳-2026-0001',
      changes: [{ key: 'A', day: '2026-12-01', value: null }],
    },
  ]);
  // The first of two acts of one instant does not know the second.
  expect(await standing('2026-12-31', { knownBy: versions[0] })).toEqual(['B 事项B 0002']);
});

test('a lost row comes back with the next record of its case', async () => {
  const { database } = store;
  const first = await keep(database, {
    id: 'case-1',
    org: DISTRICT,
    on: '2026-09-01',
    lines: [line('A', '2026-09-01')],
  });
  await sql`delete from register_entry`.execute(database);
  await keepMore(database, first, { on: '2026-09-02', lines: [] });
  expect(await standing('2026-09-02')).toEqual(['A 事项A 0001']);
});

test('a real case sees real lines only, a drill sees both, and the public sees no drill', async () => {
  const { database } = store;
  await keep(database, { id: 'real', org: DISTRICT, on: '2026-09-01', lines: [line('A', '2026-09-01')] });
  await keep(database, { id: 'drill', org: DISTRICT, on: '2026-09-01', lines: [line('D', '2026-09-01')], drill: true });
  const seen = async (drill: boolean) => {
    const query = { register: 'itemList', scope: 'line' as const };
    const lines = await lookUp(database, [query], { org: ANZHENXILI, drill, at: noon('2026-09-02') });
    return lines.map(({ key }) => key);
  };
  expect(await seen(false)).toEqual(['A']);
  expect(await seen(true)).toEqual(['A', 'D']);
  expect(await standing('2026-09-02')).toEqual(['A 事项A 0001']);
  expect(await listVersions(database, { register: 'itemList', org: DISTRICT })).toHaveLength(1);
  expect(await listRegisters(database)).toMatchObject([{ lines: 1 }]);
});

test('a lookup with more lines than can be handed over fails instead of summing a part', async () => {
  const { database } = store;
  await keep(database, { id: 'case-1', org: DISTRICT, on: '2026-09-01', lines: [line('A-0', '2026-09-01')] });
  const fill = (count: number) =>
    sql`
    insert into register_entry (case_id, ordinal, register, key, org, drill, at, day, value)
    select case_id, ordinal + n, register, 'A-' || n, org, drill, at, day, value
      from register_entry, generate_series((select max(ordinal) from register_entry), ${count}::integer) n
     where ordinal = 1`.execute(database);
  const ask = () =>
    lookUp(database, [{ register: 'itemList', scope: 'own' }], { org: DISTRICT, drill: false, at: noon('2026-09-02') });
  await fill(4_999);
  expect(await ask()).toHaveLength(5_000);
  await fill(5_000);
  await expect(ask()).rejects.toThrow('more than 5000 lines of itemList');
});

test('a lookup of the own organisation does not see what stands above it', async () => {
  const { database } = store;
  await keep(database, { id: 'above', org: DISTRICT, on: '2026-09-01', lines: [line('A', '2026-09-01')] });
  await keep(database, { id: 'own', org: ANZHENXILI, on: '2026-09-01', lines: [line('B', '2026-09-01')] });
  const of = { org: ANZHENXILI, drill: false, at: noon('2026-09-02') };
  const keys = async (scope: 'own' | 'line') =>
    (await lookUp(database, [{ register: 'itemList', scope }], of)).map(({ key }) => key);
  expect(await keys('own')).toEqual(['B']);
  expect(await keys('line')).toEqual(['A', 'B']);
  expect(await standing('2026-09-02', { withBelow: true })).toHaveLength(2);
  expect(await standing('2026-09-02')).toHaveLength(1);
});

test('keys that stand are found with their case, those that were taken off are not', async () => {
  const { database } = store;
  await keep(database, {
    id: 'case-1',
    org: DISTRICT,
    on: '2026-09-01',
    lines: [line('A', '2026-09-01'), line('B', '2026-09-01')],
  });
  await keep(database, { id: 'case-2', org: DISTRICT, on: '2026-09-02', lines: [line('B', '2026-09-02', null)] });
  const input = { org: DISTRICT, keys: ['A', 'B', 'C'], day: '2026-09-03' };
  expect(await listKeysStanding(database, { ...input, process: 'keeping-process' })).toEqual([
    { key: 'A', register: 'itemList', caseId: 'case-1', caseNumber: '朝阳-2026-0001' },
  ]);
  expect(await listKeysStanding(database, { ...input, process: 'another' })).toEqual([]);
});

test('burden is summed by community, month, source and unit', async () => {
  const { database } = store;
  const hours = (month: string, id: string, value: object | null): Line => ({
    register: 'burden',
    key: `${month}:${id}`,
    day: `${month}-01`,
    value: value && { month, title: '走访', ...value },
  });
  const first = await keep(database, {
    id: 'case-1',
    org: ANZHENXILI,
    on: '2026-09-01',
    lines: ['2026-09', '2026-10', '2026-11'].map((month) =>
      hours(month, 'case-1', { hours: 8.5, source: 'dispatch', unit: '区民政局' }),
    ),
  });
  await keep(database, {
    id: 'case-2',
    org: ANZHENXILI,
    on: '2026-09-01',
    lines: [
      hours('2026-09', 'case-2', { hours: 1.5, source: 'dispatch', unit: '区民政局' }),
      hours('2026-09', 'case-2b', { hours: 2, source: 'form', unit: '区统计局' }),
    ],
  });
  await keepMore(database, first, { on: '2026-10-20', lines: [hours('2026-11', 'case-1', null)] });
  const months = { fromMonth: '2026-09', toMonth: '2026-11' };
  const expected = [
    { org: ANZHENXILI, month: '2026-09', source: 'dispatch', unit: '区民政局', hours: 10 },
    { org: ANZHENXILI, month: '2026-09', source: 'form', unit: '区统计局', hours: 2 },
    { org: ANZHENXILI, month: '2026-10', source: 'dispatch', unit: '区民政局', hours: 8.5 },
  ];
  expect(await readBurden(database, { org: DISTRICT, ...months })).toEqual(expected);
  expect(await readBurden(database, { org: ANZHENXILI, ...months })).toEqual(expected);
  expect(await readBurden(database, { org: 'chaoyang.anzhen.anhuali', ...months })).toEqual([]);
});
