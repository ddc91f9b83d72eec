import type { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
// A CommonJS package whose names Node cannot see: only its default can be imported.
import proto from '@temporalio/proto';
import { STATE_QUERY, type StateAnswer } from './case.messages.ts';

const {
  FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED: COMPLETED,
  FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT: WAITING,
} = proto.temporal.api.enums.v1.FastForwardPollingResult;

const { WORKFLOW_EXECUTION_STATUS_RUNNING: RUNNING } = proto.temporal.api.enums.v1.WorkflowExecutionStatus;

/**
 * Moves the clock of one workflow forward and waits until everything that was due on the way has fired. The SDK has no
 * friendly call for it yet (ground.md §2); the server must allow it (`frontend.WorkflowTimeSkippingEnabled`).
 *
 * `id` names the step: the same id again is the same step, not another one.
 */
export async function advanceClock(
  connection: Connection,
  step: { namespace: string; workflowId: string; durationMs: number; id: string },
): Promise<void> {
  const { namespace, workflowId, durationMs, id } = step;
  const workflowExecution = { workflowId };
  await connection.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: msToTs(durationMs) } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  for (;;) {
    const answer = await connection.workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution,
      fastForwardId: id,
    });
    if (answer.fastForwardPollingResult === COMPLETED) return;
    // The server ends a long poll now and then, and a case may end on the way; anything else will never complete.
    if (answer.fastForwardPollingResult === WAITING) continue;
    if (await hasEnded(connection, { namespace, workflowExecution })) return;
    throw new Error(`The clock of ${workflowId} could not be moved: ${answer.failedReason}`);
  }
}

/** Moves a case that has just been started, and has no first command yet, to where its drill begins. */
export async function moveToBeginning(
  client: Client,
  step: { workflowId: string; aheadMs: number; id: string },
): Promise<void> {
  const { workflowId, aheadMs, id } = step;
  const held = await client.workflow.getHandle(workflowId).query<StateAnswer>(STATE_QUERY);
  if (held.state !== null) return;
  const { namespace } = client.options;
  await advanceClock(client.connection as Connection, { namespace, workflowId, durationMs: aheadMs, id });
}

async function hasEnded(
  connection: Connection,
  execution: { namespace: string; workflowExecution: { workflowId: string } },
): Promise<boolean> {
  const { namespace, workflowExecution } = execution;
  const { workflowExecutionInfo } = await connection.workflowService.describeWorkflowExecution({
    namespace,
    execution: workflowExecution,
  });
  return workflowExecutionInfo?.status !== RUNNING;
}
