import {
  ActivityFailure,
  CancellationScope,
  proxyActivities,
  proxyLocalActivities,
  workflowInfo,
} from '@temporalio/workflow';
import type { CaseState, Entry, Notice } from '../processes/kernel/case.ts';
import type { Instant } from '../processes/kernel/clock.ts';
import { stateHashOf } from '../processes/kernel/decide.ts';
import type { AnyRules } from '../processes/kernel/define-rules.ts';
import { rungsOf } from '../processes/kernel/ladder.ts';
import { assert } from '../processes/kernel/problem.ts';
import {
  type CaseActivities,
  type CaseRecord,
  type Fence,
  OPENED_BEFORE,
  type RecordArgs,
  type Recorded,
} from './case.messages.ts';

/** One step that must be written: what the case became, and why. */
export interface RecordStep {
  state: CaseState;
  entries: Entry[];
  notices: Notice[];
  command: RecordArgs['command'];
}

/** Writes the steps of one case, strictly one after the other, and holds what PostgreSQL answered last. */
export interface Recorder {
  record(step: RecordStep): Promise<CaseRecord>;
  abandon(caseId: string): Promise<void>;
  /** Claims the rungs that are due at an instant, after everything handed over so far is written. */
  claim(caseId: string, at: Instant): Promise<void>;
  /** Resolves when everything handed over so far is written. */
  settled(): Promise<void>;
  isIdle(): boolean;
  receipt(): Receipt;
}

export interface Receipt {
  number: string | null;
  hash: string | null;
}

// The deadline in the statement (activities/record-case.ts) lies before the server's 10 s for a workflow task; so do these.
const local = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '2 seconds',
  scheduleToCloseTimeout: '5 seconds',
  retry: { initialInterval: '50 milliseconds', maximumAttempts: 3 },
});

// What a local activity could not write in time waits here as long as it takes; the machine is never rolled back.
const durable = proxyActivities<CaseActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '20 seconds' },
});

/**
 * Each promise costs the sandbox a stack trace (the SDK keeps one for its `__stack_trace` query; a third of the CPU of a
 * command went there), so this is written with few of them: nothing is queued while nobody else writes.
 */
export function createRecorder(rules: AnyRules, run: number, carried: Receipt): Recorder {
  let receipt = carried;
  let isWriting = false;
  const waiting: (() => void)[] = [];

  function turn(): Promise<void> {
    return new Promise((go) => waiting.push(go));
  }

  function pass(): void {
    const next = waiting.shift();
    if (next) next();
    else isWriting = false;
  }

  async function record({ state, entries, notices, command }: RecordStep): Promise<CaseRecord> {
    if (isWriting) await turn();
    isWriting = true;
    const { calendars: _calendars, relays: _relays, ...readable } = state;
    const args = (): RecordArgs => ({
      state: { ...readable, number: receipt.number },
      entries,
      notices,
      rungs: rungsOf(rules, state),
      command,
      previousHash: receipt.hash,
      fence: fenceOf(run),
    });
    let recorded: Recorded;
    try {
      recorded = await local.recordCase(args());
    } catch (error) {
      if (isOpenedBefore(error)) {
        pass();
        throw error;
      }
      recorded = await lasting(() => durable.recordCase(args()));
    }
    assertSameState(recorded, entries.at(-1)?.stateHash ?? stateHashOf(state));
    receipt = { number: recorded.number, hash: recorded.hash };
    pass();
    return { ...readable, number: recorded.number, hash: recorded.hash };
  }

  return {
    record,
    abandon: async (caseId) => {
      if (isWriting) await turn();
      isWriting = true;
      await lasting(() => durable.abandonCase({ caseId, fence: fenceOf(run) }));
      pass();
    },
    claim: async (caseId, at) => {
      if (isWriting) await turn();
      isWriting = true;
      await lasting(() => durable.claimCaseRungs({ caseId, at }));
      pass();
    },
    settled: async () => {
      if (isWriting) await turn();
      pass();
    },
    isIdle: () => !isWriting,
    receipt: () => receipt,
  };
}

/** The case was carried on by another run that Temporal has forgotten: nothing may be written. */
export function isOpenedBefore(error: unknown): boolean {
  return error instanceof ActivityFailure && (error.cause as { type?: unknown } | undefined)?.type === OPENED_BEFORE;
}

/** Not even the cancellation of a workflow may lose a step that was decided. */
function lasting<Answer>(activity: () => Promise<Answer>): Promise<Answer> {
  return CancellationScope.nonCancellable(activity);
}

/** Reads what a command was answered, from PostgreSQL: answers are too big to travel with the case. */
export function readAnswer(commandId: string): Promise<CaseRecord | null> {
  return durable.readAnswer({ commandId });
}

function fenceOf(run: number): Fence {
  const { historyLength, runId } = workflowInfo();
  return { run, runId, history: historyLength, at: Date.now() };
}

/**
 * Replay finds changed commands, not changed state. What was recorded then is compared with what the
 * code makes of the same history now; a plain Error fails the task, not the case.
 */
function assertSameState(recorded: Recorded, stateHash: string): void {
  assert(
    recorded.stateHash === stateHash,
    `the recorded state ${recorded.stateHash} is what the code computes, not ${stateHash}`,
  );
}
