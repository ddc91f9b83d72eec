import { type RawBuilder, sql } from 'kysely';
import type { LedgerLine } from './ledger.ts';
import { type Db, escapeLike } from './query.ts';
import { type Reach, within } from './reach.ts';

export interface RecordFilter extends Reach {
  /** Part of the number or the title of the case. */
  q?: string | undefined;
  /** Id or name of whoever acted. */
  actor?: string | undefined;
  type?: string | undefined;
  automatic?: boolean | undefined;
  drill: boolean;
  /** When it was written: from the first instant, before the second. */
  from?: Date | undefined;
  until?: Date | undefined;
  /** Only rows before this id. */
  before?: string | undefined;
  limit: number;
  /** No more rows than this are looked at in one go. */
  lookMax: number;
}

export interface RecordLine extends LedgerLine {
  id: string;
  caseId: string;
  number: string;
  process: string;
  version: number;
  title: string;
  org: string;
  orgName: string;
  drill: boolean;
}

export interface RecordPage {
  lines: RecordLine[];
  /** Id of the last row that was looked at; null where there is none before it. */
  lookedTo: string | null;
}

/**
 * Rows of all chains, newest first. A rare thing is not searched to the end in one go: each question looks at a bounded
 * number of rows, and says how far it came.
 */
export async function listRecords(db: Db, filter: RecordFilter): Promise<RecordPage> {
  const { rows } = await sql<{ lines: (Omit<RecordLine, Dates> & RawDates)[]; lookedTo: string | null }>`
    with looked as materialized (
      select l.* from ledger l where ${boundsOf(filter)} order by l.id desc limit ${filter.lookMax}
    ), found as (
      select l.*, c.number, c.process, c.version, c.title, c.drill, o.id as org, o.name as org_name
      from looked l join case_view c on c.id = l.case_id join org o on o.id = c.org
      where ${sql.join(wanted(filter), sql` and `)}
      order by l.id desc limit ${filter.limit}
    )
    select (
      select coalesce(json_agg(json_build_object('id', f.id::text, 'caseId', f.case_id, 'number', f.number,
        'process', f.process, 'version', f.version, 'title', f.title, 'org', f.org, 'orgName', f.org_name, 'drill', f.drill,
        'position', f.position, 'kind', f.kind, 'seq', f.seq, 'inForce', f.in_force, 'round', f.round, 'type', f.type,
        'automatic', f.automatic, 'actor', f.actor, 'from', f.from_state, 'to', f.to_state, 'form', f.form,
        'voids', f.voids, 'hash', f.hash, 'prevHash', f.prev_hash, 'atMs', (extract(epoch from f.at) * 1000)::bigint,
        'recordedMs', (extract(epoch from f.recorded_at) * 1000)::bigint) order by f.id desc), '[]'::json) from found f
    ) as lines, (
      select case when count(*) = ${filter.lookMax} then min(id)::text end from looked
    ) as "lookedTo"`.execute(db);
  const { lines, lookedTo } = rows[0] ?? { lines: [], lookedTo: null };
  return {
    lines: lines.map(({ atMs, recordedMs, ...line }) => ({
      ...line,
      at: new Date(atMs),
      recordedAt: new Date(recordedMs),
    })),
    lookedTo,
  };
}

type Dates = 'at' | 'recordedAt';
interface RawDates {
  atMs: number;
  recordedMs: number;
}

/** The part of the ledger that is looked at: ids grow with the time of writing. */
function boundsOf({ before, from, until }: RecordFilter): RawBuilder<unknown> {
  const bounds = [
    ...(before === undefined ? [] : [sql`l.id < ${before}::bigint`]),
    ...(until === undefined
      ? []
      : [
          sql`l.id <= coalesce((select b.id from ledger b where b.recorded_at < ${until} order by b.recorded_at desc, b.id desc limit 1), 0)`,
        ]),
    ...(from === undefined
      ? []
      : [
          sql`l.id >= coalesce((select b.id from ledger b where b.recorded_at >= ${from} order by b.recorded_at, b.id limit 1), 9223372036854775807)`,
        ]),
  ];
  return bounds.length === 0 ? sql`true` : sql.join(bounds, sql` and `);
}

function wanted(filter: RecordFilter): RawBuilder<unknown>[] {
  const { q, actor, type, automatic, drill } = filter;
  const pattern = q === undefined ? undefined : `%${escapeLike(q)}%`;
  return [
    within(filter),
    ...(drill ? [] : [sql`not c.drill`]),
    ...(pattern === undefined ? [] : [sql`(c.title ilike ${pattern} or c.number ilike ${pattern})`]),
    ...(actor === undefined ? [] : [sql`(l.actor->>'id' = ${actor} or l.actor->>'name' = ${actor})`]),
    ...(type === undefined ? [] : [sql`l.type = ${type}`]),
    ...(automatic === undefined ? [] : [sql`l.automatic = ${automatic}`]),
    // Ids and times run almost together: the edge is drawn by the time itself.
    ...(filter.from === undefined ? [] : [sql`l.recorded_at >= ${filter.from}`]),
    ...(filter.until === undefined ? [] : [sql`l.recorded_at < ${filter.until}`]),
  ];
}
