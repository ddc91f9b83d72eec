/**
 * Counting of limits. Pure: the same start, limit and tables give the same end on every machine and in every replay.
 *
 * 民法典 arts. 200–204: the day of the start is not counted; hours run from the moment and through everything; a month ends
 * on the corresponding day or on the last of the month; a last day that is a rest day moves to the first day after the
 * rest; the last day ends at 24:00. 行政许可法 art. 82: a limit in working days leaves out the statutory holidays.
 */
import { type Calendars, calendarVersion, type Day, dayOf, daysAfter } from './calendar.ts';
import {
  addDays,
  addMonths,
  DAY_MS,
  type DateString,
  dateOf,
  daysBetween,
  HOUR_MS,
  type Instant,
  isDate,
  startOfDay,
  yearOf,
} from './clock.ts';
import { explainDays, explainFixedEnd, explainTime, type Words } from './limit-words.ts';

/** A limit as rules state it. */
export type Limit =
  | { readonly workingDays: number }
  | { readonly calendarDays: number }
  | { readonly months: number }
  | { readonly hours: number };

/**
 * An end that a decision or an agreement names by its date (期日): it ends at 24:00 of that day, which does not move over rest
 * days, since nothing is counted.
 */
export interface FixedEnd {
  readonly untilDate: DateString;
}

/** What is left of a limit after a pause. Months are left in days, hours in milliseconds. */
export type Remainder =
  | { readonly workingDays: number }
  | { readonly calendarDays: number }
  | { readonly milliseconds: number };

/** How long before the end something begins, such as the yellow light. */
export type Lead = { readonly workingDays: number } | { readonly calendarDays: number } | { readonly hours: number };

export interface Due {
  /** The last day on which an act is in time; null for a limit in hours. */
  readonly dueDate: DateString | null;
  /** The first instant that is late. */
  readonly dueAt: Instant;
  /** 暂定: the count passed through a year whose table is not loaded. */
  readonly provisional: boolean;
  readonly explanation: Words;
  /** The tables the count rests on; null where no table was needed. */
  readonly calendarVersion: string | null;
}

/** When a limit ends that starts at an instant; of a remainder, the instant of the resumption. */
export function dueOf(count: {
  readonly startedAt: Instant;
  readonly limit: Limit | FixedEnd | Remainder;
  readonly calendars: Calendars;
}): Due {
  const { startedAt, limit, calendars } = count;
  assertInstant(startedAt);
  assertLimit(limit);

  if ('untilDate' in limit) {
    const dueDate = limit.untilDate;
    const explanation = explainFixedEnd({ startedAt, dueDate });
    const dueAt = startOfDay(addDays(dueDate, 1));
    return { dueDate, dueAt, provisional: false, explanation, calendarVersion: null };
  }

  if ('hours' in limit || 'milliseconds' in limit) {
    const durationMs = 'hours' in limit ? limit.hours * HOUR_MS : limit.milliseconds;
    const dueAt = startedAt + durationMs;
    return {
      dueDate: null,
      dueAt,
      provisional: false,
      explanation: explainTime({ startedAt, durationMs, dueAt }),
      calendarVersion: null,
    };
  }

  const startDate = dateOf(startedAt);
  const consulted: Day[] = [];
  const nominalDate = 'workingDays' in limit ? null : nominalLastDate(startDate, limit);
  if ('workingDays' in limit) {
    let date = startDate;
    for (let counted = 0; counted < limit.workingDays; ) {
      date = addDays(date, 1);
      const day = dayOf(date, calendars);
      consulted.push(day);
      if (day.workday) counted += 1;
    }
  } else {
    let day = dayOf(nominalLastDate(startDate, limit), calendars);
    consulted.push(day);
    while (!day.workday) {
      day = dayOf(addDays(day.date, 1), calendars);
      consulted.push(day);
    }
  }

  const dueDate = consulted.at(-1)?.date ?? startDate;
  return {
    dueDate,
    dueAt: startOfDay(addDays(dueDate, 1)),
    provisional: consulted.some((day) => !day.certain),
    explanation: explainDays({ startDate, limit, nominalDate, dueDate, consulted }),
    calendarVersion: calendarVersion(
      calendars,
      // A day in late December whose next year is not loaded rests on both.
      consulted.flatMap((day) => (day.certain ? [day.year] : [yearOf(day.date), day.year])),
    ),
  };
}

/**
 * Working days left after today: 0 on the last day, negative by the working days that have passed since. `provisional`
 * says that a year in between is not loaded.
 */
export function workingDaysLeft(question: {
  readonly at: Instant;
  readonly dueDate: DateString;
  readonly calendars: Calendars;
}): { readonly workingDays: number; readonly provisional: boolean } {
  assertInstant(question.at);
  const today = dateOf(question.at);
  const late = today > question.dueDate;
  const { workingDays, provisional } = late
    ? countWorkingDays(question.dueDate, today, question.calendars)
    : countWorkingDays(today, question.dueDate, question.calendars);
  // Subtracted, not negated: a rest day after the last day is 0, not the -0 that differs from it in a comparison.
  return { workingDays: late ? 0 - workingDays : workingDays, provisional };
}

/** How much of a limit has been used, in the unit in which it can be paused. */
export interface Consumed {
  readonly unit: 'workingDays' | 'calendarDays' | 'milliseconds';
  readonly used: number;
  readonly total: number;
  readonly provisional: boolean;
}

/**
 * What a limit has used up when it is paused. The day of the pause counts as used and the day of the resumption does not,
 * so a pause moves the end by exactly the days between, and a pause within one day moves nothing.
 */
export function consumedOf(count: {
  readonly startedAt: Instant;
  readonly until: Instant;
  readonly limit: Limit | FixedEnd | Remainder;
  readonly calendars: Calendars;
}): Consumed {
  const { startedAt, until, limit, calendars } = count;
  assertInstant(startedAt);
  assertInstant(until);
  assertLimit(limit);
  if (until < startedAt) throw new RangeError('limit.ends-before-start');

  if ('hours' in limit || 'milliseconds' in limit) {
    const total = 'hours' in limit ? limit.hours * HOUR_MS : limit.milliseconds;
    return { unit: 'milliseconds', used: until - startedAt, total, provisional: false };
  }
  const startDate = dateOf(startedAt);
  if ('workingDays' in limit) {
    const { workingDays, provisional } = countWorkingDays(startDate, dateOf(until), calendars);
    return { unit: 'workingDays', used: workingDays, total: limit.workingDays, provisional };
  }
  const lastDate = 'untilDate' in limit ? limit.untilDate : nominalLastDate(startDate, limit);
  return {
    unit: 'calendarDays',
    used: daysBetween(startDate, dateOf(until)),
    total: daysBetween(startDate, lastDate),
    provisional: false,
  };
}

/**
 * What is left, to be counted by `dueOf` from the resumption. Who pauses on the last day, or on a rest day to which the
 * last day has moved, finds one day left: a limit in time when paused never resumes already expired. Whether it was still
 * in time is for the caller to check.
 */
export function remainingLimit(consumed: Consumed): Remainder {
  const left = Math.max(1, consumed.total - consumed.used);
  switch (consumed.unit) {
    case 'workingDays':
      return { workingDays: left };
    case 'calendarDays':
      return { calendarDays: left };
    case 'milliseconds':
      return { milliseconds: left };
  }
}

/**
 * The first instant at which no more than the lead is left: with 3 working days before Friday the 16th, Tuesday the 13th
 * at 0:00. It may lie before the start of a short limit; the light is then yellow from the start.
 */
export function thresholdAt(threshold: {
  readonly dueDate: DateString | null;
  readonly dueAt: Instant;
  readonly before: Lead;
  readonly calendars: Calendars;
}): Instant {
  const { dueAt, before, calendars } = threshold;
  assertLimit(before);
  if ('hours' in before) return dueAt - before.hours * HOUR_MS;
  // A limit in hours has no last day of its own: take the one on which its last millisecond falls.
  const dueDate = threshold.dueDate ?? dateOf(dueAt - 1);
  if ('calendarDays' in before) return startOfDay(addDays(dueDate, -before.calendarDays));
  let date = dueDate;
  let left = dayOf(date, calendars).workday ? 1 : 0;
  while (left <= before.workingDays) {
    date = addDays(date, -1);
    if (dayOf(date, calendars).workday) left += 1;
  }
  return startOfDay(date);
}

const LIMIT_MAX = { workingDays: 3650, calendarDays: 3650, months: 120, hours: 3650 * 24 } as const;

/** The stable code of what is wrong with a limit, or undefined if nothing is. */
export function checkLimit(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'limit.not-a-limit';
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined) return 'limit.not-a-limit';
  if (others.length > 0) return 'limit.more-than-one-unit';
  const [unit, amount] = entry;
  if (!isUnit(unit)) return 'limit.unknown-unit';
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return 'limit.not-a-number';
  if (amount <= 0) return 'limit.not-positive';
  if (!Number.isInteger(amount)) return 'limit.fractional';
  return amount > LIMIT_MAX[unit] ? 'limit.too-long' : undefined;
}

function isUnit(text: string): text is keyof typeof LIMIT_MAX {
  return Object.hasOwn(LIMIT_MAX, text);
}

function nominalLastDate(
  startDate: DateString,
  limit: { readonly calendarDays: number } | { readonly months: number },
): DateString {
  return 'months' in limit ? addMonths(startDate, limit.months) : addDays(startDate, limit.calendarDays);
}

function countWorkingDays(from: DateString, to: DateString, calendars: Calendars) {
  let workingDays = 0;
  let provisional = false;
  for (const day of daysAfter(from, to, calendars)) {
    if (day.workday) workingDays += 1;
    if (!day.certain) provisional = true;
  }
  return { workingDays, provisional };
}

/** The years that `isDate` accepts; beyond them a walk from day to day would not end in reasonable time. */
const INSTANT_MIN = startOfDay('1900-01-01');
const INSTANT_MAX = startOfDay('2200-01-01') - 1;

function assertInstant(at: Instant): void {
  if (!Number.isSafeInteger(at) || at < INSTANT_MIN || at > INSTANT_MAX) throw new RangeError('limit.not-an-instant');
}

function assertLimit(limit: Limit | FixedEnd | Remainder): void {
  if ('untilDate' in limit) {
    if (!isDate(limit.untilDate)) throw new RangeError('limit.not-a-date');
    return;
  }
  const fault =
    'milliseconds' in limit
      ? Number.isSafeInteger(limit.milliseconds) && limit.milliseconds > 0 && limit.milliseconds <= 3650 * DAY_MS
        ? undefined
        : 'limit.not-a-remainder'
      : checkLimit(limit);
  if (fault !== undefined) throw new RangeError(fault);
}
