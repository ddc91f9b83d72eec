import { sql } from 'kysely';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import type { Db } from './query.ts';
import { type Reach, within } from './reach.ts';

/** An open case whose time is over, with what the clock last sent. */
export interface OverdueLine {
  id: string;
  ordinal: string;
  /** How late it is by its own clock: the same instant for a real case, earlier for a drill that runs ahead. */
  lateSince: string;
  orgName: string;
  record: CaseRecord;
  clockOffsetMs: number;
  rung: { rung: string; atMs: number } | null;
}

/** Overdue cases, most late first. Keyset on the lateness, then on the ordinal. */
export async function listOverdue(
  db: Db,
  filter: Reach & {
    process?: string | undefined;
    drill: boolean;
    after?: { lateSince: string; ordinal: string } | undefined;
    limit: number;
  },
): Promise<OverdueLine[]> {
  // Real cases have no clock of their own, so the plain column serves and with it the index.
  const late = filter.drill ? sql`(c.due_at - c.clock_offset_ms * interval '1 millisecond')` : sql`c.due_at`;
  const { after } = filter;
  const { rows } = await sql<OverdueLine>`
    with page as materialized (
      select c.id, ${late} as late, o.name
      from org o join case_view c on c.org = o.id
      where c.kind = 'open' and ${late} <= now() and ${within(filter)}
        ${filter.drill ? sql`` : sql`and not c.drill`}
        ${filter.process === undefined ? sql`` : sql`and c.process = ${filter.process}`}
        ${after ? sql`and (${late}, c.ordinal) > (${after.lateSince}::timestamptz, ${after.ordinal}::bigint)` : sql``}
      order by ${late}, c.ordinal limit ${filter.limit}
    )
    select c.id, c.ordinal::text as ordinal, p.late::text as "lateSince", p.name as "orgName", c.record,
      c.clock_offset_ms::float8 as "clockOffsetMs", r.rung
    from page p join case_view c on c.id = p.id
    left join lateral (
      select json_build_object('rung', l.form->>'rung', 'atMs', (extract(epoch from l.at) * 1000)::bigint) as rung
      from ledger l where l.case_id = p.id and l.kind = 'rung' order by l.position desc limit 1
    ) r on true
    order by p.late, c.ordinal`.execute(db);
  return rows;
}
