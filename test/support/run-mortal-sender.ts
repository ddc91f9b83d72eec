import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DeathPoint } from './dying-database.ts';
import type { TestTemporal } from './temporal.ts';

/** What somebody left who died on the way of a command. */
export interface DeadSender {
  caseId: string;
  /** The key of each command: that of the opening, and that of the act. */
  keys: { report: string; assign: string };
  /** How he ended: `SIGKILL`, or that he lived although he was to die. */
  signal: string | null;
}

export async function runMortalSender(input: {
  temporal: TestTemporal;
  databaseUrl: string;
  taskQueue: string;
  point: DeathPoint;
  /** The entry of the command on whose way he dies. */
  type: string;
}): Promise<DeadSender> {
  const caseId = randomUUID();
  const child = fork(join(import.meta.dirname, 'mortal-sender.ts'), {
    env: {
      ...process.env,
      TEMPORAL_ADDRESS: input.temporal.address,
      DATABASE_URL: input.databaseUrl,
      TASK_QUEUE: input.taskQueue,
      CASE_ID: caseId,
      DIE_AT: input.point,
      DIE_OF: input.type,
    },
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return { caseId, keys: { report: `${caseId}:report`, assign: `${caseId}:assign` }, signal };
}
