import type { Worker } from '@temporalio/worker';

/**
 * Runs a worker until it has stopped. The SDK takes its native part back when everything is drained and may find a thread
 * that has not let go of it yet ("Worker still in use: Expected 1 reference, but got 2", seen under load; sdk-dotnet#550
 * is the same race). Everything was done by then, so this is no failure; whatever comes while it still runs is one.
 */
export async function runWorker(worker: Worker): Promise<void> {
  try {
    await worker.run();
  } catch (error) {
    if (worker.getState() !== 'STOPPED' || !isStillInUse(error)) throw error;
  }
}

function isStillInUse(error: unknown): boolean {
  return (
    error instanceof Error && error.name === 'IllegalStateError' && error.message.startsWith('Worker still in use')
  );
}
