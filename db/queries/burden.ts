import { sql } from 'kysely';
import { below, type Db } from './query.ts';

/** Hours of one month that one source and one unit ask of a community. */
export interface BurdenRow {
  org: string;
  month: string;
  source: string;
  unit: string;
  hours: number;
}

/** What stands on the register of burden at an organisation and below it, month by month; of each key the last line counts. */
export async function readBurden(
  db: Db,
  input: { org: string; fromMonth: string; toMonth: string },
): Promise<BurdenRow[]> {
  const { rows } = await sql<BurdenRow>`
    select org, month, source, unit, sum(hours)::float8 as hours from (
      select distinct on (r.org, r.key) r.org, r.value, r.value->>'month' as month,
             coalesce(r.value->>'source', '') as source, coalesce(r.value->>'unit', '') as unit,
             (r.value->>'hours')::numeric as hours
        from register_entry r
       where r.register = 'burden' and not r.drill and (r.org = ${input.org} or r.org like ${below(input.org)})
       order by r.org, r.key, r.day desc, r.at desc, r.case_id desc, r.ordinal desc
    ) standing
    where value is not null and month collate "C" between ${input.fromMonth} and ${input.toMonth}
    group by org, month, source, unit order by org, month, source, unit`.execute(db);
  return rows;
}

/** A figure that an organisation has set for itself and for those below it. */
export interface SettingRow {
  org: string;
  process: string;
  name: string;
  value: number;
}

/** The figures of some names, wherever they are set. */
export async function listSettings(db: Db, names: readonly string[]): Promise<SettingRow[]> {
  const { rows } = await sql<SettingRow>`
    select org, process, name, value from setting where name = any(${[...names]})`.execute(db);
  return rows;
}
