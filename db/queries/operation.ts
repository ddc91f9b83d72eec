import { sql } from 'kysely';
import type { Db } from './query.ts';

/** Counts stop here: what waits in thousands is told as "more than". */
export const WAITING_MAX = 1_000;

/** What waits to be done by the parts that work without a person. */
export interface Waiting {
  /** Notices that nobody has taken up yet, and since when the oldest. */
  notices: number;
  noticesSinceMs: number | null;
  /** E-mails and webhooks on their way. */
  deliveries: number;
  deliveriesSinceMs: number | null;
  dead: number;
  /** Reminders and automatic moves whose time has come. */
  rungs: number;
  rungsSinceMs: number | null;
  /** Orders that the clock has to open. */
  openings: number;
  /** Why the last attempt at one of them failed. */
  openingTrouble: string | null;
  /** Commands whose senders have gone, which the healer has to settle. */
  commands: number;
  commandsSinceMs: number | null;
  /** What the last attempt at one of them met. */
  commandTrouble: string | null;
}

/** Each count walks a partial index of what waits and no further than the limit. */
export async function readWaiting(db: Db): Promise<Waiting | undefined> {
  const bounded = sql`limit ${WAITING_MAX + 1}`;
  const since = (column: string) => sql`(extract(epoch from min(${sql.ref(column)})) * 1000)::bigint`;
  const { rows } = await sql<Waiting>`
    select n.count as notices, n.since as "noticesSinceMs", d.count as deliveries, d.since as "deliveriesSinceMs",
      (select count(*)::integer from (select 1 from delivery where state in ('dead', 'unknown') ${bounded}) x) as dead,
      r.count as rungs, r.since as "rungsSinceMs", g.count as openings, g.trouble as "openingTrouble",
      i.count as commands, i.since as "commandsSinceMs", i.trouble as "commandTrouble"
    from
      (select count(*)::integer as count, ${since('x.created_at')} as since
         from (select created_at from outbox where sent_at is null order by id ${bounded}) x) n,
      (select count(*)::integer as count, ${since('x.created_at')} as since
         from (select created_at from delivery where state in ('waiting', 'sending') ${bounded}) x) d,
      (select count(*)::integer as count, ${since('x.at')} as since
         from ((select at from rung where not drill and action <> 'expire' and at <= clock_timestamp() order by at ${bounded})
               union all
               (select at from rung where not drill and action = 'expire' and at <= clock_timestamp() order by at ${bounded})) x) r,
      (select count(*)::integer as count, max(x.trouble) as trouble
         from (select trouble from opening where opened_case is null ${bounded}) x) g,
      (select count(*)::integer as count, ${since('x.began_at')} as since, max(x.trouble) as trouble
         from (select began_at, trouble from intent
                where written_at is null and began_at < clock_timestamp() - interval '15 seconds' ${bounded}) x) i`.execute(
    db,
  );
  return rows[0];
}
