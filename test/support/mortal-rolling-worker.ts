import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createCaseWorker } from '../../worker/case-worker.ts';
import { runWorker } from '../../worker/run-worker.ts';
import { findRollingRules as rulesFor } from '../fixtures/rolling-process/rules.ts';
import { openDyingDatabase } from './dying-database.ts';

/** A worker of its own process that dies by SIGKILL in the middle of a roll-out, right after a commit. */
const { TEMPORAL_ADDRESS = '', DATABASE_URL = '', TASK_QUEUE = '', CODE_PATH = '', DIE_AFTER = '' } = process.env;

Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
const client = new Client({ connection: Connection.lazy({ address: TEMPORAL_ADDRESS }), namespace: 'default' });
let recomputed = 0;
const database = openDyingDatabase(DATABASE_URL, (point, types) => {
  if (point === 'written' && types.includes('calendar.applied')) recomputed += 1;
  return recomputed >= Number(DIE_AFTER);
});
const worker = await createCaseWorker({
  connection,
  client,
  database,
  namespace: 'default',
  taskQueue: TASK_QUEUE,
  codePath: CODE_PATH,
  rulesFor,
});
process.send?.({ ready: true });
await runWorker(worker);
