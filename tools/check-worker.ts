import { hostname } from 'node:os';
import { Connection } from '@temporalio/client';

/** Health of the worker in this container: Temporal has heard from a poller of this machine lately. */

const TASK_QUEUE_TYPE_WORKFLOW = 1;
const HEARD_WITHIN_MS = 2 * 60_000;

const connection = await Connection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '', connectTimeout: 3_000 });
try {
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace: process.env['TEMPORAL_NAMESPACE'] || 'default',
    taskQueue: { name: process.env['TEMPORAL_TASK_QUEUE'] || 'bihuan' },
    taskQueueType: TASK_QUEUE_TYPE_WORKFLOW,
  });
  // The SDK calls a worker pid@hostname.
  const own = (pollers ?? []).filter(({ identity }) => identity?.endsWith(`@${hostname()}`));
  const heard = own.map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000);
  const isHealthy = Math.max(0, ...heard) > Date.now() - HEARD_WITHIN_MS;
  process.stdout.write(isHealthy ? 'the worker polls\n' : 'no worker of this machine polls\n');
  process.exitCode = isHealthy ? 0 : 1;
} finally {
  await connection.close();
}
