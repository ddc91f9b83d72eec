/**
 * Which days are worked. The table of a year is dated data with the number of the State Council's notice; a year without a
 * table is an explicit state, because weekends alone give wrong dates around every make-up working day (调休).
 */
import { addDays, type DateString, isDate, weekdayOf, yearOf } from './clock.ts';

/** One holiday as announced: every day from `from` to `to`, both included, is off. */
export interface Holiday {
  readonly name: { readonly zh: string; readonly en: string };
  readonly from: DateString;
  readonly to: DateString;
}

/**
 * The arrangement for one year. It may reach into the December before: the notice for 2019 made 2018-12-29 a working day
 * and 2018-12-31 a day off.
 */
export interface CalendarYear {
  readonly year: number;
  /** Counts corrections of the table; the first is 1. */
  readonly version: number;
  /** Invented for drills, until there is a notice; no real case ever counts by it. */
  readonly drill?: true;
  readonly notice: {
    readonly number: string;
    readonly title: string;
    readonly issuedOn: DateString;
    readonly source: string;
  } | null;
  readonly holidays: readonly Holiday[];
  readonly makeUpWorkdays: readonly DateString[];
}

export type Calendars = readonly CalendarYear[];

/**
 * What is known of one day. `certain` is false where the year is not loaded and only the weekday speaks, and from 29 to 31
 * December while the next year is not loaded: six of the 23 notices from 2004 to 2026 changed those days.
 */
export interface Day {
  readonly date: DateString;
  readonly workday: boolean;
  readonly certain: boolean;
  readonly holiday: Holiday | null;
  readonly madeUp: boolean;
  /** The year whose table speaks, or would speak if it were loaded; for a day in December this may be the next one. */
  readonly year: number;
}

/** A contradiction inside a table, as a code with its parameters; the words belong to the interface. */
export interface CalendarFault {
  readonly code: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** Whether a date is a working day; undefined if its year is not loaded. */
export function isWorkday(date: DateString, calendars: Calendars): boolean | undefined {
  const day = dayOf(date, calendars);
  return day.certain ? day.workday : undefined;
}

/** All that is known of a date, with the weekday as a marked makeshift where the year is not loaded. */
export function dayOf(date: DateString, calendars: Calendars): Day {
  const year = yearOf(date);
  const own = calendarOf(year, calendars);
  const next = date.slice(5, 7) === '12' ? calendarOf(year + 1, calendars) : undefined;
  const spoken = [next, own].filter((calendar) => calendar !== undefined);
  const certain = own !== undefined && (next !== undefined || date.slice(5) < '12-29');
  // The later notice has the last word on the December days that it names.
  for (const calendar of spoken) {
    const holiday = calendar.holidays.find(({ from, to }) => from <= date && date <= to);
    const named = { certain: certain || calendar === next, year: certain ? calendar.year : year + 1 };
    if (holiday !== undefined) return { date, workday: false, holiday, madeUp: false, ...named };
    if (calendar.makeUpWorkdays.includes(date)) return { date, workday: true, holiday: null, madeUp: true, ...named };
  }
  const missing = own !== undefined && !certain ? year + 1 : year;
  return { date, workday: !isWeekend(date), certain, holiday: null, madeUp: false, year: missing };
}

/**
 * The tables a count rests on, for the record: `2026v1`, or `2026v1+2027v0`, where version 0 says that the year was not
 * loaded.
 */
export function calendarVersion(calendars: Calendars, years: readonly number[]): string {
  return [...new Set(years)]
    .sort((a, b) => a - b)
    .map((year) => {
      const table = calendarOf(year, calendars);
      return table?.drill ? `${year}drill` : `${year}v${table?.version ?? 0}`;
    })
    .join('+');
}

/** The table in force for a year: the highest version. */
export function calendarOf(year: number, calendars: Calendars): CalendarYear | undefined {
  let found: CalendarYear | undefined;
  for (const calendar of calendars) {
    if (calendar.year === year && calendar.version > (found?.version ?? 0)) found = calendar;
  }
  return found;
}

/** The tables of a case after it was given others; the same array if it holds these, or later ones, already. */
export function withTables(held: Calendars, given: Calendars): Calendars {
  const news = given.filter(({ year, version }) => {
    const before = calendarOf(year, held);
    // Whatever was invented gives way to the first real table.
    return version > (before === undefined || before.drill ? 0 : before.version);
  });
  if (news.length === 0) return held;
  const kept = held.filter(({ year }) => news.every((table) => table.year !== year));
  return [...kept, ...news].sort((a, b) => a.year - b.year || a.version - b.version);
}

/** The contradictions of a table with itself and with the fixed statutory days; none means it may be used. */
export function checkCalendarYear(calendar: CalendarYear): CalendarFault[] {
  const { year, version, notice, holidays, makeUpWorkdays } = calendar;
  const faults: CalendarFault[] = [];
  const report = (code: string, parameters: CalendarFault['parameters']) => faults.push({ code, parameters });

  if (!Number.isInteger(year) || year < 1949 || year > 9998) report('calendar.year-invalid', { year });
  if (!Number.isInteger(version) || version < 1) report('calendar.version-invalid', { version });
  if (notice !== null && !isDate(notice.issuedOn)) report('calendar.date-invalid', { date: notice.issuedOn });

  const dates = [...holidays.flatMap(({ from, to }) => [from, to]), ...makeUpWorkdays];
  const impossible = dates.filter((date) => !isDate(date));
  for (const date of impossible) report('calendar.date-invalid', { date });
  // Nothing can be compared with a date that does not exist.
  if (impossible.length > 0) return faults;

  for (const date of dates) {
    if (!belongsTo(date, year)) report('calendar.wrong-year', { date, year });
  }
  holidays.forEach((holiday, index) => {
    const { from, to } = holiday;
    if (from > to) report('calendar.holiday-reversed', { from, to });
    for (const other of holidays.slice(index + 1)) {
      if (from <= other.to && other.from <= to) report('calendar.holidays-overlap', { from, other: other.from });
    }
  });
  makeUpWorkdays.forEach((date, index) => {
    if (!isWeekend(date)) report('calendar.make-up-on-weekday', { date });
    if (makeUpWorkdays.indexOf(date) !== index) report('calendar.make-up-twice', { date });
    if (isOff(date, holidays)) report('calendar.off-and-made-up', { date });
  });
  for (const monthDay of STATUTORY_DAYS) {
    const date = `${year}-${monthDay}`;
    if (!isOff(date, holidays)) report('calendar.statutory-day-missing', { date });
  }
  return faults;
}

/** The statutory days with a fixed date: 全国年节及纪念日放假办法 art. 2, unchanged in every version since 1999. */
const STATUTORY_DAYS = ['01-01', '05-01', '10-01', '10-02', '10-03'];

function belongsTo(date: DateString, year: number): boolean {
  return yearOf(date) === year || date.slice(0, 7) === `${year - 1}-12`;
}

function isOff(date: DateString, holidays: readonly Holiday[]): boolean {
  return holidays.some(({ from, to }) => from <= date && date <= to);
}

function isWeekend(date: DateString): boolean {
  return weekdayOf(date) >= 6;
}

/** The days after `from` up to and including `to`, in order. */
export function* daysAfter(from: DateString, to: DateString, calendars: Calendars): Generator<Day> {
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) yield dayOf(date, calendars);
}
