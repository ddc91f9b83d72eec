import { setTimeout as wait } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../db/pool.ts';
import {
  type CaseRecord,
  caseWorkflowId,
  STATE_QUERY,
  type StateAnswer,
  TICK_UPDATE,
} from '../workflows/case.messages.ts';

/**
 * Finds rows that were written but never accepted and whose command is never given again: the next
 * command of the case would void them, but it may come in a month. Only the workflow knows what was accepted, so a case
 * whose last row differs from its workflow is asked to record itself anew (`tick`): the repair has the workflow's own
 * fence and goes the way of every other record.
 */
export interface Reconciler {
  stop(): Promise<void>;
}

/** How far back the first sweep looks, and how long a row rests before it is compared: its task may still run. */
const LOOK_BACK_SECONDS = 300;
const QUIET_SECONDS = 15;
/** One comparison costs a query of the workflow, so they are paced: at most ten cases a second. */
const SWEEP_EVERY_MS = 5_000;
const CASES_PER_SWEEP = 50;

/** Where a sweep goes on: the last ledger row looked at, and the cases that did not answer, with the tries so far. */
export interface SweepState {
  cursor: number;
  unanswered: Map<string, number>;
}

const TRIES_MAX = 10;

export function startReconciler(dependencies: { client: Client; database: Database; log: Logger }): Reconciler {
  const { database, log } = dependencies;
  const stopping = new AbortController();
  const running = (async () => {
    let state: SweepState | undefined;
    while (!stopping.signal.aborted) {
      try {
        state ??= { cursor: await firstCursor(database), unanswered: new Map() };
        await sweep(dependencies, state);
      } catch (error) {
        log.warn({ reason: String(error) }, 'recent rows could not be compared with Temporal; trying again');
      }
      await wait(SWEEP_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Compares the cases written since the last sweep and quiet since then; what the clock sent was no workflow's to accept. */
export async function sweep(
  { client, database, log }: { client: Client; database: Database; log: Logger },
  state: SweepState,
  options: { quietSeconds?: number } = {},
): Promise<void> {
  const { rows } = await sql<{ caseId: string; last: number }>`
    select case_id as "caseId", max(id) as last from ledger
     where id > ${state.cursor} and kind <> 'rung'
       and recorded_at < clock_timestamp() - make_interval(secs => ${options.quietSeconds ?? QUIET_SECONDS})
     group by case_id order by last limit ${CASES_PER_SWEEP}`.execute(database);
  for (const caseId of new Set([...state.unanswered.keys(), ...rows.map((row) => row.caseId)])) {
    const tries = (state.unanswered.get(caseId) ?? 0) + 1;
    state.unanswered.delete(caseId);
    try {
      const repair = await repairCase({ client, database }, caseId);
      if (repair === 'repaired') log.warn({ caseId }, 'rows that were never accepted are void now');
    } catch (error) {
      // One case that does not answer must not hide the others.
      if (tries < TRIES_MAX) state.unanswered.set(caseId, tries);
      else log.error({ caseId, reason: String(error) }, 'the case does not answer; run npm run ledger:check');
    }
  }
  state.cursor = rows.at(-1)?.last ?? state.cursor;
}

export type Repair = 'same' | 'repaired' | 'noWorkflow';

/** Compares a case with its workflow and lets the workflow record itself anew where they differ. */
export async function repairCase(
  { client, database }: { client: Client; database: Database },
  caseId: string,
  options: { always?: boolean } = {},
): Promise<Repair> {
  const handle = client.workflow.getHandle(caseWorkflowId(caseId));
  try {
    const held = await handle.query<StateAnswer>(STATE_QUERY);
    const view = await database
      .selectFrom('case_view')
      .select(['seq', 'hash'])
      .where('id', '=', caseId)
      .executeTakeFirst();
    const isSame = held.state?.seq === view?.seq && (held.hash ?? undefined) === view?.hash;
    if (isSame && !options.always) return 'same';
    // A workflow that was never opened gives its rows back by itself (case.workflow.ts).
    if (held.state === null) return 'same';
    await handle.executeUpdate<CaseRecord, []>(TICK_UPDATE);
    return 'repaired';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'noWorkflow';
    throw error;
  }
}

async function firstCursor(database: Database): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(min(id), (select coalesce(max(id), 0) + 1 from ledger)) - 1 as id from
      (select id, recorded_at from ledger order by id desc limit 10000) recent
     where recorded_at > clock_timestamp() - make_interval(secs => ${LOOK_BACK_SECONDS})`.execute(database);
  return rows[0]?.id ?? 0;
}
