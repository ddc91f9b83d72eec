import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { type RawBuilder, sql } from 'kysely';
import { contentHashOf } from '../db/chain.ts';
import type { Database } from '../db/pool.ts';
import type { Entry } from '../processes/kernel/case.ts';
import { stateHashOf } from '../processes/kernel/decide.ts';
import type { AnyRules } from '../processes/kernel/define-rules.ts';
import { assert } from '../processes/kernel/problem.ts';
import { pathOf } from '../processes/organisation.ts';
import {
  type CaseRecord,
  type Fence,
  OPENED_BEFORE,
  type RecordArgs,
  type Recorded,
} from '../workflows/case.messages.ts';
import { seriesOf } from './case-number.ts';
import { caseViewOf, tasksOf } from './case-view.ts';

/** Nothing is written later than this after the workflow task began; the server gives the task up after 10 s. */
const WRITE_WITHIN_MS = 8_000;

/** Types of the failures of a write that must not happen. */
export const STALE_WRITER = 'StaleWriter';
export const DEADLINE_PASSED = 'WriteDeadlinePassed';

export interface RecordDependencies {
  database: Database;
  rulesFor(process: string, version: number): AnyRules | undefined;
}

/** Writes one step of a case: ledger, view, tasks, answer and outbox in one statement (db/migrations, `record_case`). */
export async function recordCase(dependencies: RecordDependencies, args: RecordArgs): Promise<Recorded> {
  return writeCase(dependencies, args, writeBefore(args));
}

/** The same with the deadline as an argument. null: none, the step is already durable in Temporal. */
export async function writeCase(
  { database, rulesFor }: RecordDependencies,
  args: RecordArgs,
  writeBeforeMs: number | null,
): Promise<Recorded> {
  const { state, entries, fence } = args;
  const rules = rulesFor(state.process, state.version);
  assert(rules, `this worker knows ${state.process}@${state.version}`);
  const number = state.number;
  const input = {
    caseId: state.id,
    writeBefore: writeBeforeMs,
    writer: fence,
    firstSeq: entries[0]?.seq ?? state.seq + 1,
    stateBefore: entries[0] === undefined ? state.state : (entries[0].from ?? entries[0].to),
    previousHash: args.previousHash,
    number,
    series: number ?? (await seriesFor(database, state)),
    entries: entries.map(ledgerEntry),
    view: caseViewOf(rules, state),
    record: state,
    tasks: tasksOf(rules, state),
    rungs: args.rungs,
    command: args.command,
    notices: args.notices,
  };
  const lines = rules.registers?.(state.data, { caseId: state.id, org: state.org.id });
  const besides: RawBuilder<unknown>[] = [];
  if (lines) {
    besides.push(sql`record_registers(${state.id}, ${state.org.id}, ${state.drill}, ${JSON.stringify(lines)}::jsonb)`);
  }
  if (rules.placeOf) besides.push(sql`record_place(${state.id}, ${rules.placeOf(state.data)})`);
  const recorded = await recordStatement(database, input, besides);
  return { ...recorded, stateHash: entries.at(-1)?.stateHash ?? stateHashOf({ ...state, calendars: [], relays: [] }) };
}

/** Voids the rows of an opening that Temporal never accepted, and gives its number back. */
export async function abandonCase(database: Database, args: { caseId: string; fence: Fence }): Promise<void> {
  await refusingLateWriters(
    sql`select abandon_case(${args.caseId}, ${JSON.stringify(args.fence)}::jsonb)`.execute(database),
  );
}

/** What a command was answered. */
export async function readAnswer(database: Database, commandId: string): Promise<CaseRecord | null> {
  const row = await database
    .selectFrom('command_answer')
    .select('record')
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row?.record ?? null;
}

/** Registers and place are part of the same statement: a later writer keeps all of it out or none. */
async function recordStatement(
  database: Database,
  input: object,
  besides: readonly RawBuilder<unknown>[],
): Promise<{ number: string; hash: string }> {
  const statement = sql<{ recorded: { number: string; hash: string } }>`
    with done as materialized (select record_case(${JSON.stringify(input)}::jsonb) as recorded)
    select ${sql.join([sql`done.recorded`, ...besides])} from done`;
  const { rows } = await refusingLateWriters(statement.execute(database));
  const [row] = rows;
  if (row === undefined) throw new Error('record_case answered nothing');
  return row.recorded;
}

async function refusingLateWriters<Answer>(statement: Promise<Answer>): Promise<Answer> {
  try {
    return await statement;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Retryable both: a failure for good of the durable activity would fail the command, or the case itself.
    if (code === 'BH002') throw ApplicationFailure.retryable('A later writer has recorded this case', STALE_WRITER);
    if (code === 'BH003') throw ApplicationFailure.retryable('Too late to write for this task', DEADLINE_PASSED);
    if (code === 'BH004') throw ApplicationFailure.nonRetryable('Another run has carried this case on', OPENED_BEFORE);
    throw error;
  }
}

/**
 * A local activity may write only while its workflow task can still be completed. The task began at the fence's instant,
 * which is real time except in a drill; there the worker's own clock at the scheduling of the activity stands in.
 */
function writeBefore({ state, fence }: RecordArgs): number | null {
  const { isLocal, scheduledTimestampMs } = activityInfo();
  if (!isLocal) return null;
  return (state.drill ? scheduledTimestampMs : Math.min(scheduledTimestampMs, fence.at)) + WRITE_WITHIN_MS;
}

async function seriesFor(database: Database, state: RecordArgs['state']): Promise<string> {
  const orgs = await database
    .selectFrom('org')
    .select(['id', 'short_name'])
    .where('id', 'in', pathOf(state.org.id))
    .execute();
  const shortNames = orgs.sort((a, b) => a.id.length - b.id.length).map((org) => org.short_name);
  return seriesOf({ shortNames, drill: state.drill, openedAt: state.openedAt });
}

function ledgerEntry(entry: Entry) {
  const content = { ...entry, automatic: entry.actor === null };
  return { ...content, contentHash: contentHashOf(content) };
}
