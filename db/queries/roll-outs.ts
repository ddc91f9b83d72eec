import { sql } from 'kysely';
import { type RollOutKey, type RollOutProgress, rollOutName } from '../../workflows/calendar-roll-out.messages.ts';
import type { Db } from './query.ts';

/** How far a table has come. Drills are told, and left out of the figures about deadlines. */
export interface RollOutState extends RollOutKey, RollOutProgress {
  orderedAtMs: number;
  startedAtMs: number | null;
  toldAtMs: number | null;
  finishedAtMs: number | null;
  /** Cases whose open clocks rest on the year, and how many of them were told. */
  touched: number;
  touchedDone: number;
  movedCases: number;
  movedDeadlines: number;
  firmedDeadlines: number;
  closed: number;
  failed: number;
  /** Notices to people. */
  told: number;
}

export async function readRollOuts(db: Db, filter: { year?: number; version?: number } = {}): Promise<RollOutState[]> {
  const { year, version } = filter;
  const { rows } = await sql<RollOutState>`
    select r.year, r.version, ${milliseconds('ordered_at')} as "orderedAtMs", ${milliseconds('started_at')} as "startedAtMs",
      ${milliseconds('told_at')} as "toldAtMs", ${milliseconds('finished_at')} as "finishedAtMs", c.*,
      (select count(*)::int from outbox o where o.case_id = 'rollOut:' || r.year || 'v' || r.version) as told
    from roll_out r cross join lateral (
      select count(*)::int as total, count(*) filter (where outcome <> 'waiting')::int as done,
        count(*) filter (where wave = 1)::int as touched,
        count(*) filter (where wave = 1 and outcome <> 'waiting')::int as "touchedDone",
        count(*) filter (where outcome = 'moved' and not drill)::int as "movedCases",
        coalesce(sum(moved) filter (where not drill), 0)::int as "movedDeadlines",
        coalesce(sum(firmed) filter (where not drill), 0)::int as "firmedDeadlines",
        count(*) filter (where outcome = 'closed')::int as closed, count(*) filter (where outcome = 'failed')::int as failed
      from roll_out_case x where x.year = r.year and x.version = r.version) c
    where (${year ?? null}::int is null or r.year = ${year ?? null}::int)
      and (${version ?? null}::int is null or r.version = ${version ?? null}::int)
    order by r.year, r.version`.execute(db);
  return rows;
}

const milliseconds = (column: string) => sql`(extract(epoch from ${sql.ref(`r.${column}`)}) * 1000)::bigint`;

/** Cases that could not be told, for an operator to look at. */
export async function listFailedCases(
  db: Db,
  { year, version, limit }: RollOutKey & { limit: number },
): Promise<{ caseId: string; number: string | null; trouble: string | null }[]> {
  const { rows } = await sql<{ caseId: string; number: string | null; trouble: string | null }>`
    select r.case_id as "caseId", v.number, r.trouble from roll_out_case r left join case_view v on v.id = r.case_id
     where r.year = ${year} and r.version = ${version} and r.outcome = 'failed' order by v.number limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** Roll-outs that were ordered and are not finished: somebody must carry them on. */
export async function listOpenRollOuts(db: Db): Promise<RollOutKey[]> {
  const { rows } = await sql<RollOutKey>`
    select year, version from roll_out where finished_at is null order by ordered_at`.execute(db);
  return rows;
}

/** Notes the cases of one page that are to be told; answers the last place of the page, null after the last one. */
export async function enrolPage(
  db: Db,
  page: RollOutKey & { after: number; limit: number; withOthers: boolean },
): Promise<number | null> {
  const { year, version, after, limit, withOthers } = page;
  const { rows } = await sql<{ last: number | null }>`
    with page as (
      select ordinal, id, drill, kind, rests_on_year(record, ${year}) as touched from case_view
       where ordinal > ${after} order by ordinal limit ${limit}
    ), enrolled as (
      insert into roll_out_case (year, version, case_id, wave, drill)
      select ${year}, ${version}, id, case when touched then 1 else 2 end, drill from page
       where kind <> 'final' and (touched or ${withOthers})
      on conflict do nothing
    )
    select max(ordinal) as last from page`.execute(db);
  return rows[0]?.last ?? null;
}

export async function beginRollOut(db: Db, { year, version }: RollOutKey): Promise<void> {
  await sql`update roll_out set started_at = coalesce(started_at, clock_timestamp())
    where year = ${year} and version = ${version}`.execute(db);
}

export async function finishRollOut(db: Db, { year, version }: RollOutKey): Promise<void> {
  await sql`update roll_out set finished_at = coalesce(finished_at, clock_timestamp())
    where year = ${year} and version = ${version}`.execute(db);
}

export async function countProgress(db: Db, { year, version }: RollOutKey): Promise<RollOutProgress> {
  const { rows } = await sql<RollOutProgress>`
    select count(*)::int as total, count(*) filter (where outcome <> 'waiting')::int as done
      from roll_out_case where year = ${year} and version = ${version}`.execute(db);
  return rows[0] ?? { total: 0, done: 0 };
}

/** Cases that may be told now. */
export async function listWaiting(db: Db, ask: RollOutKey & { wave: 1 | 2; limit: number }): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select case_id as "caseId" from roll_out_case
     where year = ${ask.year} and version = ${ask.version} and wave = ${ask.wave} and outcome = 'waiting'
       and next_try <= clock_timestamp()
     order by next_try limit ${ask.limit}`.execute(db);
  return rows.map(({ caseId }) => caseId);
}

/** How many wait in a wave, and how long until the first of them may be tried. */
export async function readWaiting(
  db: Db,
  { year, version, wave }: RollOutKey & { wave: 1 | 2 },
): Promise<{ waiting: number; retryInMs: number }> {
  const { rows } = await sql<{ waiting: number; retryInMs: number }>`
    select count(*)::int as waiting,
      coalesce(ceil(greatest(0, extract(epoch from min(next_try) - clock_timestamp()) * 1000)), 0)::int as "retryInMs"
      from roll_out_case
     where year = ${year} and version = ${version} and wave = ${wave} and outcome = 'waiting'`.execute(db);
  return rows[0] ?? { waiting: 0, retryInMs: 0 };
}

/**
 * Notes what became of cases that have the table now. The ledger says whether something moved, so that a case that is told
 * again after a crash is noted like one that was told once.
 */
export async function noteTold(
  db: Db,
  { year, version, cases }: RollOutKey & { cases: readonly string[] },
): Promise<void> {
  await sql`
    update roll_out_case r set outcome = case when l.case_id is null then 'same' else 'moved' end, trouble = null,
      moved = coalesce(l.moved, 0), firmed = coalesce(l.firmed, 0)
    from unnest(${cases}::text[]) as told (case_id) left join lateral (
      select l.case_id,
        (select count(*) from jsonb_array_elements(l.form->'moves') m where m->'fromDueDate' <> m->'toDueDate') as moved,
        (select count(*) from jsonb_array_elements(l.form->'moves') m
          where m->'fromDueDate' = m->'toDueDate' and m->'fromProvisional' = 'true' and m->'toProvisional' = 'false') as firmed
      from ledger l where l.case_id = told.case_id and l.type = 'calendar.applied' and l.in_force and l.kind = 'entry'
        and l.command_id = 'rollOut:' || ${rollOutName({ year, version })}::text || ':' || told.case_id) l on true
    where r.year = ${year} and r.version = ${version} and r.case_id = told.case_id and r.outcome = 'waiting'`.execute(
    db,
  );
}

/** Cases that have come to their end meanwhile. */
export async function noteClosed(
  db: Db,
  { year, version, cases }: RollOutKey & { cases: readonly string[] },
): Promise<void> {
  await sql`update roll_out_case set outcome = 'closed' where year = ${year} and version = ${version}
    and case_id = any(${cases}::text[]) and outcome = 'waiting'`.execute(db);
}

/** A later table of the same year is in force: nobody needs this one any more. */
export async function noteSuperseded(db: Db, { year, version }: RollOutKey): Promise<void> {
  await sql`update roll_out_case set outcome = 'superseded'
    where year = ${year} and version = ${version} and outcome = 'waiting'`.execute(db);
}

const TRIES_MAX = 10;

/** A case that did not take the table is tried again, each time twice as late, and finally listed. */
export async function noteTrouble(
  db: Db,
  { year, version, caseId, trouble }: RollOutKey & { caseId: string; trouble: string },
): Promise<void> {
  await sql`
    update roll_out_case set attempts = attempts + 1, trouble = ${trouble.slice(0, 300)},
      outcome = case when attempts + 1 >= ${TRIES_MAX} then 'failed' else 'waiting' end,
      next_try = clock_timestamp() + least(power(2, attempts), 60) * interval '1 second'
    where year = ${year} and version = ${version} and case_id = ${caseId} and outcome = 'waiting'`.execute(db);
}

/**
 * One notice to each person who stands in a relation to a case that moved or is expected to act on it, however many cases
 * there are. Written with its mark in one statement; the key keeps a repetition from telling anybody twice.
 */
export async function insertRollOutNotices(db: Db, { year, version }: RollOutKey): Promise<void> {
  const name = `rollOut:${rollOutName({ year, version })}`;
  await sql`
    with concerned as (
      select p.person, count(*)::int as cases, sum(r.moved + r.firmed)::int as deadlines
      from roll_out_case r join case_view v on v.id = r.case_id cross join lateral (
        select unnest(v.related) as person
        union select t.person from task t where t.case_id = v.id and t.person is not null
        union select h.person from task t join holding h on h.role = t.role and h.org = t.org where t.case_id = v.id) p
      where r.year = ${year} and r.version = ${version} and r.moved + r.firmed > 0 and not r.drill
      group by p.person
    ), told as (
      insert into outbox (key, case_id, position, person, drill, notice, values)
      select ${name}::text || ':' || c.person, ${name}::text, 0, c.person, false, 'calendar.applied',
        jsonb_build_object('year', ${year}::int, 'cases', c.cases, 'deadlines', c.deadlines)
      from concerned c join person on person.id = c.person
      on conflict (key) do nothing
    )
    update roll_out set told_at = coalesce(told_at, clock_timestamp())
     where year = ${year} and version = ${version}`.execute(db);
}
