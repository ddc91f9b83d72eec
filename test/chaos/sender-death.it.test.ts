import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heal } from '../../worker/healer.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { tinyRules as rules, findTinyRules as rulesFor } from '../fixtures/tiny-process/rules.ts';
import { caseKit, openCase } from '../support/case.ts';
import { type ChaosHouse, openChaosHouse } from '../support/chaos.ts';
import type { DeathPoint } from '../support/dying-database.ts';
import { connectTemporal, type TestTemporal } from '../support/temporal.ts';
import { repairer, resident, worker } from '../support/tiny-people.ts';

// Whoever sends a command dies by SIGKILL at one point of its way: the rows of the table in docs/decisions/0004.
let temporal: TestTemporal;
let house: ChaosHouse;
const taskQueue = `sender-death-${randomUUID()}`;

beforeAll(async () => {
  temporal = await connectTemporal();
  house = await openChaosHouse(temporal, 'sender death');
  await house.immortalWorker(taskQueue);
});
afterAll(async () => {
  await house[Symbol.asyncDispose]();
  await temporal[Symbol.asyncDispose]();
});

const log = pino({ level: 'silent' });

/** As if fifteen seconds had gone by. */
async function healNow(): Promise<void> {
  const { database } = house.store;
  await sql`update intent set next_try = clock_timestamp()`.execute(database);
  await heal({ database, rulesFor, sender: temporal.sender(), log });
}

const intentsOf = async (caseId: string) =>
  (
    await sql<{
      id: string;
    }>`select command_id as id from intent where case_id = ${caseId} and written_at is null`.execute(
      house.store.database,
    )
  ).rows.map(({ id }) => id);

const again = (caseId: string, key: string) =>
  caseKit(temporal, caseId).give('lamp.assign', { to: repairer.id }, worker, { commandId: key });

/** What stands in the record when the sender has died on the way of an act: nothing of it, or all of it. */
const actPoints: [DeathPoint, string[], boolean][] = [
  ['begun', ['lamp.report'], true],
  ['beforeWrite', ['lamp.report'], true],
  ['written', ['lamp.report', 'lamp.assign'], false],
];

test.each(actPoints)('dead at %s of an act: the same key does it once', async (point, kinds, waits) => {
  const dead = await house.mortalSender(taskQueue, { point, type: 'lamp.assign' });
  expect(dead.signal).toBe('SIGKILL');
  expect(await house.kinds(dead.caseId)).toEqual(kinds);
  expect(await intentsOf(dead.caseId)).toEqual(waits ? [dead.keys.assign] : []);
  const answer = await again(dead.caseId, dead.keys.assign);
  expect(answer).toMatchObject({ state: 'assigned', seq: 2 });
  expect(await again(dead.caseId, dead.keys.assign)).toEqual(answer);
  expect(await house.kinds(dead.caseId)).toEqual(['lamp.report', 'lamp.assign']);
  expect(await intentsOf(dead.caseId)).toEqual([]);
  await house.expectInvariant(caseKit(temporal, dead.caseId));
});

test.each(actPoints)('dead at %s of an act, and nobody asks again: the healer settles it', async (point) => {
  const dead = await house.mortalSender(taskQueue, { point, type: 'lamp.assign' });
  await healNow();
  // What was never accepted did not happen; what was accepted stands.
  const kinds = point === 'begun' ? ['lamp.report'] : ['lamp.report', 'lamp.assign'];
  expect(await house.kinds(dead.caseId)).toEqual(kinds);
  expect(await intentsOf(dead.caseId)).toEqual([]);
  await house.expectInvariant(caseKit(temporal, dead.caseId));
});

test.each<[DeathPoint, string[]]>([
  ['begun', []],
  ['beforeWrite', ['lamp.report']],
  ['written', ['lamp.report']],
])('dead at %s of an opening: healed, with one number and none lost', async (point, kinds) => {
  const dead = await house.mortalSender(taskQueue, { point, type: 'lamp.report' });
  expect(dead.signal).toBe('SIGKILL');
  await healNow();
  expect(await house.kinds(dead.caseId)).toEqual(kinds);
  expect(await intentsOf(dead.caseId)).toEqual([]);
  const next = await openCase(temporal, { rules, taskQueue, form: { place: '5号楼' }, actor: resident });
  const { rows } = await sql<{ gap: number }>`
    select (max(n) - count(*))::int as gap from (select substring(number from '\\d+$')::int as n from case_view) numbers`.execute(
    house.store.database,
  );
  expect(rows).toEqual([{ gap: 0 }]);
  // A second look tells the case its number, and then nothing is left.
  await healNow();
  const { rows: left } = await sql`select 1 from intent where case_id in (${dead.caseId}, ${next.id})`.execute(
    house.store.database,
  );
  expect(left).toEqual([]);
});

test('a command of somebody else writes what the dead one left, before its own', async () => {
  const dead = await house.mortalSender(taskQueue, { point: 'beforeWrite', type: 'lamp.assign' });
  const lamp = caseKit(temporal, dead.caseId);
  await lamp.give('lamp.note', { text: '另一件事' }, worker);
  expect(await house.kinds(dead.caseId)).toEqual(['lamp.report', 'lamp.assign', 'lamp.note']);
  await house.expectInvariant(lamp);
});

test('an intent for a case that was ended by force: what it had accepted is written from what the engine still knows', async () => {
  const dead = await house.mortalSender(taskQueue, { point: 'beforeWrite', type: 'lamp.assign' });
  await temporal.client.workflow.getHandle(caseWorkflowId(dead.caseId)).terminate();
  await healNow();
  expect(await house.kinds(dead.caseId)).toEqual(['lamp.report', 'lamp.assign']);
  expect(await intentsOf(dead.caseId)).toEqual([]);
});
