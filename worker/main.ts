import { setTimeout as wait } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { sql } from 'kysely';
import { pino } from 'pino';
import { type Database, openDatabase } from '../db/pool.ts';
import { rulesFor } from '../processes/rules.ts';
import { builtBundle } from './bundle-workflows.ts';
import { createCaseWorker, WORKER_CONNECTIONS_MAX } from './case-worker.ts';
import { startHealer } from './healer.ts';
import { keepClock } from './keep-clock.ts';
import { runtimeLogger } from './log.ts';
import { startRollOutStarter } from './roll-out-starter.ts';
import { runWorker } from './run-worker.ts';
import { startSender } from './sender/sender.ts';
import { senderSettings } from './sender/settings.ts';

const log = pino({ name: 'worker', level: process.env['LOG_LEVEL'] ?? 'info' });

try {
  await main();
} catch (error) {
  log.fatal(error, 'the worker has ended');
  process.exitCode = 1;
}
// An idle gRPC channel must not keep a process that has nothing left to do.
process.exit();

async function main(): Promise<void> {
  const databaseUrl = required('DATABASE_URL');
  const address = required('TEMPORAL_ADDRESS');
  const namespace = process.env['TEMPORAL_NAMESPACE'] ?? 'default';
  const taskQueue = process.env['TEMPORAL_TASK_QUEUE'] ?? 'bihuan';
  const settings = senderSettings(process.env);
  const stop = stopSignal();
  // Without this the SDK would shut down by itself on SIGTERM, before our own order of things.
  Runtime.install({ shutdownSignals: [], logger: runtimeLogger(log) });

  const database = openDatabase(databaseUrl, { connectionsMax: WORKER_CONNECTIONS_MAX, statementTimeoutMs: 5_000 });
  await untilReady(() => sql`select 1 from case_view limit 1`.execute(database), 'PostgreSQL', stop);
  const connection = await untilReady(() => NativeConnection.connect({ address }), 'Temporal', stop);
  if (connection === undefined) return;
  const client = new Client({ connection: Connection.lazy({ address }), namespace });

  const codePath = process.env['WORKFLOW_BUNDLE'] ?? builtBundle();
  const worker = await createCaseWorker({ connection, client, database, namespace, taskQueue, codePath, rulesFor });
  const running = runWorker(worker);
  const healer = startHealer({ client, database, rulesFor, log });
  const starter = startRollOutStarter({ client, database, taskQueue, log });
  const clockKeeper = keepClock({ client, taskQueue, database, log });
  const sender = startSender({ databaseUrl, settings, log });
  log.info({ taskQueue, namespace }, 'the worker is ready');
  process.send?.({ ready: true });

  // A rejection of run() is the end of this process: nothing may go on as if there were a worker.
  await Promise.race([running, stop.requested]);
  if (worker.getState() === 'RUNNING') worker.shutdown();
  await Promise.all([running, sender.stop()]);
  await Promise.all([healer.stop(), clockKeeper.stop(), starter.stop()]);
  await close(connection, client, database);
  log.info('the worker has stopped');
}

interface StopSignal {
  requested: Promise<void>;
  isRequested(): boolean;
}

function stopSignal(): StopSignal {
  let isRequested = false;
  const requested = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        isRequested = true;
        resolve();
      });
    }
  });
  return { requested, isRequested: () => isRequested };
}

/** A part that is away at the start is waited for, as it would be later. */
async function untilReady<Value>(
  attempt: () => Promise<Value>,
  part: string,
  stop: StopSignal,
): Promise<Value | undefined> {
  for (let waitMs = 200; !stop.isRequested(); waitMs = Math.min(waitMs * 2, 5_000)) {
    try {
      return await attempt();
    } catch (error) {
      log.warn({ reason: String(error) }, `${part} does not answer yet`);
      await Promise.race([wait(waitMs), stop.requested]);
    }
  }
  return undefined;
}

async function close(connection: NativeConnection, client: Client, database: Database): Promise<void> {
  await connection.close();
  await client.connection.close();
  await database.destroy();
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}; \`npm start\` does it by itself.`);
  return value;
}
