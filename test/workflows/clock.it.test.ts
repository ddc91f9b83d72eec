import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../db/verify.ts';
import { DAY_MS, HOUR_MS, isoOf } from '../../processes/kernel/clock.ts';
import { startClock } from '../../worker/keep-clock.ts';
import { clockOf, moveClockTo } from '../../workflows/case-clock.client.ts';
import type { ClockInput } from '../../workflows/clock.messages.ts';
import { tinyRules as rules } from '../fixtures/tiny-process/rules.ts';
import { type CaseKit, openCase } from '../support/case.ts';
import { repairer, resident, worker } from '../support/tiny-people.ts';
import { openTinyHouse, type TinyHouse } from '../support/tiny-process.ts';

let house: TinyHouse;
beforeAll(async () => {
  house = await openTinyHouse('clock workflow');
});
afterAll(() => house[Symbol.asyncDispose]());

const clocks: string[] = [];
afterEach(async () => {
  const { workflow } = house.temporal.client;
  await Promise.all(clocks.splice(0).map((id) => workflow.getHandle(id).terminate()));
});

/** A clock of this test alone; the application has one. */
async function runClock(input: ClockInput = {}): Promise<string> {
  const workflowId = `clock:${randomUUID()}`;
  clocks.push(workflowId);
  await startClock({ client: house.temporal.client, taskQueue: house.worker.taskQueue, workflowId, input });
  return workflowId;
}

const report = (drill = false) =>
  openCase(house.temporal, {
    rules,
    taskQueue: house.worker.taskQueue,
    form: { place: '3号楼门前' },
    actor: resident,
    drill,
  });

const ledger = (caseId: string) =>
  house.store.database.selectFrom('ledger').selectAll().where('case_id', '=', caseId).orderBy('position').execute();
const types = async (caseId: string) => (await ledger(caseId)).map(({ type }) => type);

/** Brings the armed rows of a real case as far into the past as its own clock has gone into the future. */
async function letTimePass(lamp: CaseKit, durationMs: number): Promise<void> {
  await lamp.advance(durationMs);
  await sql`update rung set at = at - make_interval(secs => ${durationMs / 1000}) where case_id = ${lamp.id}`.execute(
    house.store.database,
  );
}

const ticks = async () => {
  const { rows } = await sql<{ ticks: number }>`select ticks from clock_tick`.execute(house.store.database);
  return rows[0]?.ticks ?? 0;
};

const TIMER_STARTED = '17';

test('a real case has no timer of its own, a drill has', async () => {
  const [lamp, drill] = [await report(), await report(true)];
  expect(await lamp.historyTypes()).not.toContain(TIMER_STARTED);
  expect(await drill.historyTypes()).toContain(TIMER_STARTED);
});

test('the clock sends what is due, then tells the case that its time is over', async () => {
  const lamp = await report();
  const dueAt = lamp.opened.openedAt + 48 * HOUR_MS;
  await letTimePass(lamp, 49 * HOUR_MS);
  await runClock();
  await expect.poll(() => types(lamp.id), { timeout: 20_000 }).toContain('report.lapse');
  const rows = await ledger(lamp.id);
  expect(rows.map(({ type }) => type).sort()).toEqual(['deadline.reminded', 'lamp.report', 'report.lapse']);
  // Each row carries the instant that it stands for, not that of its processing.
  expect(isoOf(rows.find(({ type }) => type === 'report.lapse')?.at.getTime() ?? 0)).toBe(isoOf(dueAt));
  expect(rows.every(({ type, automatic }) => automatic === (type !== 'lamp.report'))).toBe(true);
  expect((await verifyLedger(house.store.database, { caseId: lamp.id })).findings).toEqual([]);
});

test('three clocks at once and one that was killed send each rung once', async () => {
  const lamps = await Promise.all(Array.from({ length: 20 }, () => report()));
  for (const lamp of lamps) await letTimePass(lamp, 45 * HOUR_MS);
  const [killed] = await Promise.all([runClock(), runClock(), runClock()]);
  await house.temporal.client.workflow.getHandle(killed ?? '').terminate();
  clocks.splice(clocks.indexOf(killed ?? ''), 1);
  for (const { id } of lamps) {
    await expect.poll(() => types(id), { timeout: 20_000 }).toContain('deadline.reminded');
    expect(await types(id)).toEqual(['lamp.report', 'deadline.reminded']);
  }
  expect((await verifyLedger(house.store.database)).findings).toEqual([]);
});

test('the clock goes on in new runs and leaves a sign of life with every look', async () => {
  const before = await ticks();
  const workflowId = await runClock({ ticksMax: 2 });
  const first = await house.temporal.client.workflow.getHandle(workflowId).describe();
  await expect.poll(ticks, { timeout: 30_000 }).toBeGreaterThanOrEqual(before + 3);
  const later = await house.temporal.client.workflow.getHandle(workflowId).describe();
  expect(later.runId).not.toBe(first.runId);
});

test('a clock that runs is found, not started anew', async () => {
  const workflowId = await runClock();
  const { client } = house.temporal;
  const first = await client.workflow.getHandle(workflowId).describe();
  await startClock({ client, taskQueue: house.worker.taskQueue, workflowId });
  expect((await client.workflow.getHandle(workflowId).describe()).runId).toBe(first.runId);
  await startClock({ client, taskQueue: house.worker.taskQueue, workflowId }, true);
  expect((await client.workflow.getHandle(workflowId).describe()).runId).not.toBe(first.runId);
});

test('the clock of a drill fires everything in between, in order, each at its own instant', async () => {
  const lamp = await report(true);
  await lamp.advance(47 * HOUR_MS);
  expect(await types(lamp.id)).toEqual(['lamp.report', 'deadline.reminded']);
  const assigned = await lamp.give('lamp.assign', { to: repairer.id }, worker);
  const dueAt = assigned.deadlines.find(({ key }) => key === 'repair')?.dueAt ?? 0;
  await lamp.advance(30 * DAY_MS);
  expect((await types(lamp.id)).slice(2)).toEqual([
    'lamp.assign',
    'deadline.reminded',
    'deadline.reminded',
    'deadline.urged',
    'deadline.ordered',
  ]);
  const rows = (await ledger(lamp.id)).slice(3);
  expect(rows.every(({ form }) => (form['missed'] as string[]).length === 0)).toBe(true);
  const instants = rows.map(({ at }) => at.getTime());
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
  expect([instants[1], instants[2]].map((at) => (at ?? 0) < dueAt)).toEqual([true, false]);
  expect(isoOf(instants[2] ?? 0)).toContain('T09:00:00');
  const outside = await house.store.database
    .selectFrom('outbox')
    .select('drill')
    .where('case_id', '=', lamp.id)
    .execute();
  expect(outside.every(({ drill }) => drill)).toBe(true);
  expect((await verifyLedger(house.store.database, { caseId: lamp.id })).findings).toEqual([]);
});

test('the clock of a drill that is told twice where to go, at once or later, goes there once', async () => {
  const lamp = await report(true);
  const { connection, namespace } = house.temporal;
  const workflow = { namespace, workflowId: `case:${lamp.id}` };
  const tell = (id: string) => moveClockTo(connection, { ...workflow, aheadMs: 3 * HOUR_MS, id });
  await tell('begins there');
  await tell('begins there');
  await tell('told by another');
  expect((await clockOf(connection, workflow)).aheadMs / HOUR_MS).toBeCloseTo(3, 1);
});

test('a drill that goes on in a new run claims nothing again and forgets nothing', async () => {
  const lamp = await openCase(house.temporal, {
    rules,
    taskQueue: house.worker.taskQueue,
    form: { place: '3号楼门前' },
    actor: resident,
    drill: true,
    historyEventsMax: 20,
  });
  await lamp.advance(45 * HOUR_MS);
  for (let index = 0; index < 6; index += 1) await lamp.give('lamp.note', { text: `第${index}条` }, worker);
  expect((await lamp.state()).run).toBeGreaterThan(1);
  await lamp.advance(4 * HOUR_MS);
  await house.temporal.client.workflow.getHandle(`case:${lamp.id}`).result();
  const kinds = await types(lamp.id);
  expect(kinds.filter((type) => type === 'deadline.reminded')).toHaveLength(1);
  expect(kinds.at(-1)).toBe('report.lapse');
});
