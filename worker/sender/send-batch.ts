import { randomUUID } from 'node:crypto';
import {
  beginAttempt,
  buryDelivery,
  claimDeliveries,
  dropDelivery,
  endAttempt,
  giveBackDeliveries,
  type HeldDelivery,
  markInterrupted,
  putOffDeliveries,
  readContents,
} from '../../db/queries/notices-delivery.ts';
import type { Db } from '../../db/queries/query.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import { type Instant, MINUTE_MS } from '../../processes/kernel/clock.ts';
import { ATTEMPTS_MAX, backOffMs, GIVE_UP_MS } from './back-off.ts';
import type { Address, Channel, Outcome } from './channel.ts';
import { type Letter, writeLetter } from './letter.ts';

/** Longer than any attempt lasts: while it runs nobody else takes the message. */
const LEASE_MS = 2 * MINUTE_MS;
const BATCH = 50;
const DIGEST_ITEMS_MAX = 50;
/** Stands for all receivers of a channel, where a failure is the channel's own. */
const EVERYBODY = '*';

export interface SendContext {
  database: Db;
  /** Real time, or that of a test. */
  now(): Instant;
  calendars(): Promise<Calendars>;
  baseUrl: string;
  /** True once nothing new may be begun. */
  isStopping?(): boolean;
}

interface Batch {
  /** The channel itself has failed: nothing more of the batch is tried. */
  isDown: boolean;
}

interface Held {
  delivery: HeldDelivery;
  claim: string;
  address: Address;
  letter: Letter;
}

/**
 * Takes what is due on one channel and sends it: to different receivers at once, to the same one in turn. Answers how many
 * messages were taken. The order of every attempt: lease, attempt stored, handed over, end stored.
 */
export async function sendBatch(context: SendContext, channel: Channel, limit: number = BATCH): Promise<number> {
  const { database } = context;
  if (!channel.repeatsUnknown) await markInterrupted(database, { channel: channel.name, now: context.now() });
  const claim = randomUUID();
  const deliveries = await claimDeliveries(database, {
    channel: channel.name,
    now: context.now(),
    leaseMs: LEASE_MS,
    claim,
    takesInterrupted: channel.repeatsUnknown,
    limit,
  });
  if (deliveries.length === 0) return 0;
  const held = await prepare(context, channel, claim, deliveries);
  const receivers = [...Map.groupBy(held, ({ address }) => address.target).values()];
  const batch: Batch = { isDown: false };
  await inTurns(receivers, channel.receiversMax, async (messages) => {
    for (const message of messages) {
      if (batch.isDown || context.isStopping?.()) return;
      const reach = await attempt(context, channel, batch, message);
      if (reach !== 'message') return;
    }
  });
  if (context.isStopping?.()) await giveBackDeliveries(database, { claim, now: context.now() });
  return deliveries.length;
}

async function prepare(
  context: SendContext,
  channel: Channel,
  claim: string,
  deliveries: readonly HeldDelivery[],
): Promise<Held[]> {
  const { database, baseUrl } = context;
  const ids = deliveries.map(({ id }) => id);
  const [contents, calendars] = await Promise.all([
    readContents(database, { deliveries: ids, itemsMax: DIGEST_ITEMS_MAX }),
    context.calendars(),
  ]);
  const ofDelivery = Map.groupBy(contents, ({ deliveryId }) => deliveryId);
  const held: Held[] = [];
  for (const delivery of deliveries) {
    const { id } = delivery;
    const address = addressOf(channel, delivery);
    if (address === undefined) {
      await dropDelivery(database, { id, claim });
      continue;
    }
    try {
      const letter = writeLetter(delivery, ofDelivery.get(id) ?? [], { baseUrl, calendars, at: context.now() });
      held.push({ delivery, claim, address, letter });
    } catch (error) {
      await buryDelivery(database, { id, claim, detail: String(error).slice(0, 200) });
    }
  }
  return held;
}

/** The address of this moment: whoever corrects a wrong one gets at the new one what could not reach the old one. */
function addressOf(channel: Channel, delivery: HeldDelivery): Address | undefined {
  const { email, webhookUrl, webhookOrigin, webhookSecret } = delivery;
  const target = channel.name === 'email' ? email : webhookOrigin;
  return target === null ? undefined : { target, email, webhookUrl, webhookSecret };
}

/** One attempt with all that is stored around it; answers how far a failure reaches, `message` if there was none. */
async function attempt(
  context: SendContext,
  channel: Channel,
  batch: Batch,
  { delivery, claim, address, letter }: Held,
): Promise<'message' | 'target' | 'channel'> {
  const { database } = context;
  const { id } = delivery;
  const attemptId = randomUUID();
  const begun = await beginAttempt(database, {
    id,
    claim,
    attempt: attemptId,
    target: address.target,
    now: context.now(),
    leaseMs: LEASE_MS,
  });
  if (!begun) return 'message';
  const outcome = await channel.send(letter, address, { at: context.now() });
  const now = context.now();
  if (outcome.kind !== 'failed') {
    if (outcome.kind === 'sent') for (const receiver of [address.target, EVERYBODY]) channel.failures.delete(receiver);
    await endAttempt(database, { id, attempt: attemptId, now, state: outcome.kind, ...troubleOf(outcome) });
    return 'message';
  }
  const { trouble, detail, permanent, reach, retryAfterMs = 0 } = outcome;
  const attempts = delivery.attempts + 1;
  const isOver = permanent || attempts >= ATTEMPTS_MAX;
  const nextTry = now + Math.max(retryAfterMs, backOffMs(delivery.key, attempts));
  const state = isOver ? 'dead' : 'waiting';
  await endAttempt(database, { id, attempt: attemptId, now, state, nextTry, trouble, detail });
  // Messages that were under way together meet one failure of the channel, not one each.
  const isNews = reach === 'target' || (reach === 'channel' && !batch.isDown);
  batch.isDown ||= reach === 'channel';
  if (isNews) {
    const receiver = reach === 'target' ? address.target : EVERYBODY;
    const inRow = (channel.failures.get(receiver) ?? 0) + 1;
    channel.failures.set(receiver, inRow);
    await putOffDeliveries(database, {
      channel: channel.name,
      origin: reach === 'target' ? address.target : null,
      until: now + Math.max(retryAfterMs, backOffMs(receiver, inRow)),
      queuedBefore: now - GIVE_UP_MS,
      trouble,
      detail,
    });
  }
  return reach;
}

function troubleOf(outcome: Exclude<Outcome, { kind: 'failed' }>): { trouble?: string; detail?: string } {
  return outcome.kind === 'unknown' ? { trouble: outcome.trouble, detail: outcome.detail } : {};
}

async function inTurns<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const hands = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  });
  await Promise.all(hands);
}
