import { Client, Connection } from '@temporalio/client';
import { type Database, openDatabase } from '../../db/pool.ts';
import { readInstance } from '../launch/instance-file.ts';

/** PostgreSQL and Temporal of the instance in question. */
export interface LedgerParts {
  database: Database;
  client: Client;
  close: () => Promise<void>;
}

/** Those named by DATABASE_URL and TEMPORAL_ADDRESS (a cluster), else those of the instance that runs on the data folder. */
export async function openLedgerParts(): Promise<LedgerParts> {
  const { databaseUrl, address, namespace } = addresses();
  const database = openDatabase(databaseUrl, { statementTimeoutMs: 60_000 });
  const connection = await Connection.connect({ address, connectTimeout: 5_000 });
  return {
    database,
    client: new Client({ connection, namespace }),
    close: async () => {
      await connection.close();
      await database.destroy();
    },
  };
}

function addresses(): { databaseUrl: string; address: string; namespace: string } {
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = process.env;
  if (DATABASE_URL && TEMPORAL_ADDRESS) {
    return { databaseUrl: DATABASE_URL, address: TEMPORAL_ADDRESS, namespace: TEMPORAL_NAMESPACE || 'default' };
  }
  const { databaseUrl, temporalAddress, temporalNamespace } = readInstance();
  return { databaseUrl, address: temporalAddress, namespace: temporalNamespace };
}
