import { setTimeout as wait } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import { readArmed } from '../../db/queries/clock.ts';
import type { CaseState } from '../../processes/kernel/case.ts';
import { stateHashOf } from '../../processes/kernel/decide.ts';
import type { AnyRules } from '../../processes/kernel/define-rules.ts';
import { rungsOf } from '../../processes/kernel/ladder.ts';
import { rulesFor } from '../../processes/rules.ts';
import { caseIdOf, caseWorkflowId, STATE_QUERY, type StateAnswer } from '../../workflows/case.messages.ts';
import type { LedgerParts } from './parts.ts';

/** How the view of one case stands to its workflow. */
export type Standing =
  | 'same'
  | 'viewMissing'
  | 'viewBehind'
  | 'viewAhead'
  | 'hashDiffers'
  | 'rungsDiffer'
  | 'noWorkflow'
  | 'noAnswer';

export interface Compared {
  caseId: string;
  number: string;
  standing: Standing;
  viewSeq: number | null;
  workflowSeq: number | null;
}

const CASES_AT_ONCE = 10;
const ANSWER_WAIT_MS = 15_000;
/** People go on while the check runs: a case that is being acted on is looked at again after a moment. */
const LOOKS_MAX = 60;
const LOOK_AGAIN_MS = 400;

/**
 * Compares every open case with the state its workflow holds, from both sides: a case that the view does not know was
 * opened after the backup that was restored. What is closed has left Temporal and stands by its chain.
 */
export async function compareOpenCases(
  parts: Omit<LedgerParts, 'close'> & { rulesFor?: typeof rulesFor },
): Promise<Compared[]> {
  const { client, database, taskQueue } = parts;
  const views = await viewsIn(database).execute();
  const known = new Set(views.map(({ id }) => id));
  const open: View[] = views.filter(({ kind }) => kind !== 'final');
  for await (const { workflowId } of client.workflow.list({ query: runningOn(taskQueue) })) {
    const id = caseIdOf(workflowId);
    if (workflowId === caseWorkflowId(id) && !known.has(id)) {
      open.push({ id, number: '—', seq: null, stateHash: null });
    }
  }
  const compared: Compared[] = [];
  for (let from = 0; from < open.length; from += CASES_AT_ONCE) {
    const part = open.slice(from, from + CASES_AT_ONCE);
    compared.push(...(await Promise.all(part.map((view) => compareAtRest(parts, view)))));
  }
  return compared;
}

const runningOn = (taskQueue: string): string => `ExecutionStatus = 'Running' and TaskQueue = '${taskQueue}'`;

interface View {
  id: string;
  number: string;
  seq: number | null;
  /** Of the last entry; empty where the record has a gap. */
  stateHash: string | null;
}

/** A difference is one only if nothing moved between two looks at it. */
async function compareAtRest(parts: Parameters<typeof compareOpenCases>[0], listed: View): Promise<Compared> {
  let before = await compare(parts, listed);
  for (let look = 1; look < LOOKS_MAX && before.standing !== 'same'; look += 1) {
    await wait(LOOK_AGAIN_MS);
    const now = await compare(parts, await viewOf(parts, listed));
    if (now.viewSeq === before.viewSeq && now.workflowSeq === before.workflowSeq) return now;
    before = now;
  }
  return before;
}

async function viewOf({ database }: Parameters<typeof compareOpenCases>[0], listed: View): Promise<View> {
  const row = await viewsIn(database).where('case_view.id', '=', listed.id).executeTakeFirst();
  return row ?? listed;
}

function viewsIn(database: LedgerParts['database']) {
  return database
    .selectFrom('case_view')
    .innerJoin('ledger', 'ledger.hash', 'case_view.hash')
    .select(['case_view.id', 'number', 'case_view.seq', 'state_hash as stateHash', 'case_view.kind']);
}

async function compare(parts: Parameters<typeof compareOpenCases>[0], view: View): Promise<Compared> {
  const { client } = parts;
  const known = { caseId: view.id, number: view.number, viewSeq: view.seq };
  try {
    const held = await client.withDeadline(Date.now() + ANSWER_WAIT_MS, () =>
      client.workflow.getHandle(caseWorkflowId(view.id)).query<StateAnswer>(STATE_QUERY),
    );
    const number = held.state?.number ?? view.number;
    const standing = standingOf(view, held);
    const isArmed = standing !== 'same' || (await isArmedAs(parts, held.state));
    return { ...known, number, workflowSeq: held.state?.seq ?? null, standing: isArmed ? standing : 'rungsDiffer' };
  } catch (error) {
    const standing = error instanceof WorkflowNotFoundError ? 'noWorkflow' : 'noAnswer';
    return { ...known, workflowSeq: null, standing };
  }
}

function standingOf(view: View, held: StateAnswer): Standing {
  // A workflow that still waits for its first command has nothing to show, and neither has the view.
  const workflowSeq = held.state?.seq ?? null;
  if (view.seq === null) {
    return workflowSeq === null ? 'same' : 'viewMissing';
  }
  if (workflowSeq !== view.seq) {
    return (workflowSeq ?? 0) > view.seq ? 'viewBehind' : 'viewAhead';
  }
  const isGap = view.stateHash === '';
  return isGap || !held.state || stateHashOf(held.state) === view.stateHash ? 'same' : 'hashDiffers';
}

/** What waits for the clock is what the deadlines of the workflow say, less what the ledger says is done. */
async function isArmedAs(
  { database, ...parts }: Parameters<typeof compareOpenCases>[0],
  state: CaseState | null,
): Promise<boolean> {
  const rules: AnyRules | undefined = state ? (parts.rulesFor ?? rulesFor)(state.process, state.version) : undefined;
  if (!state || !rules) return true;
  const { armed, done } = await readArmed(database, state.id);
  const wanted = rungsOf(rules, state)
    .map(({ key }) => key)
    .filter((key) => !done.includes(key));
  return wanted.length === armed.length && wanted.every((key) => armed.includes(key));
}
