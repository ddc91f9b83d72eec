import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let store: TestDatabase;
let folder: string;
beforeEach(async () => {
  store = await openTestDatabase('migrate');
  folder = mkdtempSync(join(tmpdir(), 'bihuan-migrations-'));
  cpSync(join(import.meta.dirname, '../../db/migrations'), folder, { recursive: true });
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await store[Symbol.asyncDispose]();
});

const applied = async () =>
  (await store.database.selectFrom('migration').select('name').orderBy('name').execute()).map(({ name }) => name);

test('migrating again, and twice at once, changes nothing', async () => {
  await migrate(store.url, folder);
  const before = await store.database.selectFrom('migration').selectAll().orderBy('name').execute();
  await Promise.all([migrate(store.url, folder), migrate(store.url, folder), migrate(store.url, folder)]);
  expect(await store.database.selectFrom('migration').selectAll().orderBy('name').execute()).toEqual(before);
});

test('an applied migration that was edited is refused by name', async () => {
  writeFileSync(join(folder, '0001-ledger.sql'), 'select 1;');
  await expect(migrate(store.url, folder)).rejects.toThrow('0001-ledger.sql was applied to this database with another');
});

test('line ends of another system are no change', async () => {
  const file = join(folder, '0001-ledger.sql');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  await migrate(store.url, folder);
});

test('a new migration is applied once; one that fails changes nothing and names itself', async () => {
  writeFileSync(join(folder, '9001-lamp.sql'), 'create table lamp (id integer);');
  writeFileSync(join(folder, '9002-broken.sql'), 'create table half (id integer); select nonsense;');
  await expect(migrate(store.url, folder)).rejects.toThrow('Migration 9002-broken.sql failed and changed nothing');
  expect((await applied()).at(-1)).toBe('9001-lamp.sql');
  await expect(sql`select * from half`.execute(store.database)).rejects.toThrow('does not exist');
  writeFileSync(join(folder, '9002-broken.sql'), 'create table half (id integer);');
  await migrate(store.url, folder);
  expect((await applied()).at(-1)).toBe('9002-broken.sql');
});
