import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { openDatabase } from '../../db/pool.ts';
import { createCaseWorker } from '../../worker/case-worker.ts';
import { runWorker } from '../../worker/run-worker.ts';
import { findRollingRules as rulesFor } from '../fixtures/rolling-process/rules.ts';

/** A worker of its own process that dies by SIGKILL in the middle of a roll-out, right after a commit. */
const { TEMPORAL_ADDRESS = '', DATABASE_URL = '', TASK_QUEUE = '', CODE_PATH = '', DIE_AFTER = '' } = process.env;

Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
const client = new Client({ connection: Connection.lazy({ address: TEMPORAL_ADDRESS }), namespace: 'default' });
const database = openDatabase(DATABASE_URL);
let recomputed = 0;
const worker = await createCaseWorker({
  connection,
  client,
  database,
  namespace: 'default',
  taskQueue: TASK_QUEUE,
  codePath: CODE_PATH,
  rulesFor,
  wrapActivities: (activities) => ({
    ...activities,
    recordCase: async (args) => {
      const recorded = await activities.recordCase(args);
      if (args.entries.some(({ type }) => type === 'calendar.applied')) recomputed += 1;
      if (recomputed >= Number(DIE_AFTER)) process.kill(process.pid, 'SIGKILL');
      return recorded;
    },
  }),
});
process.send?.({ ready: true });
await runWorker(worker);
