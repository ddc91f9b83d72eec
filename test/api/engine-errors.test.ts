import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import { isTransient } from '../../api/engine/engine-errors.ts';
import { REFUSED } from '../../workflows/case.messages.ts';

const failed = (type: string) =>
  new WorkflowUpdateFailedError('the update failed', ApplicationFailure.create({ type, message: type }));

test('an update whose run ended before its answer may be sent again, a refusal and a fault of the rules may not', () => {
  expect(isTransient(failed('AcceptedUpdateCompletedWorkflow'))).toBe(true);
  expect(isTransient(failed(REFUSED))).toBe(false);
  // A rule that throws would throw again: told as 503 "busy", nobody would ever learn of it.
  expect(isTransient(failed('TypeError'))).toBe(false);
});
