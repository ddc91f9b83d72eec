import { sql } from 'kysely';
import type { Db } from './query.ts';

/** A message that will not be tried again unless an operator says so. */
export interface DeadLetter {
  id: string;
  key: string;
  state: 'dead' | 'unknown';
  channel: 'email' | 'webhook';
  person: string;
  personName: string;
  /** Address of the last attempt. */
  target: string | null;
  attempts: number;
  trouble: string | null;
  detail: string | null;
  attemptedMs: number | null;
  createdMs: number;
  digest: boolean;
  notice: string | null;
  number: string | null;
}

/** Dead letters, newest first. */
export async function listDeadLetters(
  db: Db,
  filter: { before?: string | undefined; limit: number },
): Promise<DeadLetter[]> {
  const before = filter.before === undefined ? sql`` : sql`and d.id < ${filter.before}::bigint`;
  const { rows } = await sql<DeadLetter>`
    select d.id::text as id, d.key, d.state, d.channel, d.person, n.name as "personName", d.target, d.attempts, d.trouble,
      d.detail, (extract(epoch from d.attempted_at) * 1000)::bigint as "attemptedMs",
      (extract(epoch from d.created_at) * 1000)::bigint as "createdMs", d.digest_id is not null as digest,
      o.notice, c.number
    from delivery d join person n on n.id = d.person
      left join outbox o on o.id = d.outbox_id left join case_view c on c.id = o.case_id
    where d.state in ('dead', 'unknown') ${before}
    order by d.id desc limit ${filter.limit}`.execute(db);
  return rows;
}

/**
 * Lets a dead letter be tried anew, under the same key. `notDead`: it is on its way or has arrived; two operators who press
 * at once send it once.
 */
export async function resendDeadLetter(
  db: Db,
  input: { id: string; operator: string; now: number },
): Promise<'resent' | 'notDead' | 'unknown'> {
  const now = new Date(input.now);
  const { rows } = await sql<{ resent: boolean }>`
    with resent as (
      update delivery set state = 'waiting', attempts = 0, next_try = ${now}, claim = null, attempt = null,
        resent_by = ${input.operator}, resent_at = ${now}
       where id = ${input.id}::bigint and state in ('dead', 'unknown') returning id
    )
    select d.id in (select id from resent) as resent from delivery d where d.id = ${input.id}::bigint`.execute(db);
  if (rows[0] === undefined) return 'unknown';
  return rows[0].resent ? 'resent' : 'notDead';
}
