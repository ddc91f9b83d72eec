import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Database, databaseOf, openPool } from '../db/pool.ts';
import { LOG, type Log } from './log.ts';
import { API_OPTIONS, type ApiOptions } from './options.ts';

/** The pool of the read side. A database that hangs must become 503, so every wait has an end. */
@Injectable()
export class Store implements OnApplicationShutdown {
  readonly db: Database;

  constructor(@Inject(API_OPTIONS) options: ApiOptions, @Inject(LOG) log: Log) {
    const pool = openPool(options.databaseUrl, {
      name: 'bihuan-api',
      statementTimeoutMs: 8_000,
      answerTimeoutMs: 5_000,
    });
    // A connection lost while idle only matters when the next question is asked.
    pool.on('error', (error) => log.warn({ error }, 'lost an idle connection to PostgreSQL'));
    this.db = databaseOf(pool);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.db.destroy();
  }
}
