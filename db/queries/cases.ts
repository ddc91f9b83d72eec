import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { DeadlineState } from '../../processes/kernel/case.ts';
import type { Light } from '../../processes/kernel/deadline.ts';
import type { CaseData } from '../../processes/kernel/define-rules.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { type CaseFilter, caseConditions, caseLight, knownTo } from './case-filter.ts';
import { type Db, instant } from './query.ts';

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

/** Several cases by their ids, whoever asks. */
export async function readCasesById(db: Db, ids: readonly string[]): Promise<Map<string, CaseRecord>> {
  const { rows } = await sql<{ record: CaseRecord }>`
    select record from case_view where id = any(${[...ids]})`.execute(db);
  return new Map(rows.map(({ record }) => [record.id, record]));
}

/** Which of these ids are cases. */
export async function listKnownCases(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from case_view where id = any(${[...ids]})`.execute(db);
  return new Set(rows.map(({ id }) => id));
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
  place: string | null;
  /** What it is about, where its reader is a neighbour: names of persons have to be taken out of title and place. */
  neighbours: CaseData | null;
  light: Light;
  deadlines: DeadlineState[];
  /** In milliseconds; null where no clock runs. */
  dueMs: string | null;
  openedAt: Date;
  changedAt: Date;
}

/** A place in a list; `dueMs` only where the list goes by what is due. */
export interface CasePlace {
  dueMs?: string | null;
  ordinal: string;
}

export interface CasePage {
  order: 'newest' | 'due';
  after?: CasePlace | undefined;
  limit: number;
}

/** The cases a person may see. Keyset on the order: a page never skips or repeats a row that stays where it was. */
export async function listCases(db: Db, reader: Actor, filter: CaseFilter, page: CasePage): Promise<CaseLine[]> {
  const wanted = caseConditions(reader, filter);
  if (page.after) wanted.push(behind(page.order, page.after));
  const order = page.order === 'due' ? sql`c.due_at, c.ordinal` : sql`c.ordinal desc`;
  const { rows } = await sql<CaseLine>`
    select c.ordinal::text as ordinal, c.id, c.number, c.process, c.version, c.org, o.name as "orgName", c.drill, c.state,
      c.seq, c.round, c.title, c.place,
      case when ${knownTo(reader)} is not true then c.record->'data' end as neighbours, ${caseLight} as light, c.record->'deadlines' as deadlines,
      (extract(epoch from c.due_at) * 1000)::bigint::text as "dueMs",
      c.opened_at as "openedAt", c.changed_at as "changedAt"
    from case_view c left join org o on o.id = c.org
    where ${sql.join(wanted, sql` and `)}
    order by ${order}
    limit ${page.limit}
  `.execute(db);
  return rows;
}

/** How many there are, counted no further than the limit. */
export async function countCases(db: Db, reader: Actor, filter: CaseFilter, limit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from case_view c where ${sql.join(caseConditions(reader, filter), sql` and `)} limit ${limit}
    ) bounded
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** The case of a number, whoever asks. */
export async function readCaseByNumber(db: Db, number: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from case_view where number = ${number}`.execute(db);
  return rows[0]?.id;
}

/** Cases without a clock come last. */
function behind(order: CasePage['order'], { dueMs, ordinal }: CasePlace): RawBuilder<unknown> {
  const place = sql`${ordinal}::bigint`;
  if (order === 'newest') return sql`c.ordinal < ${place}`;
  if (dueMs === null || dueMs === undefined) return sql`(c.due_at is null and c.ordinal > ${place})`;
  return sql`((c.due_at, c.ordinal) > (${instant(dueMs)}, ${place}) or c.due_at is null)`;
}
