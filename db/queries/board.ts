import { sql } from 'kysely';
import type { Light } from '../../processes/kernel/deadline.ts';
import { caseLight } from './case-filter.ts';
import type { Db } from './query.ts';
import { type Reach, within } from './reach.ts';

/** Open cases of one process in one organisation that show the same light now. */
export interface BoardCount {
  org: string;
  process: string;
  light: Light;
  count: number;
}

/** Counts open cases by the light that each shows at its own clock; drills only where they are wanted. */
export async function countByLight(
  db: Db,
  filter: Reach & { process?: string | undefined; drill: boolean },
): Promise<BoardCount[]> {
  const { rows } = await sql<BoardCount>`
    select o.id as org, c.process, ${caseLight} as light, count(*)::integer as count
    from org o join case_view c on c.org = o.id
    where c.kind = 'open' and ${within(filter)}
      ${filter.drill ? sql`` : sql`and not c.drill`}
      ${filter.process === undefined ? sql`` : sql`and c.process = ${filter.process}`}
    group by 1, 2, 3 order by 1, 2`.execute(db);
  return rows;
}
