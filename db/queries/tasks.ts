import { type RawBuilder, sql } from 'kysely';
import type { DeadlineState } from '../../processes/kernel/case.ts';
import type { Light } from '../../processes/kernel/deadline.ts';
import type { Db } from './query.ts';

/** The count is exact up to here; beyond, an inbox says "more than". */
export const COUNT_LIMIT = 1000;

export interface TaskFilter {
  /** Whose own tasks; null to leave them out. */
  person: string | null;
  /** The inboxes of offices; empty to leave them out. */
  groups: readonly { role: string; org: string }[];
  light?: Light | undefined;
  drill: boolean;
  after?: { dueAt: string; ordinal: string } | undefined;
  limit: number;
}

export interface TaskLine {
  caseId: string;
  number: string;
  process: string;
  version: number;
  round: number;
  title: string;
  org: string;
  drill: boolean;
  state: string;
  seq: number;
  command: string;
  role: string | null;
  person: string | null;
  light: Light;
  dueAt: string;
  ordinal: string;
  deadlines: DeadlineState[];
  sinceMs: number;
}

export interface TaskPage {
  count: number;
  items: TaskLine[];
}

/**
 * One statement for page and count. Each inbox is walked in the order of its own index (due, ordinal) and no further than
 * the page; the count stops at its limit, so the cost does not grow with what is open elsewhere.
 */
export async function listTasks(db: Db, filter: TaskFilter): Promise<TaskPage> {
  const keyset = filter.after
    ? sql`and (t.due_at, t.ordinal) > (${filter.after.dueAt}::timestamptz, ${filter.after.ordinal}::bigint)`
    : sql``;
  const narrowed = sql`${filter.drill ? sql`t.drill` : sql`not t.drill`} ${lightWanted(filter)}`;
  const page = sql`and ${narrowed} ${keyset} order by t.due_at, t.ordinal limit ${filter.limit}`;
  const counted = sql`and ${narrowed} limit ${COUNT_LIMIT + 1}`;
  const roles = filter.groups.map((group) => group.role);
  const orgs = filter.groups.map((group) => group.org);
  const inboxes = sql`unnest(${roles}::text[], ${orgs}::text[]) as g(role, org)`;
  const ofGroup = sql`from task t where t.org = g.org and t.role = g.role`;
  const ofPerson = sql`from task t where t.person = ${filter.person}`;
  const { rows } = await sql<{ count: string; items: TaskLine[] }>`
    with page as materialized (
      select * from (
        select p.* from ${inboxes} cross join lateral (select t.* ${ofGroup} ${page}) p
        union all
        (select t.* ${ofPerson} ${page})
      ) both_kinds order by due_at, ordinal limit ${filter.limit}
    )
    select (
      select count(*) from (
        select 1 from ${inboxes} cross join lateral (select 1 ${ofGroup} ${counted}) n
        union all
        (select 1 ${ofPerson} ${counted})
      ) bounded
    )::text as count, (
      select coalesce(json_agg(line order by line.due, line.place), '[]'::json) from (
        select t.due_at as due, t.ordinal as place, t.due_at::text as "dueAt", t.ordinal::text as ordinal,
          t.case_id as "caseId", c.number, c.process, c.version, c.round, c.title, c.org, c.drill, c.state, c.seq,
          t.command, t.role, t.person, ${light} as light, c.record->'deadlines' as deadlines,
          (extract(epoch from t.since) * 1000)::bigint as "sinceMs"
        from page t join case_view c on c.id = t.case_id
      ) line
    ) as items
  `.execute(db);
  const { count, items } = rows[0] ?? { count: '0', items: [] };
  return { count: Number(count), items };
}

const clock = sql`now() + c.clock_offset_ms * interval '1 millisecond'`;
const light = sql`case
  when t.due_at = 'infinity' then 'grey'
  when ${clock} >= t.due_at then 'red'
  when ${clock} >= t.warn_at then 'yellow'
  else 'green' end`;

/** Real cases run on the real clock, so their light is a range of the index; a drill's needs its own clock. */
function lightWanted(filter: TaskFilter): RawBuilder<unknown> {
  if (filter.light === undefined) return sql``;
  if (filter.drill) {
    return sql`and exists (select 1 from case_view c where c.id = t.case_id and ${light} = ${filter.light})`;
  }
  const ranges: Record<Light, RawBuilder<unknown>> = {
    red: sql`and t.due_at <= now()`,
    yellow: sql`and t.due_at > now() and t.due_at < 'infinity' and t.warn_at <= now()`,
    green: sql`and t.due_at < 'infinity' and t.warn_at > now()`,
    grey: sql`and t.due_at = 'infinity'`,
  };
  return ranges[filter.light];
}
