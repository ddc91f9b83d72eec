import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { Activities } from '../../activities/index.ts';
import { rulesFor } from '../../processes/rules.ts';
import { createCaseWorker } from '../../worker/case-worker.ts';
import { runWorker } from '../../worker/run-worker.ts';
import { findTinyRules } from '../fixtures/tiny-process/rules.ts';
import { openDyingDatabase } from './dying-database.ts';

/** A worker of its own process that dies by SIGKILL right after one kind of its work is done. Started by the chaos tests. */
const {
  TEMPORAL_ADDRESS = '',
  DATABASE_URL = '',
  TASK_QUEUE = '',
  CODE_PATH = '',
  DIE_AFTER = '',
  RULES,
} = process.env;

Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS });
const client = new Client({ connection: Connection.lazy({ address: TEMPORAL_ADDRESS }), namespace: 'default' });
const database = openDyingDatabase(DATABASE_URL, (point, types) => point === 'written' && types.includes(DIE_AFTER));
const worker = await createCaseWorker({
  connection,
  client,
  database,
  namespace: 'default',
  taskQueue: TASK_QUEUE,
  codePath: CODE_PATH,
  rulesFor: RULES === 'house' ? rulesFor : findTinyRules,
  wrapActivities: mortal,
});
process.send?.({ ready: true });
await runWorker(worker);

function mortal(activities: Activities): Activities {
  return {
    ...activities,
    claimRungs: async (args) => {
      const tick = await activities.claimRungs(args);
      if (DIE_AFTER === 'claim' && tick.claimed > 0) process.kill(process.pid, 'SIGKILL');
      return tick;
    },
    claimCaseRungs: async (args) => {
      await activities.claimCaseRungs(args);
      if (DIE_AFTER === 'claimOfDrill') process.kill(process.pid, 'SIGKILL');
    },
    pokeCases: async (args) => {
      const done = await activities.pokeCases(args);
      if (DIE_AFTER === 'poke' && done.told > 0) process.kill(process.pid, 'SIGKILL');
      return done;
    },
    relayCommand: async (args) => {
      const answer = await activities.relayCommand(args);
      if (DIE_AFTER === 'relay') process.kill(process.pid, 'SIGKILL');
      return answer;
    },
  };
}
