import { sql } from 'kysely';
import type { Db } from './query.ts';

/** One message as a sender holds it, with the person's address of this moment. */
export interface HeldDelivery {
  id: number;
  key: string;
  person: string;
  personName: string;
  /** Attempts so far. */
  attempts: number;
  /** When it was queued, or last sent again by an operator. */
  sinceMs: number;
  digestId: number | null;
  outboxId: number | null;
  /** null: the person has no preference any more. */
  language: 'zh-CN' | 'en' | null;
  email: string | null;
  webhookUrl: string | null;
  webhookOrigin: string | null;
  webhookSecret: string | null;
}

/**
 * Shows notices to their persons and queues what leaves the house, each once: the row is locked, marked and queued in one
 * statement. What stands in the outbox was accepted, so it goes at once. A drill leaves no house.
 */
export async function releaseNotices(
  db: Db,
  input: { now: number; channels: readonly string[]; limit: number },
): Promise<number> {
  const now = new Date(input.now);
  const { rows } = await sql<{ notices: number }>`
    with due as (
      select o.id, o.key, o.person, o.drill from outbox o
       where o.sent_at is null
       order by o.id limit ${input.limit} for update of o skip locked
    ), shown as (
      update outbox o set sent_at = ${now} from due where o.id = due.id returning o.id
    ), wanted as (
      select due.id, due.key, due.person, p.timing, c.channel from due join shown on shown.id = due.id
        join preference p on p.person = due.person
        cross join lateral (values ('email', p.email), ('webhook', p.webhook_url)) as c (channel, address)
       where not due.drill and c.address is not null and c.channel = any(${input.channels})
    ), queued as (
      insert into delivery (key, person, channel, outbox_id, next_try, created_at)
      select ${deliveryKey(sql`w.key`, sql`w.channel`)}, w.person, w.channel, w.id, ${now}, ${now}
        from wanted w where w.timing = 'immediate'
      on conflict (key) do nothing
    ), kept_for_digest as (
      insert into digest_item (outbox_id, person)
      select distinct w.id, w.person from wanted w where w.timing = 'daily'
      on conflict (outbox_id) do nothing
    )
    select count(*)::int as notices, pg_notify('bihuan_notice', person) from due group by person`.execute(db);
  return rows.reduce((sum, { notices }) => sum + notices, 0);
}

/** The key follows from the notice alone: the same after a restart, and after a restore from an older backup. */
export function deliveryKey(source: ReturnType<typeof sql>, channel: ReturnType<typeof sql>) {
  return sql`'msg_' || encode(sha256(convert_to(${source} || ':' || ${channel}, 'UTF8')), 'hex')`;
}

/**
 * Takes messages that are due, the longest due first. A message that failed has a later time and stands behind all others.
 * An attempt whose end was never stored is taken again only where the channel allows it.
 */
export async function claimDeliveries(
  db: Db,
  input: { channel: string; now: number; leaseMs: number; claim: string; takesInterrupted: boolean; limit: number },
): Promise<HeldDelivery[]> {
  const { channel, claim, limit } = input;
  const now = new Date(input.now);
  const states = input.takesInterrupted ? ['waiting', 'sending'] : ['waiting'];
  const { rows } = await sql<HeldDelivery>`
    with picked as materialized (
      select d.id from delivery d
       where d.channel = ${channel} and d.state in ('waiting', 'sending') and d.state = any(${states}) and d.next_try <= ${now}
       order by d.next_try, d.id limit ${limit} for update skip locked
    ), held as (
      update delivery d set state = 'waiting', claim = ${claim}::uuid, next_try = ${new Date(input.now + input.leaseMs)}
        from picked where d.id = picked.id returning d.*
    )
    select h.id, h.key, h.person, n.name as "personName", h.attempts, h.digest_id as "digestId", h.outbox_id as "outboxId",
      (extract(epoch from coalesce(h.resent_at, h.created_at)) * 1000)::bigint as "sinceMs",
      p.language, p.email, p.webhook_url as "webhookUrl", p.webhook_origin as "webhookOrigin",
      p.webhook_secret as "webhookSecret"
    from held h join person n on n.id = h.person left join preference p on p.person = h.person
    order by h.id`.execute(db);
  return rows;
}

/** Attempts that nobody ended and that may not be repeated blindly. */
export async function markInterrupted(db: Db, input: { channel: string; now: number }): Promise<number> {
  const { numAffectedRows } = await sql`
    update delivery set state = 'unknown', claim = null, trouble = 'interrupted',
      detail = 'the sender ended between handing the message over and storing the answer'
     where channel = ${input.channel} and state = 'sending' and next_try <= ${new Date(input.now)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Stored before anything is handed over; false if the message is no longer this sender's to send. */
export async function beginAttempt(
  db: Db,
  input: { id: number; claim: string; attempt: string; target: string; now: number; leaseMs: number },
): Promise<boolean> {
  const { id, claim, attempt, target } = input;
  const { numAffectedRows } = await sql`
    update delivery set state = 'sending', attempt = ${attempt}::uuid, attempts = attempts + 1, target = ${target},
      attempted_at = ${new Date(input.now)}, next_try = ${new Date(input.now + input.leaseMs)}
     where id = ${id} and claim = ${claim}::uuid and state = 'waiting' and next_try > ${new Date(input.now)}`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

/** An answer that comes late still counts, as long as nobody else has begun another attempt. */
export async function endAttempt(
  db: Db,
  input: {
    id: number;
    attempt: string;
    now: number;
    state: 'sent' | 'waiting' | 'dead' | 'unknown';
    nextTry?: number;
    trouble?: string;
    detail?: string;
  },
): Promise<void> {
  const now = new Date(input.now);
  const nextTry = new Date(input.nextTry ?? input.now);
  await sql`
    update delivery set state = ${input.state}, claim = null, next_try = ${nextTry}, trouble = ${input.trouble ?? null},
      detail = ${input.detail ?? null}, sent_at = case when ${input.state} = 'sent' then ${now}::timestamptz end
     where id = ${input.id} and attempt = ${input.attempt}::uuid and state in ('sending', 'waiting', 'unknown')`.execute(
    db,
  );
}

/** Gives back what was taken and not begun, so that another sender need not wait for the end of the lease. */
export async function giveBackDeliveries(db: Db, input: { claim: string; now: number }): Promise<void> {
  await sql`
    update delivery set claim = null, next_try = least(next_try, ${new Date(input.now)})
     where claim = ${input.claim}::uuid and state = 'waiting'`.execute(db);
}

/** A message that cannot be written at all: an operator sees it, and the others of its batch go on. */
export async function buryDelivery(db: Db, input: { id: number; claim: string; detail: string }): Promise<void> {
  await sql`
    update delivery set state = 'dead', claim = null, trouble = 'letter', detail = ${input.detail}
     where id = ${input.id} and claim = ${input.claim}::uuid and state = 'waiting'`.execute(db);
}

/** The person has taken the channel away since the message was queued. */
export async function dropDelivery(db: Db, input: { id: number; claim: string }): Promise<void> {
  await sql`update delivery set state = 'dropped', claim = null where id = ${input.id} and claim = ${input.claim}::uuid`.execute(
    db,
  );
}

/**
 * After a failure of the receiver everything that waits for him moves behind it, so that he is asked once and not once for
 * each message; what has waited too long is given up. `origin` null: the whole channel.
 */
export async function putOffDeliveries(
  db: Db,
  input: {
    channel: string;
    origin: string | null;
    until: number;
    queuedBefore: number;
    trouble: string;
    detail: string;
  },
): Promise<void> {
  const { channel, origin, trouble, detail } = input;
  const until = new Date(input.until);
  const tooOld = sql`coalesce(d.resent_at, d.created_at) < ${new Date(input.queuedBefore)}`;
  const receiver =
    origin === null ? sql`true` : sql`d.person in (select person from preference where webhook_origin = ${origin})`;
  await sql`
    update delivery d set next_try = ${until}, state = case when ${tooOld} then 'dead' else d.state end,
      trouble = case when ${tooOld} then ${trouble} else d.trouble end,
      detail = case when ${tooOld} then ${detail} else d.detail end
     where d.channel = ${channel} and d.state = 'waiting' and d.next_try < ${until} and ${receiver}`.execute(db);
}

/** What a message tells: the notices and the cases as they stand now. */
export interface NoticeContent {
  deliveryId: number;
  outboxId: number;
  notice: string;
  values: Record<string, string | number>;
  createdMs: number;
  caseId: string;
  automatic: boolean;
  /** null if the case is not in the view, or the notice is about no case. */
  process: string | null;
  version: number | null;
  number: string | null;
  round: number | null;
  title: string | null;
  clockOffsetMs: number;
  deadlines: unknown;
}

/** The notices of messages in the order in which they arose; of a digest no more than `itemsMax`. */
export async function readContents(
  db: Db,
  input: { deliveries: readonly number[]; itemsMax: number },
): Promise<(NoticeContent & { total: number })[]> {
  const { rows } = await sql<NoticeContent & { total: number }>`
    with item as (
      select d.id as delivery_id, d.outbox_id from delivery d
       where d.id = any(${input.deliveries}) and d.outbox_id is not null
      union all
      select d.id, i.outbox_id from delivery d join digest_item i on i.digest_id = d.digest_id
       where d.id = any(${input.deliveries})
    ), numbered as (
      select delivery_id, outbox_id, count(*) over (partition by delivery_id)::int as total,
        row_number() over (partition by delivery_id order by outbox_id) as place from item
    )
    select n.delivery_id as "deliveryId", o.id as "outboxId", o.notice, o.values, o.case_id as "caseId",
      (extract(epoch from o.created_at) * 1000)::bigint as "createdMs", coalesce(l.automatic, true) as automatic,
      c.process, c.version, c.number, c.round, c.title, coalesce(c.clock_offset_ms, 0) as "clockOffsetMs",
      c.record->'deadlines' as deadlines, n.total
    from numbered n join outbox o on o.id = n.outbox_id
      left join ledger l on l.case_id = o.case_id and l.position = o.position
      left join case_view c on c.id = o.case_id
    where n.place <= ${input.itemsMax} order by n.delivery_id, n.place`.execute(db);
  return rows;
}
