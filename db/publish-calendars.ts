import type pg from 'pg';
import { calendars } from '../processes/law/calendars/index.ts';

/**
 * Brings the tables that came with this release into the database; what stands there stays. A year or a correction that is
 * new to a database in use is ordered for the open cases as well, as if two officers had entered it.
 */
export async function publishCalendars(client: pg.Client): Promise<void> {
  const tables = JSON.stringify(calendars);
  await client.query(
    `with before as (select count(*) as tables from calendar_year),
       published as (
         insert into calendar_year (year, version, status, data, origin, confirmed_at)
         select (t->>'year')::integer, (t->>'version')::integer, 'confirmed', t, 'publishedNotice', clock_timestamp()
           from jsonb_array_elements($1::jsonb) t
         on conflict (year, version) do nothing
         returning year, version)
     insert into roll_out (year, version)
     select p.year, p.version from published p, before
      where before.tables > 0
        and not exists (select 1 from calendar_year c
                         where c.year = p.year and c.version > p.version and c.status = 'confirmed')`,
    [tables],
  );
}
