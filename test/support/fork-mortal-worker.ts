import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TestTemporal } from './temporal.ts';

export interface MortalWorker extends AsyncDisposable {
  /** Settles when the process is gone. */
  died: Promise<unknown>;
}

/** A worker in another process that dies by SIGKILL right after it has committed one kind of work (mortal-worker.ts). */
export async function forkMortalWorker(input: {
  temporal: TestTemporal;
  databaseUrl: string;
  taskQueue: string;
  codePath: string;
  dieAfter: string;
  /** `house`: the processes that are delivered; otherwise the tiny one of the tests. */
  rules?: 'house' | 'tiny';
}): Promise<MortalWorker> {
  const child = fork(join(import.meta.dirname, 'mortal-worker.ts'), {
    env: {
      ...process.env,
      TEMPORAL_ADDRESS: input.temporal.address,
      DATABASE_URL: input.databaseUrl,
      TASK_QUEUE: input.taskQueue,
      CODE_PATH: input.codePath,
      DIE_AFTER: input.dieAfter,
      RULES: input.rules ?? 'tiny',
    },
  });
  const died = once(child, 'exit');
  await Promise.race([once(child, 'message'), died]);
  return {
    died,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await died;
    },
  };
}
