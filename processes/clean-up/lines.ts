/** What the census puts on registers: the state of each object, and month by month the hours of those that still run. */
import { addMonths, type DateString, dateOf, type Instant } from '../kernel/clock.ts';
import type { RegisterEntry } from '../kernel/register.ts';
import type { BurdenLine, CleanUpData, CleanUpObject, ObjectLine } from './data.ts';

/** How far the hours are foreseen: until the next yearly census but one. What is kept longer stands in that census. Own choice. */
const MONTHS_AHEAD = 24;

/** The lines that follow from what the data remember. */
export function registers(data: CleanUpData, { caseId }: { caseId: string }): readonly RegisterEntry[] {
  const objects = data.objectLines.map(({ at, object, value }) => ({
    register: 'cleanUpObjects',
    key: `${caseId}:${object}`,
    at,
    day: dateOf(at),
    value,
  }));
  const burden = data.burdenLines.map(({ at, month, hours }) => ({
    register: 'burden',
    key: `${month}:${caseId}`,
    at,
    day: `${month}-01`,
    value: hours === null ? null : { month, hours, source: 'register', title: data.campaign, unit: data.campaign },
  }));
  return [...objects, ...burden].sort((one, other) => one.at - other.at);
}

/** Adds the state of these objects as it is now. */
export function withObjectLines(data: CleanUpData, ids: readonly string[], at: Instant): CleanUpData {
  const lines = data.objects.filter(({ id }) => ids.includes(id)).map((object) => lineOf(object, at));
  return { ...data, objectLines: [...data.objectLines, ...lines] };
}

/** Adds the hours of every month in which they differ from what stands there. */
export function withBurdenLines(data: CleanUpData, at: Instant): CleanUpData {
  if (data.closedAt === null) return data;
  const known = new Map(data.burdenLines.map(({ month, hours }) => [month, hours]));
  const lines = monthsFrom(dateOf(data.closedAt))
    .map((month): BurdenLine => ({ at, month, hours: hoursIn(data, month) || null }))
    .filter(({ month, hours }) => (known.get(month) ?? null) !== hours);
  return { ...data, burdenLines: [...data.burdenLines, ...lines] };
}

/** Hours in a month of all objects that run in it. */
export function hoursIn({ objects }: Pick<CleanUpData, 'objects'>, month: string): number {
  return objects
    .filter((object) => object.removed === null && runsIn(object, month))
    .reduce((sum, { facet }) => sum + facet.hoursPerMonth, 0);
}

/** A month in which it ran for a day is a month in which it ran: what stops counts no more from the next month on. */
function runsIn({ turns }: CleanUpObject, month: string): boolean {
  let runs = true;
  for (const { type, on } of turns) {
    const turnMonth = on.slice(0, 7);
    if (type === 'stopped' && month > turnMonth) runs = false;
    if (type === 'relapsed' && month >= turnMonth) runs = true;
  }
  return runs;
}

function lineOf({ id, facet, judgement, turns, removed }: CleanUpObject, at: Instant): ObjectLine {
  if (removed !== null) return { at, object: id, value: null };
  const { kind, name, demandedBy, basis, hoursPerMonth } = facet;
  const stoppedConfirmed = turns.at(-1)?.type === 'stopped';
  const verdict = judgement?.verdict ?? 'found';
  const value: ObjectLine['value'] = {
    kind,
    name,
    demandedBy,
    basis: basis ?? null,
    hoursPerMonth,
    verdict,
    stoppedConfirmed,
  };
  return { at, object: id, value };
}

function monthsFrom(day: DateString): string[] {
  const first = `${day.slice(0, 7)}-01`;
  return Array.from({ length: MONTHS_AHEAD }, (_, index) => addMonths(first, index).slice(0, 7));
}
