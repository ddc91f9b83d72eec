import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRollOuts } from '../../db/queries/roll-outs.ts';
import { verifyLedger } from '../../db/verify.ts';
import { startOrderedRollOuts } from '../../worker/roll-out-starter.ts';
import { NEXT_YEAR, openRollingHouse, type RollingHouse, tableOf, workingDaysUntil } from '../support/rolling-house.ts';

const LAMPS = 12;
const DIES_AFTER = 5;

let house: RollingHouse;
beforeAll(async () => {
  house = await openRollingHouse('roll-out restart');
});
afterAll(() => house[Symbol.asyncDispose]());

test('the worker is killed in the middle: the next one goes on, every case is told, none twice, people once', async () => {
  const { database, temporal, taskQueue } = house;
  const mortal = await house.mortalWorker(DIES_AFTER);
  const days = workingDaysUntil(`${NEXT_YEAR}-06-10`);
  await Promise.all(Array.from({ length: LAMPS }, () => house.lamp({ days })));
  // Ordered in the database alone, as after a crash of the api between the confirmation and the start.
  const key = await house.order(tableOf(NEXT_YEAR, 1, [[`${NEXT_YEAR}-05-01`, `${NEXT_YEAR}-05-05`]]));
  const start = () => startOrderedRollOuts({ client: temporal.client, database, taskQueue });
  await Promise.all([start(), start()]);
  await mortal.died;
  const recorded = async () =>
    (
      await sql<{ caseId: string; times: number }>`
        select case_id as "caseId", count(*)::int as times from ledger
         where type = 'calendar.applied' and in_force group by case_id`.execute(database)
    ).rows;
  const before = await recorded();
  expect(before.length).toBeGreaterThanOrEqual(DIES_AFTER);
  expect(before.length).toBeLessThan(LAMPS);

  await house.startWorker();
  await house.finished(key);
  const after = await recorded();
  expect(after).toHaveLength(LAMPS);
  expect(after.filter(({ times }) => times !== 1)).toEqual([]);
  const [state] = await readRollOuts(database, key);
  expect(state).toMatchObject({ total: LAMPS, done: LAMPS, movedCases: LAMPS, movedDeadlines: LAMPS, failed: 0 });
  const { rows } = await sql<{ person: string; times: number; values: object }>`
    select person, count(*)::int as times, max(values::text)::jsonb as values from outbox
     where notice = 'calendar.applied' group by person`.execute(database);
  expect(rows).toHaveLength(2);
  for (const { times, values } of rows) {
    expect({ times, values }).toEqual({ times: 1, values: { year: NEXT_YEAR, cases: LAMPS, deadlines: LAMPS } });
  }
  expect((await verifyLedger(database)).findings).toEqual([]);

  // Nothing is left for anybody who looks for work.
  await start();
  expect(await recorded()).toEqual(after);
});
