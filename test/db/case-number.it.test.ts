import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../support/database.ts';

test('numbers have four digits at least, and go on after the ten-thousandth case of a community in a year', async () => {
  await using store = await openTestDatabase('case number');
  const take = async () =>
    (await sql<{ number: string }>`select take_number('朝阳-安贞-2026') as number`.execute(store.database)).rows[0]
      ?.number;
  expect([await take(), await take()]).toEqual(['朝阳-安贞-2026-0001', '朝阳-安贞-2026-0002']);
  await sql`update case_counter set last = 9998`.execute(store.database);
  expect([await take(), await take(), await take()]).toEqual([
    '朝阳-安贞-2026-9999',
    '朝阳-安贞-2026-10000',
    '朝阳-安贞-2026-10001',
  ]);
});
