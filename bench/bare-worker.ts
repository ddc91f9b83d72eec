import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';

// A worker of its own, in a process of its own, so that its CPU and memory can be told apart from ours.
const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
const worker = await Worker.create({
  connection,
  namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'default',
  taskQueue: process.env['TEMPORAL_TASK_QUEUE'] ?? '',
  workflowsPath: fileURLToPath(new URL('./bare.workflow.js', import.meta.url)),
});
const running = worker.run();
process.send?.({ ready: true });
await running;
await connection.close();
process.disconnect?.();
