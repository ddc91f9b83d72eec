import { type RawBuilder, sql } from 'kysely';
import { type Actor, officeKey } from '../../processes/kernel/actor.ts';
import type { DeadlineState } from '../../processes/kernel/case.ts';
import type { Light } from '../../processes/kernel/deadline.ts';
import { isStaffRole, pathOf } from '../../processes/organisation.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { below, type Db, escapeLike } from './query.ts';

/** One case as the view holds it. */
export interface CaseRow {
  record: CaseRecord;
  /** The case's own time minus real time; zero except for drills. */
  clockOffsetMs: number;
}

/** A case by its id, whoever asks. */
export async function readCase(db: Db, id: string): Promise<CaseRow | undefined> {
  const { rows } = await sql<{ record: CaseRecord; clockOffsetMs: string }>`
    select record, clock_offset_ms::text as "clockOffsetMs" from case_view where id = ${id}
  `.execute(db);
  const row = rows[0];
  return row && { record: row.record, clockOffsetMs: Number(row.clockOffsetMs) };
}

/** Which of these ids are cases. */
export async function listKnownCases(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from case_view where id = any(${[...ids]})`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export interface CaseFilter {
  process?: string | undefined;
  state?: string | undefined;
  light?: Light | undefined;
  /** This organisation and everything below it. */
  org?: string | undefined;
  /** Part of the title or the number. */
  q?: string | undefined;
  drill?: boolean | undefined;
  /** Only older ones than this ordinal. */
  before?: string | undefined;
  limit: number;
}

/** A line of a list. */
export interface CaseLine {
  ordinal: string;
  id: string;
  number: string;
  process: string;
  version: number;
  org: string;
  orgName: string | null;
  drill: boolean;
  state: string;
  seq: number;
  round: number;
  title: string;
  light: Light;
  deadlines: DeadlineState[];
  openedAt: Date;
  changedAt: Date;
}

/** The cases a person may see, newest first. Keyset on the ordinal: a page never skips or repeats a row. */
export async function listCases(db: Db, reader: Actor, filter: CaseFilter): Promise<CaseLine[]> {
  const wanted: RawBuilder<unknown>[] = [visibleTo(reader)];
  if (filter.process !== undefined) wanted.push(sql`c.process = ${filter.process}`);
  if (filter.state !== undefined) wanted.push(sql`c.state = ${filter.state}`);
  if (filter.light !== undefined) wanted.push(sql`${light} = ${filter.light}`);
  if (filter.org !== undefined) wanted.push(sql`(c.org = ${filter.org} or c.org like ${below(filter.org)})`);
  if (filter.drill !== undefined) wanted.push(sql`c.drill = ${filter.drill}`);
  if (filter.before !== undefined) wanted.push(sql`c.ordinal < ${filter.before}::bigint`);
  if (filter.q !== undefined) {
    const pattern = `%${escapeLike(filter.q)}%`;
    wanted.push(sql`(c.title ilike ${pattern} or c.number ilike ${pattern})`);
  }
  const { rows } = await sql<CaseLine>`
    select c.ordinal::text as ordinal, c.id, c.number, c.process, c.version, c.org, o.name as "orgName", c.drill, c.state,
      c.seq, c.round, c.title, ${light} as light, c.record->'deadlines' as deadlines,
      c.opened_at as "openedAt", c.changed_at as "changedAt"
    from case_view c left join org o on o.id = c.org
    where ${sql.join(wanted, sql` and `)}
    order by c.ordinal desc
    limit ${filter.limit}
  `.execute(db);
  return rows;
}

/** The light of a case at this moment of its own clock: computed when read (design.md §4). */
const light = sql<Light>`case
  when c.due_at is null then 'grey'
  when now() + c.clock_offset_ms * interval '1 millisecond' >= c.due_at then 'red'
  when now() + c.clock_offset_ms * interval '1 millisecond' >= c.warn_at then 'yellow'
  else 'green' end`;

/** The same rule as `maySee` of the kernel, in SQL: related, staff at or above, or of the community where it is public. */
function visibleTo(reader: Actor): RawBuilder<unknown> {
  const offices = reader.holdings.filter((holding) => isStaffRole(holding.role)).map((holding) => holding.org);
  const homes = reader.holdings.map((holding) => holding.org);
  return sql`(
    c.related && ${[reader.id, ...reader.holdings.map(officeKey)]}
    or c.org = any(${offices}) or c.org like any(${offices.map(below)})
    or (c.visible_to = 'community' and (c.org = any(${homes.flatMap(pathOf)}) or c.org like any(${homes.map(below)})))
  )`;
}
