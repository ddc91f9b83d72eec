import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { type Database, databaseOf } from '../db/pool.ts';
import { LOG, type Log } from './log.ts';
import { API_OPTIONS, type ApiOptions } from './options.ts';

/** The pool of the read side. A database that hangs must become 503, so every wait has an end. */
@Injectable()
export class Store implements OnApplicationShutdown {
  readonly db: Database;

  constructor(@Inject(API_OPTIONS) options: ApiOptions, @Inject(LOG) log: Log) {
    const pool = new pg.Pool({
      connectionString: options.databaseUrl,
      application_name: 'bihuan-api',
      max: 10,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
      idleTimeoutMillis: 30_000,
    });
    // A connection lost while idle only matters when the next question is asked.
    pool.on('error', (error) => log.warn({ error }, 'lost an idle connection to PostgreSQL'));
    this.db = databaseOf(pool);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.db.destroy();
  }
}
