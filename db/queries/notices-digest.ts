import { sql } from 'kysely';
import { deliveryKey } from './notices-delivery.ts';
import type { Db } from './query.ts';

/**
 * Makes the digests of a day for everybody whose hour has come, each once: the key is person and date. Who was away at the
 * hour, such as a stopped worker, makes them later on the same day. Somebody without unread notices gets none. Whoever has
 * changed to immediate telling gets what still waits at once.
 */
export async function makeDigests(
  db: Db,
  input: { now: number; date: string; hour: number; isWorkday: boolean; channels: readonly string[]; limit: number },
): Promise<number> {
  const { date, hour, isWorkday, channels, limit } = input;
  const now = new Date(input.now);
  const { rows } = await sql<{ digests: number }>`
    with due as (
      select p.person from preference p
       where (p.timing = 'immediate' or (p.digest_hour <= ${hour} and (${isWorkday} or p.digest_on_rest_days)))
         and exists (select 1 from digest_item i join outbox o on o.id = i.outbox_id
                      where i.person = p.person and i.digest_id is null and o.read_at is null)
         and not exists (select 1 from digest g where g.person = p.person and g.date = ${date}::date)
         and ((p.email is not null and 'email' = any(${channels}))
              or (p.webhook_url is not null and 'webhook' = any(${channels})))
       order by p.person limit ${limit}
    ), made as (
      insert into digest (person, date, made_at) select person, ${date}::date, ${now} from due
      on conflict (person, date) do nothing returning id, person
    ), taken as (
      update digest_item i set digest_id = made.id from made, outbox o
       where i.person = made.person and i.digest_id is null and o.id = i.outbox_id and o.read_at is null
      returning i.digest_id
    ), queued as (
      insert into delivery (key, person, channel, digest_id, next_try, created_at)
      select ${deliveryKey(sql`'digest:' || made.person || ':' || ${date}`, sql`c.channel`)}, made.person, c.channel,
             made.id, ${now}, ${now}
        from made join preference p on p.person = made.person
        cross join lateral (values ('email', p.email), ('webhook', p.webhook_url)) as c (channel, address)
       where c.address is not null and c.channel = any(${channels}) and made.id in (select digest_id from taken)
      on conflict (key) do nothing
    )
    select count(*)::int as digests from made`.execute(db);
  return rows[0]?.digests ?? 0;
}
