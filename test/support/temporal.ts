import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { inject } from 'vitest';
import type { Database } from '../../db/pool.ts';
import type { RecordDependencies } from '../../db/record/write.ts';
import { type CaseWorkerOptions, createCaseWorker } from '../../worker/case-worker.ts';
import { runWorker } from '../../worker/run-worker.ts';
import { type CaseSender, createCaseSender } from '../../workflows/case.client.ts';

export interface TestTemporal extends AsyncDisposable {
  address: string;
  namespace: string;
  connection: Connection;
  client: Client;
  /** Sends commands and writes what comes of them, into the database of the last worker of this connection. */
  sender(): CaseSender;
  /** Names that database where the worker is another process. */
  writeTo(dependencies: RecordDependencies): void;
}

/** The real server of this test run. */
export function connectTemporal(): Promise<TestTemporal> {
  return connectTemporalAt(inject('temporalAddress'));
}

/** A server that a test has started for itself. */
export async function connectTemporalAt(address: string): Promise<TestTemporal> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace: 'default' });
  let sender: CaseSender | undefined;
  return {
    address,
    namespace: 'default',
    connection,
    client,
    sender: () => {
      if (sender === undefined) throw new Error('nobody has said where cases are written to');
      return sender;
    },
    writeTo: (dependencies) => {
      sender = createCaseSender({ ...dependencies, client });
    },
    [Symbol.asyncDispose]: () => connection.close(),
  };
}

export interface TestWorker extends AsyncDisposable {
  taskQueue: string;
  stop(): Promise<void>;
}

let installed = false;

/** A worker in this process, on a task queue of its own unless one is named. */
export async function startTestWorker(
  temporal: TestTemporal,
  options: Pick<CaseWorkerOptions, 'codePath' | 'rulesFor'> & {
    database: Database;
    taskQueue?: string;
    wrapActivities?: CaseWorkerOptions['wrapActivities'];
    workflowsCachedMax?: CaseWorkerOptions['workflowsCachedMax'];
  },
): Promise<TestWorker> {
  if (!installed) Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
  installed = true;
  temporal.writeTo(options);
  const taskQueue = options.taskQueue ?? `test-${randomUUID()}`;
  const connection = await NativeConnection.connect({ address: temporal.address });
  const { client, namespace } = temporal;
  const worker = await createCaseWorker({ ...options, connection, client, namespace, taskQueue });
  const running = runWorker(worker);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= (async () => {
      worker.shutdown();
      await running;
      await connection.close();
    })();
    return stopped;
  };
  return { taskQueue, stop, [Symbol.asyncDispose]: stop };
}
