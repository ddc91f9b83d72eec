import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { claimDeliveries } from '../../../../db/queries/notices-delivery.ts';
import { defaultPreference, type Preference, savePreference } from '../../../../db/queries/notices-preference.ts';
import { calendars } from '../../../../processes/law/calendars/index.ts';
import type { Channel } from '../../../../worker/sender/channel.ts';
import { type SendContext, sendBatch } from '../../../../worker/sender/send-batch.ts';
import { releaseDue } from '../../../../worker/sender/sender.ts';
import { openTestDatabase, type TestDatabase } from '../../../support/database.ts';

/** 2026-11-24 10:00 in Beijing, a Tuesday. */
export const TUESDAY = Date.UTC(2026, 10, 24, 2);
/** Messages are queued by the wall clock of PostgreSQL; this is after every one of them. */

export interface DeliveryRow {
  id: number;
  key: string;
  person: string;
  channel: string;
  state: string;
  attempts: number;
  trouble: string | null;
  target: string | null;
  nextTryMs: number;
  sentMs: number | null;
}

/** The sender without its loop: a test says what time it is and when something is done. */
export interface SenderHouse extends AsyncDisposable {
  store: TestDatabase;
  context: SendContext;
  at(instant: number): void;
  /** A notice in the outbox, as the clock or the calendar writes it: about no entry, so it goes at once. */
  notice(
    person: string,
    options?: { notice?: string; caseId?: string; drill?: boolean; values?: object },
  ): Promise<void>;
  prefer(person: string, preference: Partial<Preference>): Promise<void>;
  release(channels: readonly { name: 'email' | 'webhook' }[]): Promise<boolean>;
  /** Sends until nothing is due at this instant. */
  send(channel: Channel): Promise<void>;
  deliveries(): Promise<DeliveryRow[]>;
  /** What a sender leaves that dies after it has taken a message, or after it has begun an attempt. */
  leaveHeld(channel: 'email' | 'webhook'): Promise<void>;
}

export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=';

export async function openSenderHouse(name: string): Promise<SenderHouse> {
  const store = await openTestDatabase(name);
  const { database } = store;
  await sql`insert into person (id, name) values ('p-li', '李秀兰'), ('p-wang', '王建国'), ('p-zhao', '赵师傅')`.execute(
    database,
  );
  let instant = TUESDAY;
  const context: SendContext = {
    database,
    now: () => instant,
    calendars: async () => calendars,
    baseUrl: 'https://bihuan.example.cn',
  };
  return {
    store,
    context,
    at: (now) => {
      instant = now;
    },
    notice: async (person, { notice = 'accepted', caseId = 'no-case', drill = false, values = {} } = {}) => {
      await sql`insert into outbox (key, case_id, position, person, drill, notice, values)
                values (${randomUUID()}, ${caseId}, 0, ${person}, ${drill}, ${notice}, ${JSON.stringify(values)})`.execute(
        database,
      );
    },
    prefer: async (person, preference) => {
      await savePreference(
        database,
        person,
        { ...defaultPreference, ...preference },
        { offered: SECRET, renew: false },
      );
    },
    release: (channels) => releaseDue(context, channels),
    send: async (channel) => {
      while ((await sendBatch(context, channel)) > 0);
    },
    deliveries: async () => {
      const { rows } = await sql<DeliveryRow>`
        select id, key, person, channel, state, attempts, trouble, target,
          (extract(epoch from next_try) * 1000)::bigint as "nextTryMs",
          (extract(epoch from sent_at) * 1000)::bigint as "sentMs" from delivery order by id`.execute(database);
      return rows;
    },
    leaveHeld: async (channel) => {
      await claimDeliveries(database, {
        channel,
        now: instant,
        leaseMs: 120_000,
        claim: randomUUID(),
        takesInterrupted: false,
        limit: 50,
      });
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}
