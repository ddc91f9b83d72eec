import { sql } from 'kysely';
import type { Actor, Holding } from '../../processes/kernel/actor.ts';
import type { Words } from '../../processes/kernel/text.ts';
import { pathOf, type RoleName } from '../../processes/organisation.ts';
import { below, type Db, escapeLike } from './query.ts';

/** A person with the offices he holds now. */
export async function readActor(db: Db, id: string): Promise<Actor | undefined> {
  const { rows } = await sql<Actor>`
    select p.id, p.name, ${holdings} as holdings
    from person p where p.id = ${id}
  `.execute(db);
  return rows[0];
}

/** What a visitor may try as one of the people of the demo. */
export interface DemoCard {
  /** Place among the cards, from 1. */
  order: number;
  role: RoleName;
  tryThis: readonly { text: Words; path: string }[];
}

/** The people of the demo community: those with a card first, in the order of the cards, then all others by id. */
export async function listDemoPeople(db: Db): Promise<(Actor & { card: DemoCard | null })[]> {
  const { rows } = await sql<Actor & { card: DemoCard | null }>`
    select p.id, p.name, p.card, ${holdings} as holdings
    from person p where p.demo order by (p.card->>'order')::int nulls last, p.id collate "C"
  `.execute(db);
  return rows;
}

const holdings = sql<Holding[]>`(
  select coalesce(json_agg(json_build_object('role', h.role, 'org', h.org) order by h.org, h.role), '[]'::json)
  from holding h where h.person = p.id
)`;

/** Who holds these offices now: names by `role@org`. */
export async function listHolders(db: Db, offices: readonly Holding[]): Promise<Map<string, string[]>> {
  if (offices.length === 0) return new Map();
  const { rows } = await sql<{ office: string; names: string[] }>`
    select h.role || '@' || h.org as office, array_agg(p.name order by p.name collate "C", p.id collate "C") as names
    from holding h join person p on p.id = h.person
    where h.role || '@' || h.org = any(${[...new Set(offices.map(({ role, org }) => `${role}@${org}`))]})
    group by 1`.execute(db);
  return new Map(rows.map(({ office, names }) => [office, names]));
}

/** People who hold an office in one of these organisations, above or below them, whose name holds some words or whose account it is. */
export async function findPeople(
  db: Db,
  asked: { name: string; inLineWith: readonly string[]; org?: string | undefined; limit: number },
): Promise<Actor[]> {
  const { name, inLineWith, org, limit } = asked;
  const inLine = sql`(h.org = any(${inLineWith.flatMap(pathOf)}) or h.org like any(${inLineWith.map(below)}))`;
  const within = org === undefined ? sql`` : sql`and (h.org = ${org} or h.org like ${below(org)})`;
  const { rows } = await sql<Actor>`
    select p.id, p.name, (
      select json_agg(json_build_object('role', h.role, 'org', h.org) order by h.org, h.role)
      from holding h where h.person = p.id and ${inLine}
    ) as holdings
    from person p
    where (p.name ilike ${`%${escapeLike(name)}%`} or p.id = ${name})
      and exists (select 1 from holding h where h.person = p.id and ${inLine} ${within})
    order by p.name collate "C", p.id collate "C" limit ${limit}
  `.execute(db);
  return rows;
}
