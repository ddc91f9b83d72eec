import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrateFolder } from '../../tools/launch/older-data.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let store: TestDatabase;
let folder: string;
beforeEach(async () => {
  store = await openTestDatabase('older data');
  folder = mkdtempSync(join(tmpdir(), 'bihuan-older-'));
  const older = join(folder, 'migrations');
  cpSync(join(import.meta.dirname, '../../db/migrations'), older, { recursive: true });
  for (const name of readdirSync(older).filter((one) => one >= '0015')) rmSync(join(older, name));
  await sql`drop schema public cascade; create schema public`.execute(store.database);
  await migrate(store.url, older);
  await sql`insert into org (id, name, short_name, level) values ('chaoyang', '朝阳区', '朝阳', 'district')`.execute(
    store.database,
  );
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

async function aCase(kind: 'open' | 'final'): Promise<void> {
  await sql`
    insert into case_view (id, number, process, version, org, drill, state, kind, visible_to, seq, round, title, related, record,
                           hash, opened_at, changed_at, fence_run, fence_run_id, fence_history, fence_at)
    values ('old', '朝阳-2026-0001', 'lamp', 1, 'chaoyang', false, 'reported', ${kind}, 'community', 1, 1, '路灯不亮', '{}', '{}',
            'hash', now(), now(), 1, 'run', 1, 1)`.execute(store.database);
  await sql`
    insert into ledger (case_id, position, kind, seq, round, type, command_id, automatic, at, to_state, form, state_hash,
                        content_hash, prev_hash, hash, writer)
    values ('old', 1, 'entry', 1, 1, 'lamp.report', 'old:report', false, now(), 'reported', '{}', '', '', '', 'hash', '{}')`.execute(
    store.database,
  );
}

test('a folder with open cases of an older version is told, its ledger is written beside it, and it stays as it is', async () => {
  await aCase('open');
  const home = join(folder, 'data');
  const now = new Date('2026-12-01T02:00:00Z');
  await expect(migrateFolder(store.url, home, now)).rejects.toThrow('npm run reset');
  const file = join(folder, 'data-ledger-2026-12-01T02-00-00-000Z.jsonl');
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  expect(rows.map((row) => JSON.parse(row))).toMatchObject([{ case_id: 'old', type: 'lamp.report' }]);
  const { rows: applied } = await sql`select name from migration where name >= '0015'`.execute(store.database);
  expect(applied).toEqual([]);
});

test('a folder that was made by another text of a migration is told in the same way', async () => {
  await aCase('final');
  await sql`update migration set sha256 = 'another' where name like '0002%'`.execute(store.database);
  await expect(migrateFolder(store.url, join(folder, 'data'))).rejects.toThrow('npm run reset');
  expect(readdirSync(folder).filter((name) => name.endsWith('.jsonl'))).toHaveLength(1);
});

test('one whose cases have all ended lives on', async () => {
  await aCase('final');
  await migrateFolder(store.url, join(folder, 'data'));
  const { rows } = await sql`select number from case_view`.execute(store.database);
  expect(rows).toEqual([{ number: '朝阳-2026-0001' }]);
});
