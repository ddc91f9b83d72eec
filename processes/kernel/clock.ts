/**
 * Instants and dates in Beijing time, without the machine's zone, locale or Intl.
 *
 * Asia/Shanghai is UTC+8 all year: summer time was last observed there in 1991, so a fixed offset is exact for every date
 * this system can meet. That keeps the code deterministic inside the workflow sandbox. Only `Date.UTC` and `toISOString`
 * are used, both of which ignore the local zone.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A calendar day in Beijing, `2026-10-16`. */
export type DateString = string;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const ZONE_MS = 8 * HOUR_MS;
const ZONE_TEXT = '+08:00';

/** Longest duration that is accepted; ten years, so that a mistyped number cannot arm a timer for ever. */
const DURATION_DAYS_MAX = 3660;

/** The Beijing date on which an instant falls. */
export function dateOf(at: Instant): DateString {
  return new Date(at + ZONE_MS).toISOString().slice(0, 10);
}

/** The first instant of a date; the instant at which the day before has ended ("24:00"). */
export function startOfDay(date: DateString): Instant {
  return dayNumber(date) * DAY_MS - ZONE_MS;
}

/** The date `days` later, or earlier if negative. */
export function addDays(date: DateString, days: number): DateString {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day `months` later, or the last day of that month where it has no such day (民法典 art. 202). */
export function addMonths(date: DateString, months: number): DateString {
  const { year, month, day } = partsOf(date);
  const monthsFromZero = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthsFromZero / 12);
  const targetMonth = monthsFromZero - targetYear * 12 + 1;
  return dateText(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Days from one date to another, negative if `to` is earlier. */
export function daysBetween(from: DateString, to: DateString): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday: Monday 1 to Sunday 7. */
export function weekdayOf(date: DateString): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: DateString): number {
  return Number(date.slice(0, 4));
}

/** `2026-10-17T00:00:00+08:00`; milliseconds appear only where there are any. */
export function isoOf(at: Instant): string {
  return `${new Date(at + ZONE_MS).toISOString().replace('.000Z', '').replace('Z', '')}${ZONE_TEXT}`;
}

const ISO_INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):([0-5]\d))$/;

/** Reads ISO 8601 with `Z` or an offset; a text without a zone, or with an impossible date, is not an instant. */
export function parseIso(text: string): Instant | undefined {
  const match = ISO_INSTANT.exec(text);
  if (match === null) return undefined;
  const [, date = '', hours, minutes, seconds = '0', fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] =
    match;
  const offsetMs = Number(offsetHours) * HOUR_MS + Number(offsetMinutes) * MINUTE_MS;
  // No place is further than 14 hours from UTC, and ISO 8601 has no negative zero offset.
  if (!isDate(date) || offsetMs > 14 * HOUR_MS || (sign === '-' && offsetMs === 0)) return undefined;
  const timeMs =
    Number(hours) * HOUR_MS +
    Number(minutes) * MINUTE_MS +
    Number(seconds) * SECOND_MS +
    Number(fraction.padEnd(3, '0').slice(0, 3));
  return dayNumber(date) * DAY_MS + timeMs - (sign === '-' ? -offsetMs : offsetMs);
}

/** Whether a text is a date that exists, written `2026-02-28`; a year before 1900 or after 2199 is a slip of the pen. */
export function isDate(text: unknown): text is DateString {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const ISO_DURATION =
  /^P(?:(\d{1,9})W|(?=[\dT])(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?)$/;

/**
 * Milliseconds of an ISO 8601 duration in weeks, or in days, hours, minutes and seconds. Months and years are refused
 * because they have no fixed length; so are zero and more than ten years.
 */
export function parseDuration(text: string): number | undefined {
  const match = ISO_DURATION.exec(text);
  if (match === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? '0'));
  const durationMs =
    ((weeks ?? 0) * 7 + (days ?? 0)) * DAY_MS +
    (hours ?? 0) * HOUR_MS +
    (minutes ?? 0) * MINUTE_MS +
    (seconds ?? 0) * SECOND_MS;
  return durationMs > 0 && durationMs <= DURATION_DAYS_MAX * DAY_MS ? durationMs : undefined;
}

function partsOf(date: DateString): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function dayNumber(date: DateString): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function dateOfDayNumber(days: number): DateString {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

function daysInMonth(year: number, month: number): number {
  // Day 0 of the following month is the last day of this one.
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dateText(year: number, month: number, day: number): DateString {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
