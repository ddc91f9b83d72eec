import {
  ApplicationFailure,
  type Client,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Database } from '../db/pool.ts';
import { readCase } from '../db/queries/cases.ts';
import { lookUp } from '../db/queries/registers.ts';
import { hashOf } from '../processes/kernel/hash.ts';
import { type Problem, problem } from '../processes/kernel/problem.ts';
import {
  type CaseRecord,
  COMMAND_UPDATE,
  type CommandArgs,
  caseWorkflowId,
  REFUSED,
  type Refusal,
  type RelayAnswer,
  type RelayArgs,
} from '../workflows/case.messages.ts';
import type { RecordDependencies } from './record-case.ts';

/** How long one try waits for the other case; what became of it is then unknown, and the next try asks again. */
const WAIT_MS = 10_000;

/**
 * Gives a command to another case. Its id is that of the relay, so however often this is tried, the other case does it
 * once. A refusal is an answer; anything else is unknown and is tried again.
 */
export async function relayCommand(
  { client, database, rulesFor }: RecordDependencies & { client: Client },
  { from, relay, commandId }: RelayArgs,
): Promise<RelayAnswer> {
  const { caseId, command, form } = relay;
  const registers = await lookUpFor({ database, rulesFor }, relay);
  const args: CommandArgs = {
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
  try {
    const handle = client.workflow.getHandle(caseWorkflowId(caseId));
    const record = await client.withDeadline(Date.now() + WAIT_MS, () =>
      handle.executeUpdate<CaseRecord, [CommandArgs]>(COMMAND_UPDATE, { args: [args], updateId: commandId }),
    );
    return { accepted: true, record };
  } catch (error) {
    const refused = refusedBy(error);
    if (refused !== undefined) return { accepted: false, problem: refused };
    if (isGone(error)) return goneCase(database, caseId, commandId);
    throw error;
  }
}

/** What the rules of the other case want to know before they judge the command. */
async function lookUpFor({ database, rulesFor }: RecordDependencies, { caseId, command, form }: RelayArgs['relay']) {
  const target = await readCase(database, caseId);
  if (target === undefined) return undefined;
  const { process, version, org, data, drill } = target.record;
  const lookup = rulesFor(process, version)?.lookups?.[command];
  if (lookup === undefined) return undefined;
  const at = Date.now() + target.clockOffsetMs;
  return await lookUp(database, lookup({ form, data, org: org.id, at }), { org: org.id, drill, at });
}

function refusedBy(error: unknown): Problem | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== REFUSED) return undefined;
  return (cause.details?.[0] as Refusal | undefined)?.problem;
}

const NOT_FOUND = 5;

function isGone(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  return error instanceof ServiceError && (error.cause as { code?: unknown } | undefined)?.code === NOT_FOUND;
}

/** No workflow runs any more: either the command was the case's last, or the case is closed, or it never was. */
async function goneCase(database: Database, caseId: string, commandId: string): Promise<RelayAnswer> {
  const answer = await database
    .selectFrom('command_answer')
    .select('record')
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  if (answer !== undefined) return { accepted: true, record: answer.record };
  const view = await database.selectFrom('case_view').select('id').where('id', '=', caseId).executeTakeFirst();
  return { accepted: false, problem: problem(view === undefined ? 'case.notFound' : 'case.closed') };
}
