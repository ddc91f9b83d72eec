import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { countUnread, listNoticesSince, type NoticeLine } from '../../db/queries/notices.ts';
import { LedgerListener } from '../events/ledger-listener.ts';
import { LOG, type Log } from '../log.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { Store } from '../store.ts';
import { UNREAD_MAX } from './notices.ts';

const CHANNEL = 'bihuan_notice';
/** Of more notices at once only the newest are told one by one; the count tells of all. */
const PAGE = 100;
const RETRY_MS = 1_000;
/** Notices of two senders may become visible out of order, and their clocks may differ by as much. */
const OVERLAP_MS = 60_000;

/** What a stream tells its person: the count, and what has come; without a notice only the count has changed. */
export interface NoticeNews {
  unread: number;
  notice: NoticeLine | null;
}

interface Subscription {
  person: string;
  sinceMs: number;
  /** Notices of the overlap that were told already, with when they were shown. */
  told: Map<string, number>;
  /** The count as it was last told. */
  unread: number | undefined;
  deliver(news: NoticeNews): void;
}

/** Tells open streams of new notices and read marks. A stream that was away asks GET /api/notices for the rest. */
@Injectable()
export class NoticeHub implements BeforeApplicationShutdown {
  private readonly subscriptions = new Set<Subscription>();
  private readonly listener: LedgerListener;
  private readonly waiting = new Set<string>();
  private looking: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: Store,
    @Inject(API_OPTIONS) options: ApiOptions,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.listener = new LedgerListener(options.databaseUrl, log, (person) => this.wake(person), CHANNEL);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.retry);
    this.subscriptions.clear();
    await this.listener.stop();
    await this.looking;
  }

  /** Begins to tell a person, with the count of this moment first; answers how to leave. */
  async subscribe(person: string, deliver: (news: NoticeNews) => void): Promise<() => void> {
    this.listener.start();
    const sinceMs = Date.now();
    const before = await listNoticesSince(this.store.db, { person, sinceMs: sinceMs - OVERLAP_MS, limit: PAGE });
    const told = new Map(before.map(({ id, sentMs }) => [id, sentMs]));
    const subscription: Subscription = { person, sinceMs, told, unread: undefined, deliver };
    this.subscriptions.add(subscription);
    // Also finds what came between the question above and this moment.
    this.wake(person);
    return () => this.subscriptions.delete(subscription);
  }

  /** A person has news; without a name, everybody may have. */
  private wake(person: string | undefined): void {
    for (const subscription of this.subscriptions) {
      if (person === undefined || subscription.person === person) this.waiting.add(subscription.person);
    }
    this.lookOn();
  }

  /** Looks as long as anybody waits; who comes while the last look ends is seen by the next. */
  private lookOn(): void {
    if (this.waiting.size === 0) return;
    this.looking ??= this.lookAll().finally(() => {
      this.looking = undefined;
      this.lookOn();
    });
  }

  private async lookAll(): Promise<void> {
    for (const person of this.waiting) {
      this.waiting.delete(person);
      await this.look(person).catch((error: unknown) => {
        this.log.debug({ error }, 'notices could not be read');
        this.retry ??= setTimeout(() => {
          this.retry = undefined;
          this.wake(undefined);
        }, RETRY_MS).unref();
      });
    }
  }

  private async look(person: string): Promise<void> {
    const subscriptions = [...this.subscriptions].filter((subscription) => subscription.person === person);
    if (subscriptions.length === 0) return;
    const sinceMs = Math.min(...subscriptions.map((subscription) => subscription.sinceMs)) - OVERLAP_MS;
    const lines = await listNoticesSince(this.store.db, { person, sinceMs, limit: PAGE });
    // Counted after the reading, so that a count never lacks a notice that is told with it.
    const unread = await countUnread(this.store.db, person, UNREAD_MAX);
    for (const subscription of subscriptions) {
      const fresh = lines.filter(({ id }) => !subscription.told.has(id));
      for (const notice of fresh) subscription.deliver({ unread, notice });
      if (fresh.length === 0 && unread !== subscription.unread) subscription.deliver({ unread, notice: null });
      subscription.unread = unread;
      for (const { id, sentMs } of fresh) subscription.told.set(id, sentMs);
      subscription.sinceMs = Math.max(subscription.sinceMs, ...fresh.map(({ sentMs }) => sentMs));
      for (const [id, sentMs] of subscription.told) {
        if (sentMs < subscription.sinceMs - OVERLAP_MS) subscription.told.delete(id);
      }
    }
  }
}
