import { Inject, Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import {
  ROLL_OUT_WORKFLOW,
  type RollOutInput,
  type RollOutKey,
  rollOutWorkflowId,
} from '../../workflows/calendar-roll-out.messages.ts';
import { Engine } from '../engine/engine.ts';
import { LOG, type Log } from '../log.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';

/** How long a confirmation waits for Temporal. */
const WAIT_MS = 3_000;

/** Sends confirmed tables on their way. */
@Injectable()
export class RollOuts {
  constructor(
    private readonly engine: Engine,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** The order stands in the database: if Temporal is away now, the worker starts it (worker/roll-out-starter.ts). */
  async start(key: RollOutKey): Promise<void> {
    const { client } = this.engine;
    try {
      await client.withDeadline(Date.now() + WAIT_MS, () =>
        client.workflow.start<(input: RollOutInput) => Promise<unknown>>(ROLL_OUT_WORKFLOW, {
          workflowId: rollOutWorkflowId(this.options.taskQueue, key),
          taskQueue: this.options.taskQueue,
          args: [key],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      );
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return;
      this.log.warn({ reason: String(error), ...key }, 'the roll-out of a holiday table waits for Temporal');
    }
  }
}
