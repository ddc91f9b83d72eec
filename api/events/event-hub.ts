import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { readStream, readStreamEnd, type StreamPlace, type StreamRow } from '../../db/queries/events.ts';
import { LOG, type Log } from '../log.ts';
import { Metrics } from '../operation/metrics.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { Store } from '../store.ts';
import { LedgerListener } from './ledger-listener.ts';
import { isAfter } from './stream-place.ts';

const PAGE = 500;
/** A row may wait for a slower transaction after its notification, so the hub also looks by itself while anybody listens. */
const LOOK_MS = 500;

/** One reader of the stream. */
export interface Subscriber {
  /** Told each row in order; rows he may not see are his to leave out. */
  deliver(row: StreamRow): Promise<void>;
  end(): void;
}

interface Subscription {
  subscriber: Subscriber;
  place: StreamPlace;
  /** False while rows before the hub's place are read for him alone. */
  live: boolean;
}

/** Reads the ledger once for all streams of this server and hands each row to those who have not had it. */
@Injectable()
export class EventHub implements BeforeApplicationShutdown {
  private readonly subscriptions = new Set<Subscription>();
  private readonly listener: LedgerListener;
  private place: StreamPlace | undefined;
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly store: Store,
    private readonly metrics: Metrics,
    @Inject(API_OPTIONS) options: ApiOptions,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.listener = new LedgerListener(options.databaseUrl, log, () => this.look());
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    for (const { subscriber } of this.subscriptions) subscriber.end();
    this.subscriptions.clear();
    await this.listener.stop();
    await this.looking;
  }

  /** Begins a stream after a place, or from now on; answers how to leave. */
  async subscribe(subscriber: Subscriber, after: StreamPlace | undefined): Promise<() => void> {
    this.listener.start();
    this.place ??= await readStreamEnd(this.store.db);
    const subscription: Subscription = { subscriber, place: after ?? this.place, live: after === undefined };
    this.subscriptions.add(subscription);
    this.metrics.streams.set(this.subscriptions.size);
    if (!subscription.live) {
      this.catchUp(subscription).catch((error: unknown) => {
        this.log.warn({ error }, 'a stream could not catch up');
        subscriber.end();
      });
    }
    return () => {
      this.subscriptions.delete(subscription);
      this.metrics.streams.set(this.subscriptions.size);
    };
  }

  /** Reads what was missed, until nothing lies between the subscriber and the hub. */
  private async catchUp(subscription: Subscription): Promise<void> {
    while (this.subscriptions.has(subscription)) {
      const rows = await readStream(this.store.db, subscription.place, PAGE);
      for (const row of rows) await this.hand(subscription, row);
      if (rows.length < PAGE && !(this.place && isAfter(this.place, subscription.place))) break;
      // The hub was ahead and saw rows that this reading did not: read again.
      if (rows.length === 0 && this.place) subscription.place = this.place;
    }
    subscription.live = true;
  }

  private look(): void {
    if (this.subscriptions.size === 0) {
      // Nobody listens: the next subscriber begins at the end of the ledger as it then stands.
      this.place = undefined;
      return;
    }
    this.lookAgain = true;
    this.looking ??= this.readNew()
      .catch((error: unknown) => this.log.debug({ error }, 'the ledger could not be read'))
      .finally(() => {
        this.looking = undefined;
      });
  }

  private async readNew(): Promise<void> {
    while (this.lookAgain) {
      this.lookAgain = false;
      this.place ??= await readStreamEnd(this.store.db);
      const rows = await readStream(this.store.db, this.place, PAGE);
      for (const row of rows) {
        this.place = { tx: BigInt(row.tx), id: BigInt(row.id) };
        for (const subscription of this.subscriptions) {
          if (subscription.live) await this.hand(subscription, row);
        }
      }
      if (rows.length === PAGE) this.lookAgain = true;
    }
  }

  private async hand(subscription: Subscription, row: StreamRow): Promise<void> {
    const place = { tx: BigInt(row.tx), id: BigInt(row.id) };
    if (!isAfter(place, subscription.place)) return;
    subscription.place = place;
    await subscription.subscriber.deliver(row);
  }
}
