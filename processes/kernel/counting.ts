/** What one clock is counting: a limit, and the extensions that were granted on top of it. */
import type { Calendars } from './calendar.ts';
import { type Instant, startOfDay } from './clock.ts';
import { consumedOf, type Due, dueOf, type FixedEnd, type Limit, type Remainder, remainingLimit } from './limit.ts';
import { amountWords } from './limit-words.ts';

export interface Counting {
  from: Instant;
  limit: Limit | FixedEnd | Remainder;
  /** Counted one after the other, each from the last day before it: ten more working days are ten after that day. */
  extensions: readonly Limit[];
}

/** When the whole count ends, in words that name each extension. */
export function dueOfCounting({ from, limit, extensions }: Counting, calendars: Calendars): Due {
  const first = dueOf({ startedAt: from, limit, calendars });
  return extensions.reduce<Due>((before, extension) => {
    const added = dueOf({ startedAt: endOf(before), limit: extension, calendars });
    const amount = amountWords(extension);
    return {
      ...added,
      provisional: before.provisional || added.provisional,
      explanation: {
        zh: `${before.explanation.zh};经批准延长${amount.zh}:${added.explanation.zh}`,
        en: `${before.explanation.en}; extended by ${amount.en}: ${added.explanation.en}`,
      },
      calendarVersion: joinVersions(before.calendarVersion, added.calendarVersion),
    };
  }, first);
}

/**
 * What is left to count when the clock is stopped: what remains of the part that was running, and the extensions after
 * it. Counting goes on from any later instant with just these.
 */
export function remainderOf(
  { from, limit, extensions }: Counting,
  until: Instant,
  calendars: Calendars,
): { limit: Remainder; extensions: readonly Limit[] } {
  let startedAt = from;
  let part: Limit | FixedEnd | Remainder = limit;
  let rest = extensions;
  for (;;) {
    // Between a last day that was a rest day and the day to which it moved, an extension has not begun to be counted.
    const consumed = consumedOf({ startedAt, until: Math.max(startedAt, until), limit: part, calendars });
    const [next, ...later] = rest;
    // On its last day a part is used up; a day is left of it only if nothing follows.
    if (next === undefined || consumed.used < consumed.total) {
      return { limit: remainingLimit(consumed), extensions: rest };
    }
    const due = dueOf({ startedAt, limit: part, calendars });
    startedAt = endOf(due);
    part = next;
    rest = later;
  }
}

/** The instant from which an extension counts: on the last day, which as the day of the start is not counted again. */
function endOf({ dueDate, dueAt }: Due): Instant {
  return dueDate === null ? dueAt : startOfDay(dueDate);
}

function joinVersions(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return first ?? second;
  return [...new Set([...first.split('+'), ...second.split('+')])].sort().join('+');
}
