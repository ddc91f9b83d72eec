import { randomUUID } from 'node:crypto';
import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeCase } from '../../activities/record-case.ts';
import { verifyLedger } from '../../db/verify.ts';
import { MINUTE_MS } from '../../processes/kernel/clock.ts';
import { type CaseInput, caseWorkflowId } from '../../workflows/case.messages.ts';
import { tinyRules as rules, findTinyRules as rulesFor } from '../fixtures/tiny-process/rules.ts';
import { ANZHENXILI, caseKit, openCase } from '../support/case.ts';
import { repairer, resident, worker } from '../support/tiny-people.ts';
import { openTinyHouse, type TinyHouse } from '../support/tiny-process.ts';
import { recordArgs, reported } from '../support/tiny-steps.ts';

/** What the database does to the record step; a test sets it. */
let fault: 'none' | 'beforeCommit' | 'afterCommit' = 'none';
let attempts: ('local' | 'durable')[] = [];
let house: TinyHouse;

beforeAll(async () => {
  house = await openTinyHouse('record step', {
    wrapActivities: (activities) => ({
      ...activities,
      recordCase: async (args) => {
        const { isLocal } = activityInfo();
        attempts.push(isLocal ? 'local' : 'durable');
        if (isLocal && fault === 'beforeCommit') throw ApplicationFailure.retryable('the connection is gone');
        const recorded = await activities.recordCase(args);
        if (isLocal && fault === 'afterCommit') throw ApplicationFailure.retryable('the connection is gone');
        return recorded;
      },
    }),
  });
});
afterAll(() => house[Symbol.asyncDispose]());
beforeEach(() => {
  fault = 'none';
  attempts = [];
});

const report = (options: { id?: string; commandId?: string } = {}) =>
  openCase(house.temporal, {
    rules,
    taskQueue: house.worker.taskQueue,
    form: { place: '3号楼' },
    actor: resident,
    ...options,
  });

const seqs = async (caseId: string) =>
  (
    await house.store.database
      .selectFrom('ledger')
      .select(['seq', 'in_force'])
      .where('case_id', '=', caseId)
      .orderBy('position')
      .execute()
  ).map(({ seq, in_force }) => (in_force ? seq : -seq));

test.each(['beforeCommit', 'afterCommit'] as const)(
  'a record that fails %s is taken over by a durable activity, and the command is answered',
  async (kind) => {
    const lamp = await report();
    fault = kind;
    attempts = [];
    const answer = await lamp.give('lamp.note', { text: '灯罩碎了' }, worker);
    expect(answer).toMatchObject({ seq: 2, data: { notes: ['灯罩碎了'] } });
    expect(attempts).toEqual(['local', 'local', 'local', 'durable']);
    expect(await seqs(lamp.id)).toEqual([1, 2]);
    expect((await verifyLedger(house.store.database, { caseId: lamp.id })).findings).toEqual([]);
    expect((await lamp.state()).hash).toBe(answer.hash);
  },
);

test('commands that come while a record is held up are written after it, in their order', async () => {
  const lamp = await report();
  fault = 'beforeCommit';
  const answers = await Promise.all(
    ['甲', '乙', '丙'].map((text) => lamp.give('lamp.note', { text }, worker, { commandId: randomUUID() })),
  );
  expect(answers.map(({ seq }) => seq).sort()).toEqual([2, 3, 4]);
  expect(await seqs(lamp.id)).toEqual([1, 2, 3, 4]);
  expect((await verifyLedger(house.store.database, { caseId: lamp.id })).findings).toEqual([]);
});

test('a started case that nobody opens ends by itself and takes back what was written in its name', async () => {
  const id = randomUUID();
  const { database } = house.store;
  const { client } = house.temporal;
  const opening = {
    id,
    org: { id: ANZHENXILI, kind: 'oldEstate' as const },
    drill: false,
    settings: { assignWithinHours: 48 },
    calendars: [],
  };
  const input: CaseInput = { process: rules.id, version: rules.version, opening };
  // As if a worker had died in the first task of this workflow, and its caller had gone.
  const ghost = reported(id, { at: Date.now() });
  const { number } = await writeCase({ database, rulesFor }, recordArgs(ghost, null, { at: 0 }), null);
  const handle = await client.workflow.start(rules.workflowType, {
    workflowId: caseWorkflowId(id),
    taskQueue: house.worker.taskQueue,
    args: [input],
  });
  await caseKit(house.temporal, id).advance(11 * MINUTE_MS);
  await handle.result();
  expect(await seqs(id)).toEqual([-1, 1]);
  expect((await verifyLedger(database, { caseId: id })).findings).toEqual([]);
  expect((await report()).opened.number).toBe(number);
});

test('an opening that comes again after the end of the case, as when Temporal has forgotten it, is refused and its run ends', async () => {
  const lamp = await report();
  await lamp.give('lamp.assign', { to: repairer.id }, worker);
  await lamp.give('lamp.repair', { how: '更换灯泡' }, repairer);
  const { client } = house.temporal;
  const workflowId = caseWorkflowId(lamp.id);
  await client.workflow.getHandle(workflowId).result();

  // Under another key, since the server still answers for the one that opened the case.
  const again = await report({ id: lamp.id }).catch((error: unknown) => error);
  expect(again).toMatchObject({ refusal: { problem: { code: 'case.openedBefore' } } });
  await expect(client.workflow.getHandle(workflowId).result()).rejects.toMatchObject({
    cause: { message: 'case.openedBefore' },
  });
  expect(await seqs(lamp.id)).toEqual([1, 2, 3]);
  expect((await verifyLedger(house.store.database, { caseId: lamp.id })).findings).toEqual([]);
});
