import { type RawBuilder, sql } from 'kysely';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { holdsWords, isOf } from './case-filter.ts';
import type { Db } from './query.ts';

/** A state of a process in which everybody may see the case. */
export interface PublicState {
  process: string;
  version: number;
  state: string;
}

export interface ItemFilter {
  states: readonly PublicState[];
  /** This organisation and everything below it. */
  org?: string | undefined;
  /** Part of the number, the title or the place. */
  q?: string | undefined;
  drills: boolean;
}

export interface ItemRow {
  ordinal: string;
  record: CaseRecord;
  /** The case's own time minus real time; zero except for drills. */
  clockOffsetMs: number;
}

/** Cases that everybody may see, newest first. */
export async function listItems(
  db: Db,
  filter: ItemFilter,
  page: { before?: string | undefined; limit: number },
): Promise<ItemRow[]> {
  const wanted = itemConditions(filter);
  if (page.before !== undefined) wanted.push(sql`c.ordinal < ${page.before}::bigint`);
  const { rows } = await sql<ItemRow>`
    ${item} where ${sql.join(wanted, sql` and `)} order by c.ordinal desc limit ${page.limit}
  `.execute(db);
  return rows;
}

/** How many there are, counted no further than the limit. */
export async function countItems(db: Db, filter: ItemFilter, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from case_view c where ${sql.join(itemConditions(filter), sql` and `)} limit ${limit}
    ) bounded
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** The titles of the newest ones of one organisation alone. */
export async function listItemTitles(
  db: Db,
  { org, limit, ...filter }: { states: readonly PublicState[]; drills: boolean; org: string; limit: number },
): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select c.id, c.title from case_view c
    where c.org = ${org} and ${sql.join(itemConditions(filter), sql` and `)}
    order by c.ordinal desc limit ${limit}
  `.execute(db);
  return rows;
}

/** These cases, in no order. */
export async function readItems(db: Db, ids: readonly string[]): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`${item} where c.id = any(${[...ids]})`.execute(db);
  return rows;
}

/** Those of these cases that everybody may see. */
export async function readPublicIds(db: Db, filter: ItemFilter, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select c.id from case_view c where c.id = any(${[...ids]}) and ${sql.join(itemConditions(filter), sql` and `)}
  `.execute(db);
  return rows.map(({ id }) => id);
}

const item = sql`select c.ordinal::text as ordinal, c.record, c.clock_offset_ms as "clockOffsetMs" from case_view c`;

function itemConditions({ states, org, q, drills }: ItemFilter): RawBuilder<unknown>[] {
  const columns = [
    states.map(({ process }) => process),
    states.map(({ state }) => state),
    states.map(({ version }) => version),
  ];
  const wanted = [
    sql`(c.process, c.state, c.version) in (
      select * from unnest(${columns[0]}::text[], ${columns[1]}::text[], ${columns[2]}::integer[]))`,
  ];
  if (org !== undefined) wanted.push(isOf(org));
  if (q !== undefined) wanted.push(holdsWords(q));
  if (!drills) wanted.push(sql`not c.drill`);
  return wanted;
}
