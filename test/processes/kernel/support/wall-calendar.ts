/** Days as one would read them off the wall: a plain set of worked dates, made without the functions under test. */
import { calendars } from '../../../../processes/law/calendars/index.ts';

const DAY = 86_400_000;
export const FIRST_YEAR = 2004;
export const LAST_YEAR = 2026;

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Every worked day of the loaded years; of a corrected year the last table speaks. */
export const worked: ReadonlySet<string> = readWall();

function readWall(): Set<string> {
  const tables = new Map(
    [...calendars].sort((a, b) => a.version - b.version).map((calendar) => [calendar.year, calendar]),
  );
  const found = new Set<string>();
  for (let date = `${FIRST_YEAR}-01-01`; date <= `${LAST_YEAR}-12-31`; date = plusDays(date, 1)) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) found.add(date);
  }
  for (const { holidays, makeUpWorkdays } of [...tables.values()].sort((a, b) => a.year - b.year)) {
    for (const { from, to } of holidays) for (let date = from; date <= to; date = plusDays(date, 1)) found.delete(date);
    for (const date of makeUpWorkdays) found.add(date);
  }
  return found;
}

/** The worked days after `from` up to and including `to`. */
export function workedBetween(from: string, to: string): number {
  let days = 0;
  for (let date = plusDays(from, 1); date <= to; date = plusDays(date, 1)) if (worked.has(date)) days += 1;
  return days;
}

/** The n-th worked day after a date. */
export function workedAfter(from: string, n: number): string {
  let date = from;
  for (let passed = 0; passed < n; ) {
    date = plusDays(date, 1);
    if (worked.has(date)) passed += 1;
  }
  return date;
}
