import {
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isGone, refusalOf } from '../../workflows/case.client.ts';

/** How the server names it. */
const RUN_ENDED = 'AcceptedUpdateCompletedWorkflow';

const DEADLINE_EXCEEDED = 4;
const CANCELLED = 1;
const UNKNOWN = 2;
const RESOURCE_EXHAUSTED = 8;
const FAILED_PRECONDITION = 9;
const ABORTED = 10;
const INTERNAL = 13;
const UNAVAILABLE = 14;
const TRANSIENT = new Set([
  CANCELLED,
  UNKNOWN,
  DEADLINE_EXCEEDED,
  RESOURCE_EXHAUSTED,
  // "Workflow Task in failed state": until another worker has replayed the case.
  FAILED_PRECONDITION,
  ABORTED,
  INTERNAL,
  UNAVAILABLE,
]);

/** True if the same call with the same id may succeed in a moment, or its outcome is unknown. */
export function isTransient(error: unknown): boolean {
  if (refusalOf(error) !== undefined || isGone(error)) return false;
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  // Accepted by a run that ended before the answer: the next run knows the command by its id. Any other failure of an update
  // is a fault of our own code, which no other try would mend.
  if (error instanceof WorkflowUpdateFailedError) {
    return !(error.cause instanceof ApplicationFailure) || error.cause.type === RUN_ENDED;
  }
  const cause = error instanceof ServiceError ? error.cause : error;
  if (isGrpcServiceError(cause)) return TRANSIENT.has(cause.code);
  return error instanceof Error && /^Failed to connect|deadline/i.test(error.message);
}
