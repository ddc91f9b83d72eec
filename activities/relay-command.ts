import type { Client } from '@temporalio/client';
import { type CaseRow, readCase } from '../db/queries/cases.ts';
import { lookUp } from '../db/queries/registers.ts';
import type { RecordDependencies } from '../db/record/write.ts';
import { hashOf } from '../processes/kernel/hash.ts';
import { problem } from '../processes/kernel/problem.ts';
import { CLOSED, CommandRefused, createCaseSender } from '../workflows/case.client.ts';
import { isTrouble, type RelayAnswer, type RelayArgs } from '../workflows/case.messages.ts';

/** How long one try waits for the other case; what became of it is then unknown, and the next try asks again. */
const WAIT_MS = 10_000;

/**
 * Gives a command to another case. Its id is that of the relay, so however often this is tried, the other case does it
 * once. A refusal is an answer; anything else is unknown and is tried again.
 */
export async function relayCommand(
  dependencies: RecordDependencies & { client: Client },
  { from, relay, commandId }: RelayArgs,
): Promise<RelayAnswer> {
  const { client, database } = dependencies;
  const { caseId, command, form } = relay;
  const target = await readCase(database, caseId);
  if (target === undefined) return { accepted: false, problem: problem('case.notFound') };
  const registers = await lookUpFor(dependencies, relay, target);
  const args = {
    commandId,
    requestHash: hashOf({ caseId, command, form }),
    command,
    form,
    actor: { id: `case:${from.caseId}`, name: from.caseId, holdings: [] },
    expectedSeq: null,
    relayed: true,
    from,
    ...(registers ? { registers } : {}),
  };
  const { org, drill } = target.record;
  const sender = createCaseSender(dependencies, (call) => client.withDeadline(Date.now() + WAIT_MS, call));
  try {
    const record = await sender.act({ caseId, org: org.id, drill, args });
    return record === CLOSED ? { accepted: false, problem: problem('case.closed') } : { accepted: true, record };
  } catch (error) {
    if (!(error instanceof CommandRefused) || isTrouble(error.refusal.problem)) throw error;
    return { accepted: false, problem: error.refusal.problem };
  }
}

/** What the rules of the other case want to know before they judge the command. */
async function lookUpFor(
  { database, rulesFor }: RecordDependencies,
  { command, form }: RelayArgs['relay'],
  target: CaseRow,
) {
  const { process, version, org, data, drill } = target.record;
  const lookup = rulesFor(process, version)?.lookups?.[command];
  if (lookup === undefined) return undefined;
  const at = Date.now() + target.clockOffsetMs;
  return await lookUp(database, lookup({ form, data, org: org.id, at }), { org: org.id, drill, at });
}
