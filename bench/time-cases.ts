import type { Client } from '@temporalio/client';
import type pg from 'pg';
import type { Database } from '../db/pool.ts';
import { writeCase } from '../db/record/write.ts';
import type { CaseState, Opening } from '../processes/kernel/case.ts';
import { DAY_MS, type Instant } from '../processes/kernel/clock.ts';
import { type Decision, decide, type Outcome, open, stateHashOf } from '../processes/kernel/decide.ts';
import type { AnyRules } from '../processes/kernel/define-rules.ts';
import { rungsOf } from '../processes/kernel/ladder.ts';
import { calendars } from '../processes/law/calendars/index.ts';
import { latestRules, rulesFor } from '../processes/rules.ts';
import { type CaseInput, caseWorkflowId, STATE_QUERY, type StateAnswer } from '../workflows/case.messages.ts';
import { applyLoad } from './load.ts';
import { COMMUNITY, draft, LEAD, PROCESS, SUPPORTER } from './proposal.ts';

/** Until a measurement begins, nothing of its cases is due. */
const FAR = Date.UTC(2100, 0, 1);
const WRITERS = 16;

export interface MadeCase {
  state: CaseState & { number: string };
}

/**
 * Makes open cases as their workflows would have made them at an earlier time: decided by the real rules and recorded by
 * the real statement. The decision is taken once and copied, the records are written one by one.
 */
export async function makeCases(
  database: Database,
  input: { name: string; count: number; at: Instant; until: 'collecting' | 'awaitingAcceptance' },
): Promise<MadeCase[]> {
  const rules = latestRules(PROCESS);
  if (rules === undefined) throw new Error(`there is no ${PROCESS}`);
  const { state, entries } = walk(rules, input);
  const { calendars: _calendars, relays: _relays, ...readable } = state;
  const rungs = rungsOf(rules, state).map((rung) => ({ ...rung, at: FAR, anyTime: true }));
  const made: MadeCase[] = [];
  await applyLoad({ clients: WRITERS, operations: input.count }, async (_client, operation) => {
    const id = `${input.name}-${operation}`;
    const writer = { run: 1, runId: 'before', history: 1, at: state.changedAt };
    const { number } = await writeCase(
      { database, rulesFor },
      {
        steps: [{ entries, notices: [], command: null, writer }],
        state: { ...readable, id },
        rungs,
        at: state.changedAt,
      },
    );
    made.push({ state: { ...state, id, number } });
  });
  return made;
}

/** Lets the workflows of such cases go on from where they are. */
export async function startWorkflows(client: Client, taskQueue: string, cases: readonly MadeCase[]): Promise<void> {
  await applyLoad({ clients: WRITERS, operations: cases.length }, async (_client, operation) => {
    const made = cases[operation];
    const rules = latestRules(PROCESS);
    if (made === undefined || rules === undefined) return;
    const { state } = made;
    const written = { seq: state.seq, stateHash: stateHashOf(state), number: state.number };
    const carried: CaseInput = {
      process: rules.id,
      version: rules.version,
      carried: { state, written, unwritten: [], run: 2, recentCommands: [] },
    };
    const handle = await client.workflow.start(rules.workflowType, {
      workflowId: caseWorkflowId(state.id),
      taskQueue,
      args: [carried],
    });
    // A start is only a promise: ten thousand first tasks would still be waiting when the measurement begins.
    await handle.query<StateAnswer>(STATE_QUERY);
  });
}

/** Takes cases without a workflow away, before something asks the workflows of all open cases. */
export async function forgetCases(pool: pg.Pool): Promise<void> {
  for (const [table, column] of [
    ['task', 'case_id'],
    ['rung', 'case_id'],
    ['case_view', 'id'],
  ] as const) {
    await pool.query(`delete from ${table} where ${column} like 'claims-%' or ${column} like 'idle-%'`);
  }
}

function walk(rules: AnyRules, { at, until }: { at: Instant; until: 'collecting' | 'awaitingAcceptance' }): Outcome {
  const defaults = Object.fromEntries(Object.entries(rules.settings).map(([name, { value }]) => [name, value]));
  const opening: Opening = {
    id: 'template',
    org: { id: COMMUNITY, kind: 'oldEstate' },
    drill: false,
    settings: { ...defaults, ...(until === 'awaitingAcceptance' ? { thresholdPersons: 1 } : {}) },
    calendars: calendars.filter(({ year }) => year >= new Date(at).getUTCFullYear()),
  };
  const lead = { id: LEAD, name: '刘桂兰', holdings: [{ role: 'resident', org: COMMUNITY }] } as const;
  const opened = taken(
    open(rules, opening, { command: rules.start, form: draft('时钟测试'), actor: lead, at, commandId: 'bench:0' }),
  );
  const published = next(rules, opened, { command: 'proposal.publish', form: {}, actor: lead });
  if (until === 'collecting') return published;
  const form = { as: 'person', building: '12号楼' };
  return next(rules, published, { command: 'proposal.cosign', form, actor: SUPPORTER });
}

function next(
  rules: AnyRules,
  before: Outcome,
  act: { command: string; form: object; actor: Parameters<typeof decide>[2]['actor'] },
): Outcome {
  const { state, entries } = before;
  const at = state.changedAt + DAY_MS / 24;
  const after = taken(decide(rules, state, { ...act, at, commandId: `bench:${state.seq}` }));
  return { ...after, entries: [...entries, ...after.entries] };
}

function taken(decision: Decision): Outcome {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused.code}`);
  return decision;
}
