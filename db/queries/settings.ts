import { sql } from 'kysely';
import { pathOf } from '../../processes/organisation.ts';
import type { Db } from './query.ts';

/** A figure that an organisation has set for itself and those below it. */
export interface OwnSetting {
  org: string;
  orgName: string;
  process: string;
  name: string;
  value: number;
  source: string;
}

/** The figures set along the path of an organisation, the nearest last. */
export async function listOwnSettings(db: Db, org: string): Promise<OwnSetting[]> {
  const { rows } = await sql<OwnSetting>`
    select s.org, o.name as "orgName", s.process, s.name, s.value, s.source
    from setting s join org o on o.id = s.org
    where s.org = any(${pathOf(org)}) order by length(s.org)`.execute(db);
  return rows;
}
