import { Client, Connection } from '@temporalio/client';
import { type Database, openDatabase } from '../../db/pool.ts';
import { readInstance } from '../launch/instance-file.ts';

/** PostgreSQL and Temporal of the instance in question. */
export interface LedgerParts {
  database: Database;
  client: Client;
  /** The queue on which the workers of these cases listen. */
  taskQueue: string;
  close: () => Promise<void>;
}

/** Those named by DATABASE_URL and TEMPORAL_ADDRESS (a cluster), else those of the instance that runs on the data folder. */
export async function openLedgerParts(): Promise<LedgerParts> {
  const { databaseUrl, address, namespace, taskQueue } = addresses();
  const database = openDatabase(databaseUrl, { statementTimeoutMs: 60_000 });
  const connection = await Connection.connect({ address, connectTimeout: 5_000 });
  return {
    database,
    client: new Client({ connection, namespace }),
    taskQueue,
    close: async () => {
      await connection.close();
      await database.destroy();
    },
  };
}

interface Addresses {
  databaseUrl: string;
  address: string;
  namespace: string;
  taskQueue: string;
}

function addresses(): Addresses {
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TASK_QUEUE } = process.env;
  if (DATABASE_URL && TEMPORAL_ADDRESS) {
    return {
      databaseUrl: DATABASE_URL,
      address: TEMPORAL_ADDRESS,
      namespace: TEMPORAL_NAMESPACE || 'default',
      taskQueue: TEMPORAL_TASK_QUEUE || 'bihuan',
    };
  }
  const { databaseUrl, temporalAddress, temporalNamespace, temporalTaskQueue } = readInstance();
  return { databaseUrl, address: temporalAddress, namespace: temporalNamespace, taskQueue: temporalTaskQueue };
}
