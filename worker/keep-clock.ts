import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../db/pool.ts';
import { readTick } from '../db/queries/clock.ts';
import { MINUTE_MS, SECOND_MS } from '../processes/kernel/clock.ts';
import { CLOCK_ID, CLOCK_WORKFLOW, type ClockInput } from '../workflows/clock.messages.ts';

const LOOK_EVERY_MS = 15 * SECOND_MS;
/** So long a clock may be silent before another one takes its place; it holds nothing, so nothing is lost. */
const SILENT_MS = 2 * MINUTE_MS;

export interface ClockOptions {
  client: Client;
  taskQueue: string;
  /** Only tests have several on one server. */
  workflowId?: string;
  input?: ClockInput;
}

/** Starts the clock, or finds that it runs. */
export async function startClock(options: ClockOptions, replacing = false): Promise<void> {
  const { client, taskQueue, workflowId = CLOCK_ID, input = {} } = options;
  await client.workflow.start(CLOCK_WORKFLOW, {
    workflowId,
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: replacing ? 'TERMINATE_EXISTING' : 'USE_EXISTING',
  });
}

/**
 * Sees to it that the clock runs: an operator may have ended it, and one that stands still (after an update that cannot go on
 * with its history) is replaced. Every worker does this; Temporal lets one of them start it.
 */
export function keepClock(options: ClockOptions & { database: Database; log: Logger }): { stop(): Promise<void> } {
  const { database, log } = options;
  const stopping = new AbortController();
  const startedAt = performance.now();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        const tick = await readTick(database);
        const isSilent = performance.now() - startedAt > SILENT_MS && (tick?.ageMs ?? Infinity) > SILENT_MS;
        if (isSilent) log.warn('the clock has not ticked for two minutes; another one takes its place');
        await startClock(options, isSilent);
      } catch (error) {
        log.warn({ reason: String(error) }, 'the clock could not be looked after; trying again');
      }
      await wait(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
