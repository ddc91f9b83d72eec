import { type RawBuilder, sql } from 'kysely';
import { type Actor, officeKey } from '../../processes/kernel/actor.ts';
import type { Instant } from '../../processes/kernel/clock.ts';
import type { Light } from '../../processes/kernel/deadline.ts';
import { isStaffRole, pathOf } from '../../processes/organisation.ts';
import { below, escapeLike, instant } from './query.ts';

export interface CaseFilter {
  process?: string | undefined;
  state?: string | undefined;
  kind?: 'open' | 'closed' | 'final' | undefined;
  light?: Light | undefined;
  /** This organisation and everything below it. */
  org?: string | undefined;
  /** Part of the number, the title or the place. */
  q?: string | undefined;
  place?: string | undefined;
  drill?: boolean | undefined;
  /** Opened at or after the one and before the other. */
  openedFrom?: Instant | undefined;
  openedBefore?: Instant | undefined;
  mine?: Mine | undefined;
}

/** How a case is one's own: opened it, acted on it later, follows it, or got a copy of a notice. */
export type Mine = 'opened' | 'acted' | 'followed' | 'copied';

/** A copy that somebody got so long ago no longer stands in his list. */
const COPIED_DAYS = 90;

/** What a case `c` must fulfil to be in the list of this reader. */
export function caseConditions(reader: Actor, filter: CaseFilter): RawBuilder<unknown>[] {
  const { process, state, kind, light, org, drill, openedFrom, openedBefore, q, place, mine } = filter;
  const wanted = [visibleTo(reader)];
  if (process !== undefined) wanted.push(sql`c.process = ${process}`);
  if (state !== undefined) wanted.push(sql`c.state = ${state}`);
  if (kind !== undefined) wanted.push(sql`c.kind = ${kind}`);
  if (light !== undefined) wanted.push(sql`${caseLight} = ${light}`);
  if (org !== undefined) wanted.push(isOf(org));
  if (drill !== undefined) wanted.push(sql`c.drill = ${drill}`);
  if (openedFrom !== undefined) wanted.push(sql`c.opened_at >= ${instant(openedFrom)}`);
  if (openedBefore !== undefined) wanted.push(sql`c.opened_at < ${instant(openedBefore)}`);
  if (q !== undefined) wanted.push(holdsWords(q));
  // The first condition says less than the second and has an index.
  if (place !== undefined) wanted.push(sql`c.words ilike ${within(place)} and ${placeHolds(place)}`);
  if (mine !== undefined) wanted.push(sql`c.id in (${ownCases(mine, reader.id)})`);
  return wanted;
}

/** Within an organisation or below it. */
export function isOf(org: string): RawBuilder<unknown> {
  return sql`(c.org = ${org} or c.org like ${below(org)})`;
}

/** Number with or without its round, title, place; signs of full width are like any others. */
export function holdsWords(q: string): RawBuilder<unknown> {
  const asked = q.normalize('NFKC').trim();
  const patterns = [...new Set([asked, asked.replace(/(\d)-r\d+$/i, '$1')])].map((each) => `%${escapeLike(each)}%`);
  return sql`c.words ilike any(${patterns})`;
}

/** The light of a case at this moment of its own clock, computed when read; as `lightIn` of the kernel for one that is done. */
export const caseLight = sql<Light>`case
  when c.due_at is null or c.kind = 'final' then 'grey'
  when now() + c.clock_offset_ms * interval '1 millisecond' >= c.due_at then 'red'
  when now() + c.clock_offset_ms * interval '1 millisecond' >= c.warn_at then 'yellow'
  when c.kind = 'closed' then 'grey'
  else 'green' end`;

/** The same rule as `maySee` of the kernel, in SQL: whoever knows it, and its community where it is public. */
export function visibleTo(reader: Actor): RawBuilder<unknown> {
  const homes = reader.holdings.map((holding) => holding.org);
  return sql`(
    ${knownTo(reader)}
    or (c.visible_to = 'community' and (c.org = any(${homes.flatMap(pathOf)}) or c.org like any(${homes.map(below)})))
  )`;
}

/** Related to the case, or staff at or above it; as `viewerKind` of the kernel, to anybody else it is a neighbours' case. */
export function knownTo(reader: Actor): RawBuilder<unknown> {
  const offices = reader.holdings.filter((holding) => isStaffRole(holding.role)).map((holding) => holding.org);
  return sql`(
    c.related && ${[reader.id, ...reader.holdings.map(officeKey)]}
    or c.org = any(${offices}) or c.org like any(${offices.map(below)})
  )`;
}

function within(words: string): string {
  return `%${escapeLike(words.normalize('NFKC').trim())}%`;
}

function placeHolds(place: string): RawBuilder<unknown> {
  return sql`normalize(coalesce(c.place, ''), NFKC) ilike ${within(place)}`;
}

function ownCases(mine: Mine, person: string): RawBuilder<unknown> {
  const entries = sql`select l.case_id from ledger l where l.actor->>'id' = ${person} and l.kind = 'entry' and l.in_force`;
  const lists: Record<Mine, RawBuilder<unknown>> = {
    opened: sql`${entries} and l.seq = 1`,
    acted: sql`${entries} and l.seq > 1`,
    followed: sql`select f.case_id from follow f where f.person = ${person}`,
    copied: sql`select o.case_id from outbox o where o.person = ${person} and o.notice like 'deadline%Copy'
      and o.sent_at > now() - ${COPIED_DAYS} * interval '1 day'`,
  };
  return lists[mine];
}
