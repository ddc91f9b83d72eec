import { setTimeout as wait } from 'node:timers/promises';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../db/pool.ts';
import { listOpenRollOuts } from '../db/queries/roll-outs.ts';
import { ROLL_OUT_WORKFLOW, type RollOutInput, rollOutWorkflowId } from '../workflows/calendar-roll-out.messages.ts';

const EVERY_MS = 10_000;

/**
 * Starts the roll-outs that stand ordered in the database and that nobody has started: the api was stopped between the two,
 * Temporal was away, or a release brought a new table. One that runs already is left alone.
 */
export function startRollOutStarter(dependencies: {
  client: Client;
  database: Database;
  taskQueue: string;
  log: Logger;
}): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await startOrderedRollOuts(dependencies).catch((error: unknown) => {
        dependencies.log.warn(
          { reason: String(error) },
          'roll-outs of holiday tables could not be started; trying again',
        );
      });
      await wait(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Starts each once. */
export async function startOrderedRollOuts(input: {
  client: Client;
  database: Database;
  taskQueue: string;
}): Promise<void> {
  const { client, database, taskQueue } = input;
  for (const key of await listOpenRollOuts(database)) {
    try {
      await client.workflow.start<(input: RollOutInput) => Promise<unknown>>(ROLL_OUT_WORKFLOW, {
        workflowId: rollOutWorkflowId(taskQueue, key),
        taskQueue,
        args: [key],
        // One that has ended and is open again was opened by an operator (docs/operating.md).
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
}
