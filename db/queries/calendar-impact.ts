import { sql } from 'kysely';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import type { Db } from './query.ts';

/** Open cases, no drills, with a clock that rests on a year; by pages, oldest first. */
export async function listRestingCases(
  db: Db,
  page: { year: number; after: number; limit: number },
): Promise<{ ordinal: number; record: CaseRecord }[]> {
  const { rows } = await sql<{ ordinal: number; record: CaseRecord }>`
    select ordinal, record from case_view
     where ordinal > ${page.after} and kind <> 'final' and not drill and rests_on_year(record, ${page.year})
     order by ordinal limit ${page.limit}`.execute(db);
  return rows;
}
