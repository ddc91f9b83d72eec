import { IllegalStateError } from '@temporalio/common';
import type { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { runWorker } from '../../worker/run-worker.ts';

const STILL_IN_USE = new IllegalStateError('Worker still in use: Expected 1 reference, but got 2');

test('a worker that has drained has stopped, although a thread of the SDK still holds it', async () => {
  await expect(runWorker(endingWith(STILL_IN_USE, 'STOPPED'))).resolves.toBeUndefined();
});

test('whatever else ends a worker is a failure', async () => {
  await expect(runWorker(endingWith(STILL_IN_USE, 'FAILED'))).rejects.toBe(STILL_IN_USE);
  const other = new Error('the connection is gone');
  await expect(runWorker(endingWith(other, 'STOPPED'))).rejects.toBe(other);
});

/** How the SDK's worker ends in the race cannot be made to happen, so its end is told here. */
function endingWith(error: Error, state: ReturnType<Worker['getState']>): Worker {
  return { run: () => Promise.reject(error), getState: () => state } as unknown as Worker;
}
