import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../db/verify.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import { stateHashOf } from '../../processes/kernel/decide.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { tinyRules as rules } from '../fixtures/tiny-process/rules.ts';
import { type CaseKit, type OpenCaseOptions, openCase, Refused } from '../support/case.ts';
import { repairer, resident, worker } from '../support/tiny-people.ts';
import { openTinyHouse, type TinyHouse } from '../support/tiny-process.ts';

const HOUR_MS = 3_600_000;

let house: TinyHouse;
beforeAll(async () => {
  house = await openTinyHouse('case workflow');
});
afterAll(() => house[Symbol.asyncDispose]());

const report = (options: Partial<OpenCaseOptions> = {}) =>
  openCase(house.temporal, {
    rules,
    taskQueue: house.worker.taskQueue,
    form: { place: '3号楼门前' },
    actor: resident,
    ...options,
  });

const ledger = (caseId: string) =>
  house.store.database.selectFrom('ledger').selectAll().where('case_id', '=', caseId).orderBy('position').execute();

const typesInForce = async (caseId: string) =>
  (await ledger(caseId)).filter((row) => row.in_force && row.kind === 'entry').map((row) => row.type);

async function refusalOf(answer: Promise<unknown>): Promise<Refused['refusal']> {
  const error = await answer.then(
    () => new Error('the command was accepted'),
    (reason: unknown) => reason,
  );
  if (error instanceof Refused) return error.refusal;
  throw error;
}

/** The rows in force are what the workflow accepted, for one case. */
async function expectLedgerEqualsWorkflow(lamp: CaseKit): Promise<void> {
  const held = await lamp.state();
  const verified = await verifyLedger(house.store.database, { caseId: lamp.id });
  expect(verified.findings).toEqual([]);
  const inForce = (await ledger(lamp.id)).filter((row) => row.in_force && row.kind === 'entry');
  expect(inForce.at(-1)).toMatchObject({ seq: held.state?.seq, state_hash: held.state && stateHashOf(held.state) });
}

test('a case goes from its first word to its end, and each step is recorded before it is answered', async () => {
  const lamp = await report();
  expect(lamp.opened).toMatchObject({ state: 'reported', seq: 1 });
  expect(lamp.opened.number).toMatch(/^朝阳-安贞-安贞西里-\d{4}-\d{4}$/);
  await lamp.give('lamp.assign', { to: repairer.id }, worker);
  const repaired = await lamp.give('lamp.repair', { how: '更换灯泡' }, repairer);
  expect(repaired).toMatchObject({ state: 'repaired', seq: 3, number: lamp.opened.number });
  expect(await typesInForce(lamp.id)).toEqual(['lamp.report', 'lamp.assign', 'lamp.repair']);
  expect((await ledger(lamp.id)).at(-1)?.hash).toBe(repaired.hash);
  await expect(lamp.give('lamp.note', { text: '还有' }, worker)).rejects.toThrow(/case\.closed|the case has ended/);
});

test('the stored record is the answer of the command, to the letter', async () => {
  const lamp = await report({ form: { place: '𠮷祥里䶮字牌 🏮' } });
  const row = await house.store.database
    .selectFrom('case_view')
    .select(['record', 'title'])
    .where('id', '=', lamp.id)
    .executeTakeFirstOrThrow();
  expect(row.record).toEqual(lamp.opened);
  expect(row.title).toBe('路灯不亮：𠮷祥里䶮字牌 🏮');
});

test('a refused command leaves no trace in the history', async () => {
  const lamp = await report();
  const before = await lamp.historyTypes();
  expect(await refusalOf(lamp.give('lamp.repair', { how: '换' }, repairer))).toMatchObject({
    problem: { code: 'permission.denied' },
    state: { seq: 1, state: 'reported' },
  });
  expect(await refusalOf(lamp.give('lamp.refer', { caseId: 'x' }, worker))).toMatchObject({
    problem: { code: 'command.notNow' },
  });
  expect(await lamp.historyTypes()).toEqual(before);
});

test('an accepted command costs five events: one workflow task', async () => {
  const lamp = await report();
  // With the first command the case hears of its number, which Temporal's pages show.
  await lamp.give('lamp.note', { text: '灯罩碎了' }, worker);
  const before = (await lamp.historyTypes()).length;
  await lamp.give('lamp.note', { text: '又一条' }, worker);
  expect((await lamp.historyTypes()).length - before).toBe(5);
});

test('a stale screen is refused and told the case as it stands', async () => {
  const lamp = await report();
  await lamp.give('lamp.note', { text: '灯罩碎了' }, worker, { expectedSeq: 1 });
  expect(await refusalOf(lamp.give('lamp.assign', { to: repairer.id }, worker, { expectedSeq: 1 }))).toMatchObject({
    problem: { code: 'sequence.stale' },
    state: { seq: 2, data: { notes: ['灯罩碎了'] } },
  });
});

test('two people at once on the same screen: one wins, the other is told', async () => {
  const lamp = await report();
  const answers = await Promise.allSettled([
    lamp.give('lamp.note', { text: '甲' }, worker, { expectedSeq: 1 }),
    lamp.give('lamp.note', { text: '乙' }, worker, { expectedSeq: 1 }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  expect(reasons).toMatchObject([{ refusal: { problem: { code: 'sequence.stale' } } }]);
});

test('many commands at once stand in the ledger in the order in which they were decided', async () => {
  const lamp = await report();
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, index) => lamp.give('lamp.note', { text: `第${index}条` }, worker)),
  );
  expect(answers.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const rows = await ledger(lamp.id);
  const { state } = await lamp.state();
  expect(rows.slice(1).map((row) => row.form['text'])).toEqual(state?.data['notes']);
  await expectLedgerEqualsWorkflow(lamp);
});

test('the same key is done once, under the same update id and under another one', async () => {
  const lamp = await report();
  const commandId = `key-${randomUUID()}`;
  const first = await lamp.give('lamp.note', { text: '灯罩碎了' }, worker, { commandId });
  expect(await lamp.give('lamp.note', { text: '灯罩碎了' }, worker, { commandId })).toEqual(first);
  await lamp.give('lamp.note', { text: '又一条' }, worker);
  const updateId = `other-${randomUUID()}`;
  expect(await lamp.give('lamp.note', { text: '灯罩碎了' }, worker, { commandId, updateId })).toEqual(first);
  const otherBody = lamp.give('lamp.note', { text: '换了内容' }, worker, { commandId, updateId: `${updateId}-2` });
  expect((await refusalOf(otherBody)).problem.code).toBe('idempotency.reused');
  expect(await typesInForce(lamp.id)).toEqual(['lamp.report', 'lamp.note', 'lamp.note']);
});

test('opening twice under one key is one case with one number', async () => {
  const [id, commandId] = [randomUUID(), randomUUID()];
  const [first, second] = await Promise.all([report({ id, commandId }), report({ id, commandId })]);
  expect(second.opened).toEqual(first.opened);
  expect(await typesInForce(id)).toEqual(['lamp.report']);
});

test('a refused opening leaves neither a workflow nor a number behind', async () => {
  const id = randomUUID();
  const counters = () => house.store.database.selectFrom('case_counter').selectAll().execute();
  const before = await counters();
  expect(await refusalOf(report({ id, actor: worker }))).toEqual({
    problem: { code: 'permission.denied', values: { command: 'lamp.report' } },
    state: null,
  });
  await house.temporal.client.workflow.getHandle(caseWorkflowId(id)).result();
  expect(await counters()).toEqual(before);
  expect(await ledger(id)).toEqual([]);
});

test('a window closes by the clock of the case, and the entry carries the instant that was due', async () => {
  const lamp = await report({ drill: true });
  expect(lamp.opened.number).toContain('-演练-');
  await lamp.advance(49 * HOUR_MS);
  await house.temporal.client.workflow.getHandle(caseWorkflowId(lamp.id)).result();
  const rows = (await ledger(lamp.id)).filter(({ kind }) => kind === 'entry');
  const dueAt = lamp.opened.openedAt + 48 * HOUR_MS;
  expect(rows.map(({ type, automatic, actor, at }) => ({ type, automatic, actor, at: isoOf(at.getTime()) }))).toEqual([
    {
      type: 'lamp.report',
      automatic: false,
      actor: { ...personOf(resident), as: 'resident' },
      at: isoOf(lamp.opened.openedAt),
    },
    { type: 'report.lapse', automatic: true, actor: null, at: isoOf(dueAt) },
  ]);
});

const personOf = ({ id, name }: { id: string; name: string }) => ({ id, name });

test('the clock of a drill moves its lights, and the view knows how far it is ahead', async () => {
  const lamp = await report({ drill: true });
  await lamp.advance(47 * HOUR_MS);
  const ticked = await lamp.tick();
  expect(ticked).toMatchObject({ state: 'reported', seq: 1 });
  const view = await house.store.database
    .selectFrom('case_view')
    .select('clock_offset_ms')
    .where('id', '=', lamp.id)
    .executeTakeFirstOrThrow();
  expect(Math.abs(view.clock_offset_ms - 47 * HOUR_MS)).toBeLessThan(60_000);
  const assigned = await lamp.give('lamp.assign', { to: repairer.id }, worker);
  expect(assigned.changedAt).toBeGreaterThanOrEqual(lamp.opened.openedAt + 47 * HOUR_MS);
});

test('a case goes on in new runs with its number, its chain, its keys and its clocks', async () => {
  const lamp = await report({ drill: true, historyEventsMax: 40 });
  const commandId = randomUUID();
  const first = await lamp.give('lamp.note', { text: '第一条' }, worker, { commandId });
  for (let index = 2; index <= 20; index += 1) {
    await lamp.give('lamp.note', { text: `第${index}条` }, worker, { expectedSeq: index });
  }
  const held = await lamp.state();
  expect(held.run).toBeGreaterThan(2);
  expect(held.state).toMatchObject({ number: lamp.opened.number, seq: 21, deadlines: lamp.opened.deadlines });
  // The key was used in the first run, the answer is the one of then.
  expect(await lamp.give('lamp.note', { text: '第一条' }, worker, { commandId })).toEqual(first);
  await expectLedgerEqualsWorkflow(lamp);
  // The clock still ends where it was to end on the first day.
  await lamp.advance(49 * HOUR_MS);
  await house.temporal.client.workflow.getHandle(caseWorkflowId(lamp.id)).result();
  const last = (await ledger(lamp.id)).at(-1);
  expect(last).toMatchObject({ type: 'report.lapse', at: new Date(lamp.opened.openedAt + 48 * HOUR_MS) });
});

test('commands that arrive while a case changes runs are all done, once', async () => {
  const lamp = await report({ historyEventsMax: 30 });
  const texts = Array.from({ length: 40 }, (_, index) => `第${index}条`);
  const hands = [0, 1, 2, 3].map(async (hand) => {
    for (const text of texts.filter((_, index) => index % 4 === hand)) {
      const commandId = randomUUID();
      await lamp.give('lamp.note', { text }, worker, { commandId });
    }
  });
  await Promise.all(hands);
  const { state, run } = await lamp.state();
  expect(run).toBeGreaterThan(3);
  expect([...((state?.data['notes'] as string[]) ?? [])].sort()).toEqual([...texts].sort());
  await expectLedgerEqualsWorkflow(lamp);
});

test('a command is carried to another case, and its acceptance comes back', async () => {
  const [lamp, other] = [await report(), await report({ form: { place: '5号楼后' } })];
  await lamp.give('lamp.assign', { to: repairer.id }, worker);
  await lamp.give('lamp.refer', { caseId: other.id }, worker);
  await house.temporal.client.workflow.getHandle(caseWorkflowId(lamp.id)).result();
  expect(await typesInForce(lamp.id)).toEqual(['lamp.report', 'lamp.assign', 'lamp.refer', 'refer.accepted']);
  expect((await other.state()).state?.data['adopted']).toEqual(['3号楼门前']);
  expect((await ledger(other.id)).at(-1)).toMatchObject({ type: 'lamp.adopt', automatic: true, actor: null });
});

test.each([
  { what: 'a case that never was', target: async () => randomUUID(), code: 'case.notFound' },
  {
    what: 'a closed case',
    target: async () => {
      const closed = await report();
      await closed.give('lamp.assign', { to: repairer.id }, worker);
      await closed.give('lamp.repair', { how: '换' }, repairer);
      return closed.id;
    },
    code: 'case.closed',
  },
])('a command carried to $what comes back refused', async ({ target }) => {
  const lamp = await report();
  await lamp.give('lamp.assign', { to: repairer.id }, worker);
  await lamp.give('lamp.refer', { caseId: await target() }, worker);
  await expect
    .poll(() => typesInForce(lamp.id), { timeout: 20_000 })
    .toEqual(['lamp.report', 'lamp.assign', 'lamp.refer', 'refer.refused']);
  expect((await lamp.state()).state?.state).toBe('assigned');
});

test.each([
  { what: 'a drill to a real case', drill: true },
  { what: 'a real case to a drill', drill: false },
])('a command carried from $what changes nothing there and comes back refused', async ({ drill }) => {
  const lamp = await report({ drill });
  const other = await report({ drill: !drill, form: { place: '5号楼后' } });
  await lamp.give('lamp.assign', { to: repairer.id }, worker);
  await lamp.give('lamp.refer', { caseId: other.id }, worker);
  await expect
    .poll(() => typesInForce(lamp.id), { timeout: 20_000 })
    .toEqual(['lamp.report', 'lamp.assign', 'lamp.refer', 'refer.refused']);
  expect((await lamp.state()).state?.data['answers']).toEqual(['refer.refused']);
  expect((await other.state()).state).toMatchObject({ seq: 1, data: { adopted: [] } });
  expect(await typesInForce(other.id)).toEqual(['lamp.report']);
});

test('nobody gives a command of the system', async () => {
  const lamp = await report();
  expect((await refusalOf(lamp.give('lamp.adopt', { from: 'x' }, worker))).problem.code).toBe('permission.denied');
});

test('Temporal’s own pages tell number, state and next deadline, once the case has heard of its number', async () => {
  const lamp = await report();
  await lamp.tick();
  const handle = house.temporal.client.workflow.getHandle(caseWorkflowId(lamp.id));
  const metadata = await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
  const [deadline] = lamp.opened.deadlines;
  expect(metadata.currentDetails).toContain(lamp.opened.number);
  expect(metadata.currentDetails).toContain(isoOf(deadline?.dueAt ?? 0));
  const { typedSearchAttributes } = await handle.describe();
  const shown = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]);
  expect(Object.fromEntries(shown)).toMatchObject({ CaseState: 'reported', CaseNumber: lamp.opened.number });
});
