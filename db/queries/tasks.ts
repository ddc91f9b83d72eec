import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { DeadlineState } from '../../processes/kernel/case.ts';
import type { Light } from '../../processes/kernel/deadline.ts';
import type { CaseData } from '../../processes/kernel/define-rules.ts';
import { holdsWords, isOf, knownTo } from './case-filter.ts';
import { type Db, instant } from './query.ts';

/** The count is exact up to here; beyond, an inbox says "more than". */
export const COUNT_LIMIT = 1000;

export interface TaskFilter {
  /** Who reads: an office of the neighbourhood brings tasks in cases of others. */
  reader: Actor;
  /** Whose own tasks; null to leave them out. */
  person: string | null;
  /** The inboxes of offices; empty to leave them out. */
  groups: readonly { role: string; org: string }[];
  light?: Light | undefined;
  process?: string | undefined;
  /** Cases of this organisation and of those below it. */
  org?: string | undefined;
  /** Part of the number, the title or the place. */
  q?: string | undefined;
  drill: boolean;
  /** In milliseconds; null where nothing is due. */
  after?: { dueMs: string | null; ordinal: string } | undefined;
  limit: number;
}

export interface TaskLine {
  caseId: string;
  number: string;
  process: string;
  version: number;
  round: number;
  title: string;
  /** As in a list of cases (cases.ts). */
  neighbours: CaseData | null;
  org: string;
  drill: boolean;
  state: string;
  seq: number;
  command: string;
  role: string | null;
  person: string | null;
  light: Light;
  /** In milliseconds; null where nothing is due. */
  dueMs: number | null;
  ordinal: string;
  deadlines: DeadlineState[];
  /** The case's own time minus real time; zero except for drills. */
  clockOffsetMs: number;
  /** Since when the case is in its present state. */
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
    ? sql`and (t.due_at, t.ordinal) > (${dueOf(filter.after.dueMs)}, ${filter.after.ordinal}::bigint)`
    : sql``;
  const narrowed = sql`${filter.drill ? sql`t.drill` : sql`not t.drill`} ${lightWanted(filter)} ${caseWanted(filter)}`;
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
        select t.due_at as due, t.ordinal as place, t.ordinal::text as ordinal,
          (extract(epoch from nullif(t.due_at, 'infinity')) * 1000)::bigint as "dueMs",
          t.case_id as "caseId", c.number, c.process, c.version, c.round, c.title, c.org, c.drill, c.state, c.seq,
          case when ${knownTo(filter.reader)} is not true then c.record->'data' end as neighbours,
          t.command, t.role, t.person, ${light} as light, c.record->'deadlines' as deadlines,
          c.clock_offset_ms as "clockOffsetMs", (extract(epoch from coalesce(${entered}, t.since)) * 1000)::bigint as "sinceMs"
        from page t join case_view c on c.id = t.case_id
      ) line
    ) as items
  `.execute(db);
  const { count, items } = rows[0] ?? { count: '0', items: [] };
  return { count: Number(count), items };
}

/** When the case came into the state that expects the step: the row itself is written anew with every act. */
const entered = sql`(
  select l.at from ledger l
   where l.case_id = c.id and l.kind = 'entry' and l.in_force and l.from_state is distinct from l.to_state
   order by l.position desc limit 1)`;

function dueOf(ms: string | null): RawBuilder<unknown> {
  return ms === null ? sql`'infinity'::timestamptz` : instant(ms);
}

/** Conditions on the case; none where nothing is asked, so that the inbox reads its index alone. */
function caseWanted({ process, org, q }: TaskFilter): RawBuilder<unknown> {
  const wanted: RawBuilder<unknown>[] = [];
  if (process !== undefined) wanted.push(sql`c.process = ${process}`);
  if (org !== undefined) wanted.push(isOf(org));
  if (q !== undefined) wanted.push(holdsWords(q));
  if (wanted.length === 0) return sql``;
  return sql`and exists (select 1 from case_view c where c.id = t.case_id and ${sql.join(wanted, sql` and `)})`;
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
