import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIso } from '../../../processes/kernel/clock.ts';
import { dueOf, type Limit, workingDaysLeft } from '../../../processes/kernel/limit.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { FIRST_YEAR, LAST_YEAR, plusDays, worked, workedAfter, workedBetween } from './support/wall-calendar.ts';

const noon = (date: string): number => {
  const at = parseIso(`${date}T12:00+08:00`);
  if (at === undefined) throw new Error(`not a date: ${date}`);
  return at;
};
const due = (date: string, limit: Limit) => dueOf({ startedAt: noon(date), limit, calendars });
const length = `${LAST_YEAR - FIRST_YEAR + 1}`;
/** A start early enough for every limit here to end before the last three days of the last year. */
const start = fc.integer({ min: 0, max: 8100 }).map((days) => plusDays(`${FIRST_YEAR}-01-01`, days));

describe(`counting through all ${length} loaded years agrees with a count on the wall`, () => {
  it('forward: the last day of a limit in working days, certain in every year', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (date, days) => {
        expect(due(date, { workingDays: days })).toMatchObject({
          dueDate: workedAfter(date, days),
          provisional: false,
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('backward: the working days left on any day, before and after the last', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 90 }), (date, apart) => {
        const other = plusDays(date, apart);
        const between = workedBetween(date, other);
        const ahead = workingDaysLeft({ at: noon(date), dueDate: other, calendars });
        const behind = workingDaysLeft({ at: noon(other), dueDate: date, calendars });
        expect([ahead.workingDays, behind.workingDays]).toEqual([between, 0 - between]);
      }),
      { numRuns: 3000 },
    );
  });

  it('calendar days roll over rest days', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 90 }), (date, days) => {
        let last = plusDays(date, days);
        while (!worked.has(last)) last = plusDays(last, 1);
        expect(due(date, { calendarDays: days }).dueDate).toBe(last);
      }),
      { numRuns: 3000 },
    );
  });

  it('months end on the corresponding day or the last of the month, and roll over rest days', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 6 }), (date, months) => {
        const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
        const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
        let last = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
        while (!worked.has(last)) last = plusDays(last, 1);
        expect(due(date, { months }).dueDate).toBe(last);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('outside the loaded years', () => {
  it.each<[string, Limit]>([
    ['2003-12-01', { workingDays: 3 }],
    ['2003-12-29', { calendarDays: 1 }],
    ['1999-02-28', { months: 12 }],
    ['2027-03-01', { workingDays: 1 }],
    ['2026-12-31', { calendarDays: 1 }],
    ['2028-02-29', { months: 12 }],
  ])('from %s by %o the end is provisional and says so in words', (date, limit) => {
    const result = due(date, limit);
    expect(result.provisional).toBe(true);
    expect(result.explanation.zh).toContain('暂定');
    expect(result.calendarVersion).toMatch(/v0/);
  });

  it('hours need no table', () => {
    expect(due('2031-01-01', { hours: 24 })).toMatchObject({ provisional: false, calendarVersion: null });
  });
});
