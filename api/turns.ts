import { sql } from 'kysely';
import { type Database, databaseOf, openPool } from '../db/pool.ts';

/** A wait that PostgreSQL ends after this time is told as any other absence of the database (problems/store-away.ts). */
const TURN_WAIT_MS = 8_000;

/**
 * Work that must not overlap is done one after the other: first in this server, then, by a lock of the database, among all
 * servers. Who waits for his turn holds a connection of its own, which the work never needs: nobody waits for himself.
 */
export class Turns {
  private readonly pool: Database;
  private readonly waiting = new Map<string, Promise<unknown>>();

  constructor(databaseUrl: string, connectionsMax: number) {
    const limits = { connectionsMax, statementTimeoutMs: TURN_WAIT_MS };
    this.pool = databaseOf(openPool(databaseUrl, { ...limits, name: 'bihuan-api-turns' }));
  }

  async take<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const before = this.waiting.get(key) ?? Promise.resolve();
    const mine = before.then(() => this.locked(key, work));
    const settled = mine.catch(() => undefined);
    this.waiting.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.waiting.get(key) === settled) this.waiting.delete(key);
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  private async locked<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> {
    return await this.pool.connection().execute(async (connection) => {
      const lock = sql`hashtextextended(${key}, 0)`;
      await sql`select pg_advisory_lock(${lock})`.execute(connection);
      try {
        return await work();
      } finally {
        // A connection that broke meanwhile has given its lock back; what was answered must not be lost with it.
        await sql`select pg_advisory_unlock(${lock})`.execute(connection).catch(() => undefined);
      }
    });
  }
}
