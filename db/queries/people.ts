import { sql } from 'kysely';
import type { Actor, Holding } from '../../processes/kernel/actor.ts';
import type { Db } from './query.ts';

/** A person with the offices he holds now. */
export async function readActor(db: Db, id: string): Promise<Actor | undefined> {
  const { rows } = await sql<Actor>`
    select p.id, p.name, ${holdings} as holdings
    from person p where p.id = ${id}
  `.execute(db);
  return rows[0];
}

/** The people of the demo community, in the order in which they were seeded. */
export async function listDemoPeople(db: Db): Promise<Actor[]> {
  const { rows } = await sql<Actor>`
    select p.id, p.name, ${holdings} as holdings
    from person p where p.demo order by p.id collate "C"
  `.execute(db);
  return rows;
}

const holdings = sql<Holding[]>`(
  select coalesce(json_agg(json_build_object('role', h.role, 'org', h.org) order by h.org, h.role), '[]'::json)
  from holding h where h.person = p.id
)`;
