import pg from 'pg';
import type { Log } from '../log.ts';

/** Channel on which the ledger says that a case has a new row (db/migrations). */
const CHANNEL = 'bihuan';
const RETRY_MS = 1_000;

/** Hears of new ledger rows, whatever happens to PostgreSQL in between. */
export class LedgerListener {
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Log,
    /** Told the payload, or nothing after a time in which nobody listened. */
    private readonly wake: (payload?: string) => void,
    private readonly channel: string = CHANNEL,
  ) {}

  /** Begins to listen with the first reader; asked again it goes on. */
  start(): void {
    if (this.client || this.retry || this.stopped) return;
    this.connect().catch((error: unknown) => this.lost(error));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'bihuan-api-events',
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', ({ payload }) => this.wake(payload));
    client.on('error', (error) => this.lost(error));
    client.on('end', () => this.lost(undefined));
    await client.connect();
    await client.query(`listen ${this.channel}`);
    // What was written while nobody listened.
    this.wake();
  }

  private lost(error: unknown): void {
    if (this.stopped || this.retry) return;
    if (error) this.log.warn({ error }, 'the event stream lost PostgreSQL and tries again');
    const client = this.client;
    this.client = undefined;
    client?.removeAllListeners('end');
    client?.end().catch(() => undefined);
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.start();
    }, RETRY_MS);
  }
}
