import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/activity';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyLedger } from '../../db/verify.ts';
import { MINUTE_MS } from '../../processes/kernel/clock.ts';
import {
  type Answer,
  type CaseInput,
  COMMAND_UPDATE,
  type CommandArgs,
  caseWorkflowId,
  TICK_UPDATE,
  type TickArgs,
} from '../../workflows/case.messages.ts';
import { tinyRules as rules, THROWING_NOTE } from '../fixtures/tiny-process/rules.ts';
import { ANZHENXILI, type CaseKit, caseKit, commandArgs, openCase } from '../support/case.ts';
import { repairer, resident, worker } from '../support/tiny-people.ts';
import { openTinyHouse, type TinyHouse } from '../support/tiny-process.ts';

/** How often the activity by which a case writes for itself fails first. */
let failures = 0;
let house: TinyHouse;

beforeAll(async () => {
  house = await openTinyHouse('tail', {
    wrapActivities: (activities) => ({
      ...activities,
      writeSteps: async (answer) => {
        failures -= 1;
        if (failures >= 0) throw ApplicationFailure.retryable('the connection is gone');
        return await activities.writeSteps(answer);
      },
    }),
  });
});
afterAll(() => house[Symbol.asyncDispose]());
beforeEach(() => {
  failures = 0;
});

const report = (options: { id?: string; historyEventsMax?: number; drill?: boolean } = {}) =>
  openCase(house.temporal, {
    rules,
    taskQueue: house.worker.taskQueue,
    form: { place: '3号楼' },
    actor: resident,
    ...options,
  });

const handleOf = (lamp: CaseKit) => house.temporal.client.workflow.getHandle(caseWorkflowId(lamp.id));

/** A sender that dies after the case has accepted his command: nobody writes anything. */
async function acceptedOnly(lamp: CaseKit, text: string, commandId: string = randomUUID()): Promise<Answer> {
  const args = {
    ...commandArgs(lamp.id, 'lamp.note', { text }, worker, { commandId }),
    written: await writtenOf(lamp),
  };
  return await handleOf(lamp).executeUpdate<Answer, [CommandArgs]>(COMMAND_UPDATE, {
    args: [args],
    updateId: commandId,
  });
}

async function writtenOf({ id }: CaseKit) {
  const { rows } = await house.store.database.executeQuery<{ seq: number; number: string; stateHash: string }>(
    house.store.database
      .selectFrom('case_view')
      .innerJoin('ledger', 'ledger.hash', 'case_view.hash')
      .select(['case_view.seq', 'number', 'state_hash as stateHash'])
      .where('case_view.id', '=', id)
      .compile(),
  );
  return rows[0] ?? null;
}

const entries = async (caseId: string) =>
  (
    await house.store.database
      .selectFrom('ledger')
      .select(['kind', 'seq', 'form'])
      .where('case_id', '=', caseId)
      .orderBy('position')
      .execute()
  ).map(({ kind, seq, form }) => `${kind === 'entry' ? '' : `${kind} `}${seq} ${form['text'] ?? ''}`.trim());

const findings = async (lamp: CaseKit) => (await verifyLedger(house.store.database, { caseId: lamp.id })).findings;

test('what a dead sender left is written by the next command of the case, before its own', async () => {
  const lamp = await report();
  await acceptedOnly(lamp, '没写下的');
  expect(await entries(lamp.id)).toEqual(['1']);
  const next = await lamp.give('lamp.note', { text: '后来的' }, worker);
  expect(next).toMatchObject({ seq: 3, data: { notes: ['没写下的', '后来的'] } });
  expect(await entries(lamp.id)).toEqual(['1', '2 没写下的', '3 后来的']);
  expect(await findings(lamp)).toEqual([]);
});

test('the same key again writes it, and is answered as if nothing had happened', async () => {
  const lamp = await report();
  const commandId = randomUUID();
  await acceptedOnly(lamp, '没写下的', commandId);
  const again = await lamp.give('lamp.note', { text: '没写下的' }, worker, { commandId });
  expect(again).toMatchObject({ seq: 2, data: { notes: ['没写下的'] } });
  expect(await entries(lamp.id)).toEqual(['1', '2 没写下的']);
});

test('it stays in the case until the case is told that it is written, also in a new run', async () => {
  const lamp = await report({ historyEventsMax: 30 });
  const commandId = randomUUID();
  await acceptedOnly(lamp, '没写下的', commandId);
  // Others who have read nothing newer either, and who die as well, until the case goes on in a new run.
  for (let index = 0; (await lamp.state()).run < 2; index += 1) {
    if (index === 40) throw new Error('the case stays in its first run');
    await acceptedOnly(lamp, `第${index}条`);
  }
  expect(await entries(lamp.id)).toEqual(['1']);
  const again = await lamp.give('lamp.note', { text: '没写下的' }, worker, { commandId });
  expect(again.data['notes']).toContain('没写下的');
  const { state } = await lamp.state();
  expect(await entries(lamp.id)).toHaveLength(state?.seq ?? 0);
  expect(await findings(lamp)).toEqual([]);
  // A tick that tells how far it is written leaves nothing to tell.
  await lamp.tick();
  expect((await lamp.state()).answer?.steps).toEqual([]);
});

test('the last step is written by the case itself, so that a case that has ended is written', async () => {
  const lamp = await report();
  await lamp.give('lamp.assign', { to: repairer.id }, worker);
  failures = 2;
  const args = {
    ...commandArgs(lamp.id, 'lamp.repair', { how: '更换灯泡' }, repairer),
    written: await writtenOf(lamp),
  };
  await handleOf(lamp).executeUpdate<Answer, [CommandArgs]>(COMMAND_UPDATE, { args: [args], updateId: args.commandId });
  await handleOf(lamp).result();
  expect(failures).toBeLessThan(0);
  expect(await entries(lamp.id)).toEqual(['1', '2', '3']);
  expect(await findings(lamp)).toEqual([]);
});

test('a sender who has read more than the case ever was is refused, and nothing is accepted', async () => {
  const lamp = await report();
  const { number } = lamp.opened;
  const before = await lamp.historyTypes();
  const tick = (seq: number, stateHash: string) =>
    handleOf(lamp).executeUpdate<Answer, [TickArgs]>(TICK_UPDATE, { args: [{ written: { seq, stateHash, number } }] });
  await expect(tick(2, '')).rejects.toMatchObject({ cause: { message: 'record.ahead' } });
  await expect(tick(1, 'another state')).rejects.toMatchObject({ cause: { message: 'record.differs' } });
  expect(await lamp.historyTypes()).toEqual(before);
  expect((await tick(1, '')).steps).toEqual([]);
});

test('a started case that nobody opens ends by itself and leaves nothing', async () => {
  const id = randomUUID();
  const opening = {
    id,
    org: { id: ANZHENXILI, kind: 'oldEstate' as const },
    drill: false,
    settings: { assignWithinHours: 48 },
    calendars: [],
  };
  const input: CaseInput = { process: rules.id, version: rules.version, opening };
  const handle = await house.temporal.client.workflow.start(rules.workflowType, {
    workflowId: caseWorkflowId(id),
    taskQueue: house.worker.taskQueue,
    args: [input],
  });
  await caseKit(house.temporal, id).advance(11 * MINUTE_MS);
  await handle.result();
  expect(await entries(id)).toEqual([]);
});

test('an opening that comes again after the end of the case, as when Temporal has forgotten it, is refused and its run ends', async () => {
  const lamp = await report();
  await lamp.give('lamp.assign', { to: repairer.id }, worker);
  await lamp.give('lamp.repair', { how: '更换灯泡' }, repairer);
  await handleOf(lamp).result();
  // Under another key, since the record still answers for the one that opened the case.
  const again = await report({ id: lamp.id }).catch((error: unknown) => error);
  expect(again).toMatchObject({ refusal: { problem: { code: 'case.openedBefore' } } });
  await handleOf(lamp).result();
  expect(await entries(lamp.id)).toEqual(['1', '2', '3']);
  expect(await findings(lamp)).toEqual([]);
});

test('a rule that throws refuses the command before anything is accepted, says what it was, and stops nobody', async () => {
  const lamp = await report();
  const before = await lamp.historyTypes();
  const thrown = await lamp.give('lamp.note', { text: THROWING_NOTE }, worker).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ cause: { type: 'TypeError', message: 'a rule with a mistake' } });
  expect(await lamp.historyTypes()).toEqual(before);
  expect(await lamp.give('lamp.note', { text: '灯罩碎了' }, worker)).toMatchObject({ seq: 2 });
});
