import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../db/verify.ts';
import { HOUR_MS } from '../../processes/kernel/clock.ts';
import { startClock } from '../../worker/keep-clock.ts';
import { tinyRules as rules } from '../fixtures/tiny-process/rules.ts';
import { type CaseKit, openCase } from '../support/case.ts';
import { type ChaosHouse, openChaosHouse } from '../support/chaos.ts';
import { connectTemporal, type TestTemporal } from '../support/temporal.ts';
import { resident, worker } from '../support/tiny-people.ts';

let temporal: TestTemporal;
let house: ChaosHouse;
beforeAll(async () => {
  temporal = await connectTemporal();
  house = await openChaosHouse(temporal, 'clock death');
  await house.store.database.insertInto('person').values({ id: worker.id, name: worker.name }).execute();
  const holding = { person: worker.id, role: 'communityWorker' as const, org: 'chaoyang.anzhen.anzhenxili' };
  await house.store.database.insertInto('holding').values(holding).execute();
});
afterAll(async () => {
  await house[Symbol.asyncDispose]();
  await temporal[Symbol.asyncDispose]();
});

const CASES = 12;

/** Cases whose reminder, and after `hours` of 48 whose window, is over. */
async function overdueLamps(taskQueue: string, hours: number): Promise<CaseKit[]> {
  const lamps = await Promise.all(
    Array.from({ length: CASES }, (_, index) =>
      openCase(temporal, { rules, taskQueue, form: { place: `${index}号楼` }, actor: resident }),
    ),
  );
  for (const lamp of lamps) await lamp.advance(hours * HOUR_MS);
  const ids = lamps.map(({ id }) => id);
  await sql`update rung set at = at - make_interval(hours => ${hours}) where case_id = any(${ids})`.execute(
    house.store.database,
  );
  return lamps;
}

async function startTestClock(taskQueue: string): Promise<AsyncDisposable> {
  const workflowId = `clock:${randomUUID()}`;
  await startClock({ client: temporal.client, taskQueue, workflowId });
  return {
    [Symbol.asyncDispose]: async () => {
      await temporal.client.workflow.getHandle(workflowId).terminate();
    },
  };
}

async function noticesOf(lamps: readonly CaseKit[]): Promise<number> {
  const ids = lamps.map(({ id }) => id);
  return (await house.store.database.selectFrom('outbox').select('id').where('case_id', 'in', ids).execute()).length;
}

test('a worker dies right after the clock has claimed, before Temporal knows: each rung went out, once', async () => {
  const taskQueue = `clock-death-${randomUUID()}`;
  const mortal = await house.mortalWorker(taskQueue, 'claim');
  const lamps = await overdueLamps(taskQueue, 45);
  await using _clock = await startTestClock(taskQueue);
  await mortal.died;
  // It is claimed in PostgreSQL, and the clock does not know.
  expect(await noticesOf(lamps)).toBe(CASES);
  await house.immortalWorker(taskQueue);
  const ticks = async () => {
    const { rows } = await sql<{ ticks: number }>`select ticks from clock_tick`.execute(house.store.database);
    return rows[0]?.ticks ?? 0;
  };
  const before = await ticks();
  await expect.poll(ticks, { timeout: 40_000 }).toBeGreaterThan(before);
  for (const { id } of lamps) expect(await house.kinds(id)).toEqual(['lamp.report', 'rung']);
  expect(await noticesOf(lamps)).toBe(CASES);
  expect((await verifyLedger(house.store.database)).findings).toEqual([]);
});

test('a worker dies after cases were told that their time is over: each moves once, at the instant it stands for', async () => {
  const taskQueue = `clock-death-${randomUUID()}`;
  const mortal = await house.mortalWorker(taskQueue, 'poke');
  const lamps = await overdueLamps(taskQueue, 49);
  await using _clock = await startTestClock(taskQueue);
  await mortal.died;
  await house.immortalWorker(taskQueue);
  for (const lamp of lamps) {
    await temporal.client.workflow.getHandle(`case:${lamp.id}`).result();
    expect((await house.kinds(lamp.id)).sort()).toEqual(['lamp.report', 'report.lapse', 'rung']);
  }
  expect((await verifyLedger(house.store.database)).findings).toEqual([]);
});
