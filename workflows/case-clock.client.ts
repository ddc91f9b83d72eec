import type { Client, Connection } from '@temporalio/client';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
// A CommonJS package whose names Node cannot see: only its default can be imported.
import proto from '@temporalio/proto';
import { SECOND_MS } from '../processes/kernel/clock.ts';
import { STATE_QUERY, type StateAnswer } from './case.messages.ts';

const {
  FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED: COMPLETED,
  FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT: WAITING,
} = proto.temporal.api.enums.v1.FastForwardPollingResult;

const { WORKFLOW_EXECUTION_STATUS_RUNNING: RUNNING } = proto.temporal.api.enums.v1.WorkflowExecutionStatus;

/** The shortest step. Less than this is the time that reading the clock takes. */
const STEP_MIN_MS = SECOND_MS;

/**
 * Takes the clock of one workflow to where its time is `aheadMs` ahead of real time and waits until everything that was due
 * on the way has fired. It leads to a place and not over a distance, as the server would go the same distance as often as it
 * is told: whoever tells it again finishes what was cut off, and moves nothing twice. The SDK has no friendly call for it
 * yet; the server must allow it (`frontend.WorkflowTimeSkippingEnabled`).
 */
export async function moveClockTo(
  connection: Connection,
  step: { namespace: string; workflowId: string; aheadMs: number; id: string },
): Promise<void> {
  const { namespace, workflowId, aheadMs, id } = step;
  const execution = { namespace, workflowExecution: { workflowId } };
  const begun = await clockOf(connection, step);
  // What was told before may be on its way still: only where it ends is a place to go on from.
  if (begun.underWay !== null) await arrival(connection, { ...execution, fastForwardId: begun.underWay });
  const durationMs = aheadMs - (await clockOf(connection, step)).aheadMs;
  if (durationMs < STEP_MIN_MS) return;
  await connection.workflowService.updateWorkflowExecutionOptions({
    ...execution,
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: msToTs(durationMs) } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  const failed = await arrival(connection, { ...execution, fastForwardId: id });
  // A case may end on the way; anything else will never complete.
  if (failed === null || !(await clockOf(connection, step)).isRunning) return;
  throw new Error(`The clock of ${workflowId} could not be moved: ${failed}`);
}

/** Moves a case that has just been started, and has no first command yet, to where its drill begins. */
export async function moveToBeginning(
  client: Client,
  step: { workflowId: string; aheadMs: number; id: string },
): Promise<void> {
  const held = await client.workflow.getHandle(step.workflowId).query<StateAnswer>(STATE_QUERY);
  if (held.state !== null) return;
  await moveClockTo(client.connection as Connection, { ...step, namespace: client.options.namespace });
}

/** How far the clock of a workflow is ahead of real time, whether it runs, and the step that is under way. */
export async function clockOf(connection: Connection, workflow: { namespace: string; workflowId: string }) {
  const { namespace, workflowId } = workflow;
  const execution = { workflowId };
  const described = await connection.workflowService.describeWorkflowExecution({ namespace, execution });
  const skipping = described.workflowExtendedInfo?.timeSkippingInfo;
  return {
    aheadMs: skipping?.currentTime ? tsToMs(skipping.currentTime) - Date.now() : 0,
    isRunning: described.workflowExecutionInfo?.status === RUNNING,
    underWay: (skipping?.effectiveConfig?.enabled && skipping.fastForwardInfo?.fastForwardId) || null,
  };
}

/** Waits for the end of a step: null, or why it will never come. */
async function arrival(
  connection: Connection,
  step: { namespace: string; workflowExecution: { workflowId: string }; fastForwardId: string },
): Promise<string | null> {
  for (;;) {
    const answer = await connection.workflowService.pollWorkflowExecutionTimeSkipping(step);
    if (answer.fastForwardPollingResult === COMPLETED) return null;
    // The server ends a long poll now and then.
    if (answer.fastForwardPollingResult !== WAITING) return answer.failedReason;
  }
}
