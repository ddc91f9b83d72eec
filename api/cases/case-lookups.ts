import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { sql } from 'kysely';
import { type Database, databaseOf, openPool } from '../../db/pool.ts';
import { lookUp } from '../../db/queries/registers.ts';
import type { Instant } from '../../processes/kernel/clock.ts';
import type { AnyRules, CaseData } from '../../processes/kernel/define-rules.ts';
import type { RegisterLine } from '../../processes/kernel/register.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { Store } from '../store.ts';

/** Who waits for his turn holds one of these connections; the work itself never needs one, so nobody waits for himself. */
const TURNS_MAX = 8;
/** A wait that PostgreSQL ends after this time is told as any other absence of the database (problems/store-away.ts). */
const TURN_WAIT_MS = 8_000;

interface Asked {
  command: string;
  form: object;
  data: CaseData | null;
  org: string;
  drill: boolean;
  /** The case's own time. */
  now: () => Instant;
}

/** Looks up what the rules want to know from registers before a command is judged. */
@Injectable()
export class CaseLookups implements OnApplicationShutdown {
  private readonly turns: Database;
  private readonly waiting = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: Store,
    @Inject(API_OPTIONS) options: ApiOptions,
  ) {
    const limits = { connectionsMax: TURNS_MAX, statementTimeoutMs: TURN_WAIT_MS };
    this.turns = databaseOf(openPool(options.databaseUrl, { ...limits, name: 'bihuan-api-turns' }));
  }

  /** Runs the act with what was looked up; undefined where the rules ask nothing. */
  async during<Answer>(
    rules: AnyRules,
    asked: Asked,
    act: (registers: readonly RegisterLine[] | undefined) => Promise<Answer>,
  ): Promise<Answer> {
    const lookup = rules.lookups?.[asked.command];
    if (lookup === undefined) return await act(undefined);
    const { form, data, org, drill } = asked;
    const judge = async () => {
      const at = asked.now();
      return await act(await lookUp(this.store.db, lookup({ form, data, org, at }), { org, drill, at }));
    };
    return rules.oneByOne?.includes(asked.command) ? await this.inTurn(`${org}:${drill}`, judge) : await judge();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns.destroy();
  }

  /**
   * Two acts that rest on the same sum must see each other: first one after the other in this server, then, by a lock of the
   * database, among all servers. An act is recorded before it is answered, so the next one finds its lines.
   */
  private async inTurn<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> {
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

  private async locked<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> {
    return await this.turns.connection().execute(async (connection) => {
      const lock = sql`hashtextextended(${`registers:${key}`}, 0)`;
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
