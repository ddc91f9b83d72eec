import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseLookups } from '../../api/cases/case-lookups.ts';
import { Engine } from '../../api/engine/engine.ts';
import { Store } from '../../api/store.ts';
import { beginCommand, readWritten } from '../../db/record/intents.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import { rulesFor } from '../../processes/rules.ts';
import { COMMAND_UPDATE, caseWorkflowId } from '../../workflows/case.messages.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import { startBody } from './support/forms.ts';

/** Acts that rest on a sum over a register are judged one after the other (docs/decisions/0009). */
let kit: ApiKit;
let store: Store;
let engine: Engine;
let lookups: CaseLookups;
beforeAll(async () => {
  kit = await startApiKit('turns');
  store = new Store(kit.options, { warn: () => {} } as never);
  engine = new Engine(kit.options, store);
  lookups = new CaseLookups(store, engine, kit.options);
});
afterAll(async () => {
  await lookups.onApplicationShutdown();
  await engine.onApplicationShutdown();
  await store.onApplicationShutdown();
  await kit[Symbol.asyncDispose]();
});

const rules: AnyRules = { ...(rulesFor('dispatch', 1) as AnyRules), lookups: { sum: () => [] }, oneByOne: ['sum'] };
const asked = { command: 'sum', form: {}, data: null, org: 'chaoyang', drill: false, now: () => Date.now() };

test('acts of one organisation never overlap, those of others do not wait for them', async () => {
  const under = new Set<string>();
  let together = 0;
  const act = (org: string) =>
    lookups.during(rules, { ...asked, org }, async () => {
      if (under.has(org)) together += 1;
      under.add(org);
      await sql`select 1`.execute(kit.database);
      under.delete(org);
      return org;
    });
  const orgs = Array.from({ length: 40 }, (_, index) => `chaoyang.${index % 4}`);
  expect(await Promise.all(orgs.map(act))).toEqual(orgs);
  expect(together).toBe(0);
});

test('what was answered is not lost with the connection that held the turn, and the next one gets it', async () => {
  const cut = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bihuan-api-turns'`.execute(
      kit.database,
    );
  const answered = await lookups.during(rules, asked, async () => {
    await cut();
    return 'accepted';
  });
  expect(answered).toBe('accepted');
  // A connection of the pool that was cut as well is told as the absence of the database: whoever tries again gets his turn.
  const next = () => lookups.during(rules, asked, async () => 'next').catch(() => 'away');
  await expect.poll(next, { timeout: 10_000 }).toBe('next');
});

test('what somebody left who died in his turn is settled before the next one counts', async () => {
  const liu = await kit.as('liu-guilan');
  const { body } = await liu.start(startBody());
  const of = { org: body.org as string, drill: false };
  const left = {
    ...of,
    commandId: `liu-guilan:${randomUUID()}`,
    caseId: body.id as string,
    opens: false,
    inTurn: true,
  };
  await beginCommand(kit.database, left);
  const args = {
    commandId: left.commandId,
    requestHash: 'x',
    command: 'proposal.publish',
    form: {},
    expectedSeq: null,
  };
  const actor = { id: 'liu-guilan', name: '刘桂兰', holdings: [{ role: 'resident' as const, org: of.org }] };
  // Accepted by the case, and its sender is gone.
  await kit.temporal.client.workflow.getHandle(caseWorkflowId(body.id)).executeUpdate(COMMAND_UPDATE, {
    args: [{ ...args, actor, written: await readWritten(kit.database, body.id) }],
  });
  const seqs = () => sql<{ seq: number }>`select seq from case_view where id = ${body.id}`.execute(kit.database);
  expect((await seqs()).rows).toEqual([{ seq: 1 }]);
  const counted = await lookups.during(rules, { ...asked, ...of }, async () => (await seqs()).rows);
  expect(counted).toEqual([{ seq: 2 }]);
});
