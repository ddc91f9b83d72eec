import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

const INT8 = 20;

/** Opens a pool. Identity columns and fences stay far below 2^53, so bigint is read as a number. */
export function openPool(
  databaseUrl: string,
  options: { connectionsMax?: number; statementTimeoutMs?: number; answerTimeoutMs?: number; name?: string } = {},
) {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.connectionsMax ?? 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: options.statementTimeoutMs ?? 10_000,
    // A client that stalls in the middle of a transaction is cut off.
    idle_in_transaction_session_timeout: 10_000,
    // A server that stands still cannot end a statement itself; who answers people must not wait for it.
    ...(options.answerTimeoutMs === undefined ? {} : { query_timeout: options.answerTimeoutMs }),
    application_name: options.name ?? 'bihuan',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one that is lent out and has no question under way, as while a turn is held: the next question fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Opens the database. */
export function openDatabase(
  databaseUrl: string,
  options: { connectionsMax?: number; statementTimeoutMs?: number } = {},
): Database {
  return databaseOf(openPool(databaseUrl, options));
}

export function databaseOf(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
