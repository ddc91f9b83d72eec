import { sql } from 'kysely';
import type { Holding } from '../../processes/kernel/actor.ts';
import type { DateString, Instant } from '../../processes/kernel/clock.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import type { Db } from './query.ts';

/** Claims what is due in as many cases; answers in how many something was. */
export async function claimDueRungs(
  db: Db,
  input: { now: Instant; inOfficeHours: boolean; casesMax: number },
): Promise<number> {
  const { rows } = await sql<{ claimed: number }>`
    select claim_due_rungs(${new Date(input.now)}, ${input.inOfficeHours}, ${input.casesMax}) as claimed`.execute(db);
  return rows[0]?.claimed ?? 0;
}

/** Claims what is due in one case. */
export async function claimCaseRungs(
  db: Db,
  input: { caseId: string; now: Instant; inOfficeHours: boolean },
): Promise<number> {
  const { rows } = await sql<{ claimed: number }>`
    select claim_case_rungs(${input.caseId}, ${new Date(input.now)}, ${input.inOfficeHours}) as claimed`.execute(db);
  return rows[0]?.claimed ?? 0;
}

/** The cases in which something is due, the longest due first. */
export async function listDueCases(db: Db, input: { now: Instant; limit: number }): Promise<string[]> {
  const now = new Date(input.now);
  const { rows } = await sql<{ caseId: string }>`
    select case_id as "caseId" from rung
     where not drill and action <> 'expire' and at <= ${now} and next_try <= ${now}
     group by case_id order by min(at) limit ${input.limit}`.execute(db);
  return rows.map(({ caseId }) => caseId);
}

/** Puts a case that cannot be claimed behind the others, so that it never stands in their way. */
export async function putOffRungs(db: Db, input: { caseId: string; now: Instant }): Promise<void> {
  const now = new Date(input.now);
  await sql`
    update rung set attempts = attempts + 1, next_try = ${laterThan(now)}
     where case_id = ${input.caseId} and action <> 'expire' and at <= ${now}`.execute(db);
}

export interface ClockLook {
  movesDue: boolean;
  openingsDue: boolean;
  nextAtMs: number | null;
}

/** Leaves a sign of life and says what else there is to do; each part is one step of an index. */
export async function tellTick(db: Db, input: { now: Instant; claimed: number }): Promise<ClockLook> {
  const now = new Date(input.now);
  const { rows } = await sql<ClockLook>`
    with told as (
      insert into clock_tick as t (ticked_at, clock_at, claimed) values (clock_timestamp(), ${now}, ${input.claimed})
      on conflict (only_one) do update set ticked_at = excluded.ticked_at, clock_at = excluded.clock_at,
        ticks = t.ticks + 1, claimed = t.claimed + excluded.claimed
    )
    select
      exists (select 1 from rung where not drill and action = 'expire' and at <= ${now} and next_try <= ${now}) as "movesDue",
      exists (select 1 from opening where opened_case is null and next_try <= ${now}) as "openingsDue",
      (extract(epoch from least(
        (select min(at) from rung where not drill and action <> 'expire' and at > ${now}),
        (select min(at) from rung where not drill and action = 'expire' and at > ${now}))) * 1000)::bigint as "nextAtMs"`.execute(
    db,
  );
  return rows[0] ?? { movesDue: false, openingsDue: false, nextAtMs: null };
}

/**
 * Takes cases that have to be told that a time is over. The row goes when the case has recorded what came of it; until then
 * it comes again, each time later.
 */
export async function takeMoves(db: Db, input: { now: Instant; limit: number }): Promise<string[]> {
  const now = new Date(input.now);
  const { rows } = await sql<{ caseId: string }>`
    with due as (
      select case_id, key from rung where not drill and action = 'expire' and at <= ${now} and next_try <= ${now}
       order by at limit ${input.limit} for update skip locked
    ), taken as (
      update rung r set attempts = r.attempts + 1, next_try = ${laterThan(now)}
        from due where r.case_id = due.case_id and r.key = due.key returning r.case_id
    )
    select distinct case_id as "caseId" from taken`.execute(db);
  return rows.map(({ caseId }) => caseId);
}

/** An order that the clock has to open, with the case that it is about. */
export interface WaitingOpening {
  key: string;
  caseId: string;
  deadline: string;
  dueDate: DateString | null;
  to: Holding;
  drill: boolean;
  number: string;
  title: string;
  record: CaseRecord;
  clockOffsetMs: number;
}

export async function takeOpenings(db: Db, input: { now: Instant; limit: number }): Promise<WaitingOpening[]> {
  const now = new Date(input.now);
  const { rows } = await sql<WaitingOpening>`
    with due as (
      select key from opening where opened_case is null and next_try <= ${now}
       order by created_at limit ${input.limit} for update skip locked
    ), taken as (
      update opening r set attempts = r.attempts + 1, next_try = ${laterThan(now)}
        from due where r.key = due.key returning r.*
    )
    select t.key, t.case_id as "caseId", t.deadline, to_char(t.due_date, 'YYYY-MM-DD') as "dueDate", t.drill,
      json_build_object('role', t.role, 'org', t.org) as "to", v.number, v.title, v.record,
      v.clock_offset_ms as "clockOffsetMs"
    from taken t join case_view v on v.id = t.case_id order by t.created_at`.execute(db);
  return rows;
}

export async function endOpening(db: Db, input: { key: string; openedCase: string }): Promise<void> {
  await sql`update opening set opened_case = ${input.openedCase}, trouble = null where key = ${input.key}`.execute(db);
}

export async function failOpening(db: Db, input: { key: string; trouble: string }): Promise<void> {
  await sql`update opening set trouble = ${input.trouble} where key = ${input.key}`.execute(db);
}

/** What waits for the clock in one case, and what its ledger says is done. */
export async function readArmed(db: Db, caseId: string): Promise<{ armed: string[]; done: string[] }> {
  const { rows } = await sql<{ armed: string[]; done: string[] }>`
    select array(select key from rung where case_id = ${caseId}) as armed,
      array(select jsonb_array_elements_text(form->'keys') from ledger where case_id = ${caseId} and kind = 'rung') as done`.execute(
    db,
  );
  return rows[0] ?? { armed: [], done: [] };
}

/** The last sign of life, by the database's own clock; undefined before the first one. */
export async function readTick(db: Db): Promise<{ ageMs: number; waitingMs: number | null } | undefined> {
  const { rows } = await sql<{ ageMs: number; waitingMs: number | null }>`
    select (extract(epoch from clock_timestamp() - ticked_at) * 1000)::bigint as "ageMs",
      (select (extract(epoch from clock_timestamp() - min(at)) * 1000)::bigint from rung
        where not drill and action = 'expire' and at <= clock_timestamp()) as "waitingMs"
    from clock_tick`.execute(db);
  return rows[0];
}

/** 10 s after the first try, doubled each time up to ten minutes. */
function laterThan(now: Date) {
  return sql`${now}::timestamptz + least(interval '10 seconds' * power(2, least(attempts, 10)), interval '10 minutes')`;
}
