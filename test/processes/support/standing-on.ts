import type { DateString } from '../../../processes/kernel/clock.ts';
import type { RegisterEntry } from '../../../processes/kernel/register.ts';

/**
 * What db/queries/registers.ts asks of PostgreSQL, as a pure function: the lines that stand on a day, of each key the last
 * one that holds by then, unless it was taken off.
 */
export function standingOn<Line extends RegisterEntry>(entries: readonly Line[], day: DateString): Line[] {
  const last = new Map<string, Line>();
  for (const entry of entries) {
    if (entry.day > day) continue;
    const known = last.get(entry.key);
    if (known === undefined || entry.day > known.day || (entry.day === known.day && entry.at >= known.at)) {
      last.set(entry.key, entry);
    }
  }
  return [...last.values()].filter(({ value }) => value !== null);
}
