import { sql } from 'kysely';
import type { Db } from './query.ts';

/** A notice as its person sees it. */
export interface NoticeLine {
  id: string;
  notice: string;
  values: Record<string, string | number>;
  drill: boolean;
  createdMs: number;
  /** Since when it is shown here. */
  sentMs: number;
  readMs: number | null;
  automatic: boolean;
  caseId: string;
  process: string | null;
  version: number | null;
  number: string | null;
  round: number | null;
  title: string | null;
  deliveries: { channel: 'email' | 'webhook'; state: string; sentMs: number | null; digest: boolean }[];
}

/** The notices of one person, newest first. */
export async function listNotices(
  db: Db,
  filter: { person: string; unread?: boolean | undefined; before?: string | undefined; limit: number },
): Promise<NoticeLine[]> {
  const unread =
    filter.unread === undefined ? sql`` : filter.unread ? sql`and o.read_at is null` : sql`and o.read_at is not null`;
  const before = filter.before === undefined ? sql`` : sql`and o.id < ${filter.before}::bigint`;
  const { rows } =
    await sql<NoticeLine>`${line} where o.person = ${filter.person} and o.sent_at is not null ${unread} ${before}
    order by o.id desc limit ${filter.limit}`.execute(db);
  return rows;
}

/** The newest notices that were shown to a person since an instant, in the order in which they were shown. */
export async function listNoticesSince(
  db: Db,
  filter: { person: string; sinceMs: number; limit: number },
): Promise<NoticeLine[]> {
  const { rows } =
    await sql<NoticeLine>`${line} where o.person = ${filter.person} and o.sent_at >= ${new Date(filter.sinceMs)}
    order by o.sent_at desc, o.id desc limit ${filter.limit}`.execute(db);
  return rows.reverse();
}

/** How many notices a person has not read; no further than the limit. */
export async function countUnread(db: Db, person: string, limit: number): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from (
      select 1 from outbox where person = ${person} and sent_at is not null and read_at is null limit ${limit}
    ) bounded`.execute(db);
  return rows[0]?.unread ?? 0;
}

/** Marks a person's own notice as read, once: the first time stays. Undefined if there is none of his by this id. */
export async function markRead(
  db: Db,
  input: { person: string; id: string; now: number },
): Promise<number | undefined> {
  const { rows } = await sql<{ readMs: number }>`
    with marked as (
      update outbox set read_at = coalesce(read_at, ${new Date(input.now)})
       where id = ${input.id}::bigint and person = ${input.person} and sent_at is not null
      returning id, person, read_at
    ), told_enough as (
      delete from digest_item i using marked where i.outbox_id = marked.id and i.digest_id is null
    )
    select (extract(epoch from read_at) * 1000)::bigint as "readMs", pg_notify('bihuan_notice', person) from marked`.execute(
    db,
  );
  return rows[0]?.readMs;
}

/** Marks all notices up to one as read: what came after it, the person has not seen yet. Answers how many there were. */
export async function markAllRead(db: Db, input: { person: string; upTo: string; now: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with marked as (
      update outbox set read_at = ${new Date(input.now)}
       where person = ${input.person} and sent_at is not null and read_at is null and id <= ${input.upTo}::bigint
      returning id
    ), told_enough as (
      delete from digest_item i using marked where i.outbox_id = marked.id and i.digest_id is null
    )
    select count(*)::int as count, pg_notify('bihuan_notice', ${input.person}) from marked`.execute(db);
  return rows[0]?.count ?? 0;
}

const line = sql`
  select o.id::text as id, o.notice, o.values, o.drill, o.case_id as "caseId",
    (extract(epoch from o.created_at) * 1000)::bigint as "createdMs",
    (extract(epoch from o.sent_at) * 1000)::bigint as "sentMs",
    (extract(epoch from o.read_at) * 1000)::bigint as "readMs",
    coalesce(l.automatic, true) as automatic, c.process, c.version, c.number, c.round, c.title,
    (select coalesce(json_agg(json_build_object('channel', d.channel, 'state', d.state, 'digest', d.digest_id is not null,
              'sentMs', (extract(epoch from d.sent_at) * 1000)::bigint) order by d.channel), '[]'::json)
       from delivery d where d.outbox_id = o.id
          or d.digest_id = (select i.digest_id from digest_item i where i.outbox_id = o.id)) as deliveries
  from outbox o
    left join ledger l on l.case_id = o.case_id and l.position = o.position
    left join case_view c on c.id = o.case_id`;
