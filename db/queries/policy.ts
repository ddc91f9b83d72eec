import { sql } from 'kysely';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import type { Db } from './query.ts';
import { type Reach, within } from './reach.ts';

/** Cases of a process that go on, oldest first; by pages. */
export async function listRunningCases(
  db: Db,
  filter: Reach & { process: string; drill: boolean; after: string; limit: number },
): Promise<{ ordinal: string; orgName: string; record: CaseRecord; clockOffsetMs: number }[]> {
  const { rows } = await sql<{ ordinal: string; orgName: string; record: CaseRecord; clockOffsetMs: number }>`
    select c.ordinal::text as ordinal, o.name as "orgName", c.record, c.clock_offset_ms::float8 as "clockOffsetMs"
    from org o join case_view c on c.org = o.id
    where c.process = ${filter.process} and c.kind <> 'final' and ${within(filter)}
      ${filter.drill ? sql`` : sql`and not c.drill`}
      and c.ordinal > ${filter.after}::bigint
    order by c.ordinal limit ${filter.limit}`.execute(db);
  return rows;
}
