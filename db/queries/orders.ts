import { sql } from 'kysely';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import type { Db } from './query.ts';
import { type Reach, within } from './reach.ts';

export interface OrderRow {
  ordinal: string;
  /** When it was issued by its own clock, in milliseconds. */
  issuedMs: string;
  orgName: string;
  record: CaseRecord;
  clockOffsetMs: number;
}

/** Cases of the processes that orders are, the latest first by their own clocks: a drill may run ahead. Keyset on that, then on the ordinal. */
export async function listOrders(
  db: Db,
  filter: Reach & {
    processes: readonly string[];
    drill: boolean;
    before?: { issuedMs: string; ordinal: string } | undefined;
    limit: number;
  },
): Promise<OrderRow[]> {
  const issued = sql`(extract(epoch from c.opened_at) * 1000)::bigint`;
  const { before } = filter;
  const { rows } = await sql<OrderRow>`
    select c.ordinal::text as ordinal, ${issued}::text as "issuedMs", o.name as "orgName", c.record, c.clock_offset_ms::float8 as "clockOffsetMs"
    from org o join case_view c on c.org = o.id
    where c.process = any(${[...filter.processes]}) and ${within(filter)}
      ${filter.drill ? sql`` : sql`and not c.drill`}
      ${before ? sql`and (${issued}, c.ordinal) < (${before.issuedMs}::bigint, ${before.ordinal}::bigint)` : sql``}
    order by ${issued} desc, c.ordinal desc limit ${filter.limit}`.execute(db);
  return rows;
}

/** Of these cases, those of these processes. */
export async function readCasesOf(
  db: Db,
  filter: { ids: readonly string[]; processes: readonly string[] },
): Promise<Pick<OrderRow, 'record' | 'clockOffsetMs'>[]> {
  if (filter.ids.length === 0) return [];
  const { rows } = await sql<Pick<OrderRow, 'record' | 'clockOffsetMs'>>`
    select record, clock_offset_ms::float8 as "clockOffsetMs" from case_view
    where id = any(${[...filter.ids]}) and process = any(${[...filter.processes]}) order by ordinal`.execute(db);
  return rows;
}

/** How many orders each of these cases has had. */
export async function countOrders(
  db: Db,
  filter: { ids: readonly string[]; processes: readonly string[] },
): Promise<Map<string, number>> {
  if (filter.ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; count: number }>`
    select a.id, count(*)::integer as count
    from case_view a cross join lateral jsonb_array_elements(a.record->'links') e
      join case_view s on s.id = e.value->>'caseId' and s.process = any(${[...filter.processes]})
    where a.id = any(${[...filter.ids]}) group by a.id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
