import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openDatabase } from '../../db/pool.ts';
import { readCalendars } from '../../db/queries/calendars.ts';
import { tellSenderChannels } from '../../db/queries/notices-channels.ts';
import { releaseNotices } from '../../db/queries/notices-delivery.ts';
import { makeDigests } from '../../db/queries/notices-digest.ts';
import { type Calendars, dayOf } from '../../processes/kernel/calendar.ts';
import { dateOf, HOUR_MS, MINUTE_MS, SECOND_MS, startOfDay } from '../../processes/kernel/clock.ts';
import { type Channel, channelNames } from './channel.ts';
import { emailChannel } from './email.ts';
import { type SendContext, sendBatch } from './send-batch.ts';
import type { SenderSettings } from './settings.ts';
import { webhookChannel } from './webhook.ts';

const EVERY_MS = SECOND_MS;
const RELEASED_AT_ONCE = 500;
const DIGESTS_AT_ONCE = 500;
const CONNECTIONS_MAX = 4;

export interface Sender {
  stop(): Promise<void>;
}

/** Brings notices to their persons: shows them, makes the digests of the day, and serves each channel by itself. */
export function startSender(options: { databaseUrl: string; settings: SenderSettings; log: Logger }): Sender {
  const { settings, log } = options;
  // Connections of its own: commands of people must not wait for a mail server.
  const database = openDatabase(options.databaseUrl, { connectionsMax: CONNECTIONS_MAX, statementTimeoutMs: 5_000 });
  const channels = openChannels(settings);
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const context: SendContext = {
    database,
    now: Date.now,
    calendars: keptCalendars(() => readCalendars(database)),
    baseUrl: settings.baseUrl,
    isStopping,
  };
  const repeat = async (name: string, work: () => Promise<boolean>): Promise<void> => {
    while (!isStopping()) {
      const more = await work().catch((error: unknown) => {
        log.warn({ reason: String(error), name }, 'notices could not be sent; trying again');
        return false;
      });
      if (!more) await wait(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const states = channelNames.map((channel) => ({ channel, enabled: channels.some(({ name }) => name === channel) }));
  const running = [
    repeat('release', async () => {
      await tellSenderChannels(database, states);
      return await releaseDue(context, channels);
    }),
    ...channels.map((channel) => repeat(channel.name, async () => (await sendBatch(context, channel)) > 0)),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
      await Promise.all(channels.map((channel) => channel.close()));
      await database.destroy();
    },
  };
}

/** The channels an operator has switched on. */
export function openChannels(settings: SenderSettings): Channel[] {
  return [...(settings.email ? [emailChannel(settings.email)] : []), webhookChannel(settings.webhook)];
}

/** Shows what is due and makes the digests of the hour; true if there is more. */
export async function releaseDue(
  context: Pick<SendContext, 'database' | 'now' | 'calendars'>,
  channels: readonly Pick<Channel, 'name'>[],
): Promise<boolean> {
  const { database } = context;
  const now = context.now();
  const names = channels.map(({ name }) => name);
  const released = await releaseNotices(database, { now, channels: names, limit: RELEASED_AT_ONCE });
  const date = dateOf(now);
  const digests = await makeDigests(database, {
    now,
    date,
    hour: Math.floor((now - startOfDay(date)) / HOUR_MS),
    // Where a year is not loaded the weekday has to do: a digest on the wrong day harms nobody.
    isWorkday: dayOf(date, await context.calendars()).workday,
    channels: names,
    limit: DIGESTS_AT_ONCE,
  });
  return released === RELEASED_AT_ONCE || digests === DIGESTS_AT_ONCE;
}

/** The tables of the year change some times a year: a question a minute is enough. */
function keptCalendars(read: () => Promise<Calendars>): () => Promise<Calendars> {
  let kept: { until: number; calendars: Calendars } | undefined;
  return async () => {
    if (!kept || kept.until < Date.now()) kept = { until: Date.now() + MINUTE_MS, calendars: await read() };
    return kept.calendars;
  };
}
