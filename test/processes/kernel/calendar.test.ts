import { describe, expect, it } from 'vitest';
import {
  type CalendarYear,
  calendarVersion,
  checkCalendarYear,
  dayOf,
  isWorkday,
} from '../../../processes/kernel/calendar.ts';
import { addDays } from '../../../processes/kernel/clock.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';

const faultsOf = (change: Partial<CalendarYear>) => checkCalendarYear({ ...calendar2026, ...change });
const name = { zh: '试验', en: 'Trial' };

describe('the year 2026', () => {
  it('has 248 working days and 33 days in holidays', () => {
    let workdays = 0;
    let holidays = 0;
    for (let date = '2026-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      const day = dayOf(date, calendars);
      // Late December is certain only when the next year is loaded: six of the 23 notices changed those days.
      expect([date, day.certain]).toEqual([date, date < '2026-12-29']);
      if (day.workday) workdays += 1;
      if (day.holiday !== null) holidays += 1;
    }
    expect({ workdays, holidays }).toEqual({ workdays: 248, holidays: 33 });
  });

  it.each([
    ['2026-09-28', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2026-09-20', true],
    ['2026-02-28', true],
    ['2026-01-04', true],
  ])('%s: working day %s', (date, expected) => {
    expect(isWorkday(date, calendars)).toBe(expected);
  });

  it('does not speak for other years', () => {
    expect(isWorkday('2027-01-04', calendars)).toBeUndefined();
    expect(isWorkday('2025-12-31', [calendar2026])).toBeUndefined();
    expect(isWorkday('2026-10-10', [])).toBeUndefined();
  });

  it('is named in the record, and so is a year that is missing', () => {
    expect(calendarVersion(calendars, [2026, 2026])).toBe('2026v1');
    expect(calendarVersion(calendars, [2027, 2026])).toBe('2026v1+2027v0');
  });
});

describe('a table', () => {
  it('is replaced by its correction, whatever the order', () => {
    const corrected: CalendarYear = { ...calendar2026, version: 2, makeUpWorkdays: [] };
    for (const both of [
      [calendar2026, corrected],
      [corrected, calendar2026],
    ]) {
      expect(isWorkday('2026-10-10', both)).toBe(false);
      expect(calendarVersion(both, [2026])).toBe('2026v2');
    }
  });

  it('reaches into the December before, as the notice for 2019 did', () => {
    const calendar2019: CalendarYear = {
      year: 2019,
      version: 1,
      notice: null,
      holidays: [{ name: { zh: '元旦', en: "New Year's Day" }, from: '2018-12-30', to: '2019-01-01' }],
      makeUpWorkdays: ['2018-12-29'],
    };
    const calendar2018: CalendarYear = { ...calendar2019, year: 2018, holidays: [], makeUpWorkdays: [] };
    expect(isWorkday('2018-12-28', [calendar2018])).toBe(true);
    expect(isWorkday('2018-12-29', [calendar2018])).toBeUndefined();
    expect(dayOf('2018-12-31', [calendar2018])).toMatchObject({ workday: true, certain: false, year: 2019 });
    expect(isWorkday('2018-12-29', [calendar2018, calendar2019])).toBe(true);
    expect(isWorkday('2018-12-31', [calendar2018, calendar2019])).toBe(false);
    expect(isWorkday('2018-12-28', [calendar2019])).toBeUndefined();
    expect(dayOf('2018-12-31', [calendar2018, calendar2019]).year).toBe(2019);
    const contradicting: CalendarYear = { ...calendar2018, makeUpWorkdays: ['2018-12-30'] };
    expect(dayOf('2018-12-30', [contradicting])).toMatchObject({ workday: true, madeUp: true, certain: false });
    expect(isWorkday('2018-12-30', [contradicting, calendar2019])).toBe(false);
    expect(checkCalendarYear(calendar2019).map((fault) => fault.code)).not.toContain('calendar.wrong-year');
  });
});

describe('checking a table', () => {
  it('finds nothing wrong with the tables of this release', () => {
    expect(calendars.flatMap(checkCalendarYear)).toEqual([]);
  });

  it.each<[string, Partial<CalendarYear>, string, object]>([
    [
      'a day both off and made up',
      { makeUpWorkdays: ['2026-10-04'] },
      'calendar.off-and-made-up',
      { date: '2026-10-04' },
    ],
    [
      'a make-up day on a weekday',
      { makeUpWorkdays: ['2026-10-12'] },
      'calendar.make-up-on-weekday',
      { date: '2026-10-12' },
    ],
    [
      'a make-up day twice',
      { makeUpWorkdays: ['2026-10-10', '2026-10-10'] },
      'calendar.make-up-twice',
      { date: '2026-10-10' },
    ],
    ['another year', { makeUpWorkdays: ['2027-01-09'] }, 'calendar.wrong-year', { date: '2027-01-09', year: 2026 }],
    ['a date that does not exist', { makeUpWorkdays: ['2026-02-29'] }, 'calendar.date-invalid', { date: '2026-02-29' }],
    ['version zero', { version: 0 }, 'calendar.version-invalid', { version: 0 }],
    ['half a year', { year: 2026.5 }, 'calendar.year-invalid', { year: 2026.5 }],
    [
      'a reversed holiday',
      { holidays: [...calendar2026.holidays, { name, from: '2026-08-09', to: '2026-08-08' }] },
      'calendar.holiday-reversed',
      { from: '2026-08-09', to: '2026-08-08' },
    ],
    [
      'overlapping holidays',
      { holidays: [...calendar2026.holidays, { name, from: '2026-10-07', to: '2026-10-08' }] },
      'calendar.holidays-overlap',
      { from: '2026-10-01', other: '2026-10-07' },
    ],
    [
      'a hole where a statutory day must be',
      { holidays: calendar2026.holidays.filter(({ from }) => from !== '2026-05-01') },
      'calendar.statutory-day-missing',
      { date: '2026-05-01' },
    ],
    [
      'a notice without a date',
      { notice: { number: '1', title: '通知', issuedOn: '2025-11-31', source: '' } },
      'calendar.date-invalid',
      { date: '2025-11-31' },
    ],
  ])('reports %s', (_, change, code, parameters) => {
    expect(faultsOf(change)).toContainEqual({ code, parameters });
  });
});
