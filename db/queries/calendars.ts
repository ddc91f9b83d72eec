import { sql } from 'kysely';
import type { Calendars, CalendarYear } from '../../processes/kernel/calendar.ts';
import type { RollOutKey } from '../../workflows/calendar-roll-out.messages.ts';
import type { Db } from './query.ts';

/** One version of a year's table and who stands for it. */
export interface CalendarVersion {
  year: number;
  version: number;
  status: 'draft' | 'replaced' | 'confirmed';
  data: CalendarYear;
  origin: 'publishedNotice' | 'officer';
  enteredBy: PersonName | null;
  enteredAtMs: number;
  confirmedBy: PersonName | null;
  confirmedAtMs: number | null;
  preview: object | null;
}

export interface PersonName {
  id: string;
  name: string;
}

/** The tables in force: of each year the highest confirmed version. */
export async function readCalendars(db: Db): Promise<Calendars> {
  const { rows } = await sql<{ data: CalendarYear }>`
    select distinct on (year) data from calendar_year where status = 'confirmed' order by year, version desc`.execute(
    db,
  );
  return rows.map(({ data }) => data);
}

/** By what drills count: the tables in force, and an invented one for a year that has none yet. */
export async function readDrillCalendars(db: Db): Promise<Calendars> {
  const [real, invented] = await Promise.all([readCalendars(db), listDrillCalendars(db)]);
  return [...real, ...invented.filter(({ year }) => real.every((table) => table.year !== year))];
}

/** The invented tables, also those of years that have a real one by now. */
export async function listDrillCalendars(db: Db): Promise<Calendars> {
  const { rows } = await sql<{ data: CalendarYear }>`select data from drill_calendar order by year`.execute(db);
  return rows.map(({ data }) => data);
}

/** The table in force for one year. */
export async function readCalendar(db: Db, year: number): Promise<CalendarYear | undefined> {
  const { rows } = await sql<{ data: CalendarYear }>`
    select data from calendar_year where year = ${year} and status = 'confirmed' order by version desc limit 1`.execute(
    db,
  );
  return rows[0]?.data;
}

/** Every version of one year or of all, oldest first. */
export async function listCalendarVersions(db: Db, year?: number): Promise<CalendarVersion[]> {
  const { rows } = await sql<CalendarVersion>`
    select c.year, c.version, c.status, c.data, c.origin, c.preview,
      (extract(epoch from c.entered_at) * 1000)::bigint as "enteredAtMs",
      (extract(epoch from c.confirmed_at) * 1000)::bigint as "confirmedAtMs",
      case when e.id is not null then json_build_object('id', e.id, 'name', e.name) end as "enteredBy",
      case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as "confirmedBy"
    from calendar_year c left join person e on e.id = c.entered_by left join person f on f.id = c.confirmed_by
    ${year === undefined ? sql`` : sql`where c.year = ${year}`} order by c.year, c.version`.execute(db);
  return rows;
}

/** A key that was used before, with what it was used for. */
export async function readCalendarCommand(
  db: Db,
  commandId: string,
): Promise<(RollOutKey & { requestHash: string }) | undefined> {
  const { rows } = await sql<RollOutKey & { requestHash: string }>`
    select year, version, request_hash as "requestHash" from calendar_command where command_id = ${commandId}
    union all
    select 0, 0, '' from command_answer where command_id = ${commandId}`.execute(db);
  return rows[0];
}

interface Keyed {
  commandId: string;
  requestHash: string;
}

/** Writes a draft as the next version of its year; an older draft is replaced and stays for the record. */
export async function insertDraft(
  db: Db,
  draft: Keyed & { data: Omit<CalendarYear, 'version'>; enteredBy: string; preview: object },
): Promise<number> {
  const { data, enteredBy, preview, commandId, requestHash } = draft;
  const { rows } = await sql<{ version: number }>`select enter_calendar(
    ${JSON.stringify(data)}::jsonb, ${enteredBy}, ${JSON.stringify(preview)}::jsonb, ${commandId}, ${requestHash}) as version`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('enter_calendar answered nothing');
  return row.version;
}

/** Puts a draft in force and orders its roll-out, both or neither; false if it is no draft of somebody else any more. */
export async function confirmDraft(db: Db, act: RollOutKey & Keyed & { confirmedBy: string }): Promise<boolean> {
  const { year, version, confirmedBy, commandId, requestHash } = act;
  const { rows } = await sql<{ version: number }>`
    with confirmed as (
      update calendar_year set status = 'confirmed', confirmed_by = ${confirmedBy}, confirmed_at = clock_timestamp()
       where year = ${year} and version = ${version} and status = 'draft' and entered_by <> ${confirmedBy}
      returning year, version
    ), keyed as (
      insert into calendar_command (command_id, request_hash, year, version)
      select ${commandId}, ${requestHash}, year, version from confirmed
    ), ordered as (
      insert into roll_out (year, version) select year, version from confirmed
    )
    select version from confirmed`.execute(db);
  return rows.length === 1;
}
