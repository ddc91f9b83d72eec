import { sql } from 'kysely';
import type { Db } from './query.ts';

/** A way out of the house as the sender last told of it. */
export interface SenderChannel {
  channel: 'email' | 'webhook';
  enabled: boolean;
  /** False if no sender was heard of for a minute. */
  alive: boolean;
}

export async function readSenderChannels(db: Db): Promise<SenderChannel[]> {
  const { rows } = await sql<SenderChannel>`
    select channel, enabled, seen_at > clock_timestamp() - interval '60 seconds' as alive from sender_channel`.execute(
    db,
  );
  return rows;
}

/** The sender says which channels are on; written seldom, however often it is said. */
export async function tellSenderChannels(
  db: Db,
  channels: readonly { channel: string; enabled: boolean }[],
): Promise<void> {
  const names = channels.map(({ channel }) => channel);
  const enabled = channels.map((channel) => channel.enabled);
  await sql`
    insert into sender_channel as s (channel, enabled, seen_at)
    select c.channel, c.enabled, clock_timestamp() from unnest(${names}::text[], ${enabled}::boolean[]) as c (channel, enabled)
    on conflict (channel) do update set enabled = excluded.enabled, seen_at = excluded.seen_at
     where s.enabled <> excluded.enabled or s.seen_at < excluded.seen_at - interval '15 seconds'`.execute(db);
}
