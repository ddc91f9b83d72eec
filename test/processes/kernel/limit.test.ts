import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  DAY_MS,
  dateOf,
  HOUR_MS,
  type Instant,
  isoOf,
  parseIso,
  startOfDay,
} from '../../../processes/kernel/clock.ts';
import {
  checkLimit,
  consumedOf,
  dueOf,
  type Lead,
  type Limit,
  type Remainder,
  remainingLimit,
  thresholdAt,
  workingDaysLeft,
} from '../../../processes/kernel/limit.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';

const at = (text: string): Instant => {
  const instant = parseIso(`${text}+08:00`);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
};
const due = (start: string, limit: Limit | Remainder) => dueOf({ startedAt: at(start), limit, calendars });

describe('an end that is named by its date', () => {
  const fixed = (startedAt: string, untilDate: string) =>
    dueOf({ startedAt: at(startedAt), limit: { untilDate }, calendars });

  it.each(['2026-10-03', '2026-10-10', '2026-10-16', '2028-02-29', '2031-01-01'])(
    'ends at 24:00 of %s, on a holiday, a make-up day and in a year without a table alike',
    (day) => {
      expect(fixed('2026-09-28T10:05', day)).toMatchObject({
        dueDate: day,
        dueAt: startOfDay(addDays(day, 1)),
        provisional: false,
        calendarVersion: null,
      });
    },
  );

  it('says so in words', () => {
    expect(fixed('2026-09-28T10:05', '2026-10-03').explanation.zh).toBe(
      '写明的最后一日为10月3日(周六),至24时止,不因休息日顺延',
    );
  });

  it('leaves after a pause the calendar days that were left', () => {
    const consumed = consumedOf({
      startedAt: at('2026-09-28T10:05'),
      until: at('2026-10-08T09:00'),
      limit: { untilDate: '2026-10-18' },
      calendars,
    });
    expect(consumed).toMatchObject({ unit: 'calendarDays', used: 10, total: 20 });
    expect(remainingLimit(consumed)).toEqual({ calendarDays: 10 });
  });

  it.each(['2026-02-30', '', 'soon'])('is refused where %j is no day', (untilDate) => {
    expect(() => fixed('2026-09-28T10:05', untilDate)).toThrow(new RangeError('limit.not-a-date'));
    expect(checkLimit({ untilDate })).toBe('limit.unknown-unit');
  });
});

describe('the vectors computed from the notice for 2026', () => {
  it.each<[string, Limit, string]>([
    ['2026-09-28T10:05', { workingDays: 10 }, '2026-10-16'],
    ['2026-09-18T09:00', { workingDays: 3 }, '2026-09-22'],
    ['2026-08-31T00:00', { workingDays: 15 }, '2026-09-20'],
    ['2026-09-30T23:59', { workingDays: 5 }, '2026-10-13'],
    ['2026-09-23T16:00', { workingDays: 5 }, '2026-10-08'],
    ['2026-09-24T08:30', { calendarDays: 7 }, '2026-10-08'],
  ])('from %s, %o: %s', (start, limit, dueDate) => {
    expect(due(start, limit)).toMatchObject({
      dueDate,
      dueAt: startOfDay(addDays(dueDate, 1)),
      provisional: false,
      calendarVersion: '2026v1',
    });
  });

  it('a count into 2027 is provisional, names the missing year and goes on by weekends', () => {
    const result = due('2026-12-25T10:00', { workingDays: 5 });
    expect(result).toMatchObject({ dueDate: '2027-01-01', provisional: true, calendarVersion: '2026v1+2027v0' });
    expect(result.explanation.zh).toBe(
      '自12月26日起算5个工作日,至2027年1月1日(周五)24时。暂定:2027年放假通知尚未公布或尚未录入,该部分只按周末推算,录入后重新计算',
    );
    expect(result.explanation.en).toContain('Provisional: the holiday notice for 2027 is not published');
  });

  it('a count that ends before the last three days of 2026 is not provisional', () => {
    expect(due('2026-12-25T10:00', { workingDays: 1 })).toMatchObject({ dueDate: '2026-12-28', provisional: false });
    expect(due('2026-12-25T10:00', { workingDays: 4 })).toMatchObject({
      dueDate: '2026-12-31',
      provisional: true,
      calendarVersion: '2026v1+2027v0',
    });
  });
});

describe('S1: a limit across National Day', () => {
  const result = due('2026-09-28T10:05', { workingDays: 10 });

  it('ends on 16 October at 24:00', () => {
    expect(isoOf(result.dueAt)).toBe('2026-10-17T00:00:00+08:00');
  });

  it('is yellow from the 13th, when three working days are left', () => {
    const yellowAt = thresholdAt({ ...result, before: { workingDays: 3 }, calendars });
    expect(isoOf(yellowAt)).toBe('2026-10-13T00:00:00+08:00');
  });

  it('explains itself', () => {
    expect(result.explanation).toEqual({
      zh: '自9月29日起算10个工作日,国庆放假7天不计,10月10日(周六)上班计入,至10月16日(周五)24时',
      en: '10 working days counted from 29 September; National Day (7 days off) not counted; Saturday 10 October is worked and counts; until Friday 16 October, 24:00',
    });
  });
});

describe('S2: a publicity that ends inside a holiday, a limit that ends on a Sunday', () => {
  it('moves the publicity to the first day after the rest and says why', () => {
    const result = due('2026-09-24T09:00', { calendarDays: 7 });
    expect(isoOf(result.dueAt)).toBe('2026-10-09T00:00:00+08:00');
    expect(at('2026-10-07T23:59')).toBeLessThan(result.dueAt);
    expect(result.explanation).toEqual({
      zh: '自9月25日起算7天,最后一日10月1日(周四)为休息日(国庆放假),顺延至10月8日(周四)24时',
      en: '7 days counted from 25 September; the last day, Thursday 1 October, is a rest day (National Day); moved to Thursday 8 October, 24:00',
    });
  });

  it('lets the working Sunday be the last day', () => {
    const result = due('2026-08-31T09:00', { workingDays: 15 });
    expect(isoOf(result.dueAt)).toBe('2026-09-21T00:00:00+08:00');
    expect(result.explanation.zh).toBe('自9月1日起算15个工作日,9月20日(周日)上班计入,至9月20日(周日)24时');
  });
});

describe('S7: how late a limit is', () => {
  it('is more than five working days late from 15 October, the working Saturday counted', () => {
    const left = (time: string) => workingDaysLeft({ at: at(time), dueDate: '2026-10-08', calendars }).workingDays;
    expect([
      left('2026-10-08T23:59'),
      left('2026-10-09T00:00'),
      left('2026-10-14T23:59'),
      left('2026-10-15T00:00'),
    ]).toEqual([0, -1, -5, -6]);
  });
});

describe('months', () => {
  it.each([
    ['2026-01-31T10:00', 1, '2026-02-28'],
    ['2026-03-31T10:00', 1, '2026-04-30'],
    ['2026-01-29T10:00', 1, '2026-02-28'],
    ['2026-09-01T10:00', 1, '2026-10-08'],
    ['2026-05-15T10:00', 3, '2026-08-17'],
  ])('from %s, %i months: %s', (start, months, dueDate) => {
    expect(due(start, { months }).dueDate).toBe(dueDate);
  });

  it('from 29 February end on the 28th where the year has no 29th', () => {
    expect(due('2028-02-29T10:00', { months: 12 })).toMatchObject({ dueDate: '2029-02-28', provisional: true });
  });

  it('name the weekend that moved them', () => {
    expect(due('2026-05-15T10:00', { months: 3 }).explanation.zh).toBe(
      '自5月16日起算3个月,最后一日8月15日(周六)为休息日(周末),顺延至8月17日(周一)24时',
    );
  });
});

describe('hours', () => {
  it('run through nights and holidays and have no last day', () => {
    const result = due('2026-09-30T23:05', { hours: 24 });
    expect(result).toMatchObject({
      dueDate: null,
      dueAt: at('2026-10-01T23:05'),
      provisional: false,
      calendarVersion: null,
    });
    expect(result.explanation).toEqual({
      zh: '自9月30日23:05起连续计24小时,夜间和节假日不停,至10月1日23:05',
      en: '24 hours counted without a break from 30 September, 23:05, nights and holidays included, until 1 October, 23:05',
    });
  });

  it('have thresholds in hours, and in days from the day on which they end', () => {
    const result = due('2026-09-30T10:00', { hours: 24 });
    const threshold = (before: Lead) => isoOf(thresholdAt({ ...result, before, calendars }));
    expect(threshold({ hours: 2 })).toBe('2026-10-01T08:00:00+08:00');
    expect(threshold({ calendarDays: 1 })).toBe('2026-09-30T00:00:00+08:00');
    expect(threshold({ workingDays: 1 })).toBe('2026-09-29T00:00:00+08:00');
  });
});

/** The year as a wall calendar shows it, written down apart from the table under test: the weekdays off and weekends worked. */
const OFF_WEEKDAYS = new Set(
  '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07'.split(
    ' ',
  ),
);
const WORKED_WEEKENDS = new Set('01-04 02-14 02-28 05-09 09-20 10-10'.split(' '));
const WORKED: string[] = [];
for (
  let day = new Date('2026-01-01T00:00:00Z');
  day.getUTCFullYear() === 2026;
  day = new Date(day.getTime() + DAY_MS)
) {
  const date = day.toISOString().slice(0, 10);
  const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
  if (weekend ? WORKED_WEEKENDS.has(date.slice(5)) : !OFF_WEEKDAYS.has(date.slice(5))) WORKED.push(date);
}

/** From here on the notice for 2027, which is not loaded, may still change the days. */
const LATE_DECEMBER = '2026-12-29';

const starts = fc.integer({ min: startOfDay('2026-01-01'), max: startOfDay('2027-01-01') - 1 });
const workingDays = fc.integer({ min: 1, max: 247 });

describe('against a naive count day by day', () => {
  it('the end of every limit in working days that stays in the year', () => {
    let compared = 0;
    for (let start = '2026-01-01'; start <= '2026-12-31'; start = addDays(start, 1)) {
      const following = WORKED.filter((date) => date > start);
      // Every length for a sample of starts, and the usual lengths for every start.
      const lengths = start.endsWith('-15') ? following.map((_, index) => index + 1) : [1, 2, 3, 5, 7, 10, 15, 20, 30];
      for (const length of lengths.filter((each) => each <= following.length)) {
        const result = dueOf({ startedAt: startOfDay(start), limit: { workingDays: length }, calendars });
        expect([start, length, result.dueDate, result.provisional]).toEqual([
          start,
          length,
          following[length - 1],
          (following[length - 1] ?? '') >= LATE_DECEMBER,
        ]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(4000);
  });

  it('the end of every limit of 1 to 60 calendar days that stays in the year', () => {
    for (let start = '2026-01-01'; start <= '2026-10-30'; start = addDays(start, 1)) {
      for (let days = 1; days <= 60; days += 1) {
        const nominal = addDays(start, days);
        const expected = WORKED.find((date) => date >= nominal);
        const result = dueOf({ startedAt: startOfDay(start), limit: { calendarDays: days }, calendars });
        if (result.dueDate !== expected) expect([start, days, result.dueDate]).toEqual([start, days, expected]);
      }
    }
  });

  it('the working days left, before and after the last day', () => {
    fc.assert(
      fc.property(starts, starts, (now, then) => {
        const today = dateOf(now);
        const dueDate = dateOf(then);
        const ahead = WORKED.filter((date) => date > today && date <= dueDate).length;
        const behind = WORKED.filter((date) => date > dueDate && date <= today).length;
        const left = workingDaysLeft({ at: now, dueDate, calendars });
        const [first, last] = today < dueDate ? [today, dueDate] : [dueDate, today];
        const provisional = last >= LATE_DECEMBER && last > first;
        expect(left).toEqual({ workingDays: behind > 0 ? -behind : ahead, provisional });
      }),
      // Sunday 15 February, in the holiday, after Saturday 14 February, a make-up day: late by no working day is 0, not -0.
      { examples: [[1_771_084_800_000, 1_770_998_400_000]] },
    );
  });
});

describe('forward and backward', () => {
  it('agree: a limit has all its days left when it starts', () => {
    fc.assert(
      fc.property(starts, workingDays, (startedAt, length) => {
        const { dueDate, dueAt } = dueOf({ startedAt, limit: { workingDays: length }, calendars });
        if (dueDate === null) throw new Error('a limit in days has a last day');
        expect(workingDaysLeft({ at: startedAt, dueDate, calendars }).workingDays).toBe(length);
        expect(workingDaysLeft({ at: dueAt - 1, dueDate, calendars }).workingDays).toBe(0);
      }),
    );
  });

  it('agree: at a threshold the lead is left, one millisecond before it one working day more', () => {
    fc.assert(
      fc.property(starts, workingDays, fc.integer({ min: 1, max: 30 }), (startedAt, length, lead) => {
        const result = dueOf({ startedAt, limit: { workingDays: length }, calendars });
        const threshold = thresholdAt({ ...result, before: { workingDays: lead }, calendars });
        const dueDate = result.dueDate ?? '';
        expect(workingDaysLeft({ at: threshold, dueDate, calendars }).workingDays).toBe(lead);
        expect(workingDaysLeft({ at: threshold - 1, dueDate, calendars }).workingDays).toBe(lead + 1);
      }),
    );
  });

  it('a limit never ends earlier for starting later or being longer', () => {
    const limits = fc.oneof(
      workingDays.map((amount): Limit => ({ workingDays: amount })),
      fc.integer({ min: 1, max: 300 }).map((amount): Limit => ({ calendarDays: amount })),
      fc.integer({ min: 1, max: 24 }).map((amount): Limit => ({ months: amount })),
      fc.integer({ min: 1, max: 1000 }).map((amount): Limit => ({ hours: amount })),
    );
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 40 * DAY_MS }), limits, (startedAt, laterMs, limit) => {
        const first = dueOf({ startedAt, limit, calendars });
        const second = dueOf({ startedAt: startedAt + laterMs, limit, calendars });
        expect(first.dueAt).toBeGreaterThan(startedAt);
        expect(second.dueAt).toBeGreaterThanOrEqual(first.dueAt);
      }),
    );
  });
});

describe('a pause', () => {
  const resume = (startedAt: Instant, pausedAt: Instant, resumedAt: Instant, limit: Limit) =>
    dueOf({
      startedAt: resumedAt,
      limit: remainingLimit(consumedOf({ startedAt, until: pausedAt, limit, calendars })),
      calendars,
    });

  it.each<[string, Limit, string, string, string]>([
    // Four of ten working days are used by the evening of 9 October; six follow from 20 October, the last is the 27th.
    ['working days', { workingDays: 10 }, '2026-10-09T11:00', '2026-10-19T09:00', '2026-10-28T00:00'],
    ['a pause within one day', { workingDays: 10 }, '2026-10-09T09:00', '2026-10-09T15:00', '2026-10-17T00:00'],
    ['the last day', { workingDays: 10 }, '2026-10-16T09:00', '2026-10-19T09:00', '2026-10-21T00:00'],
    ['calendar days', { calendarDays: 10 }, '2026-10-01T09:00', '2026-10-12T09:00', '2026-10-20T00:00'],
    [
      'a last day that had moved over the holiday',
      { calendarDays: 7 },
      '2026-10-07T12:00',
      '2026-10-12T09:00',
      '2026-10-14T00:00',
    ],
    ['a month', { months: 1 }, '2026-10-08T12:00', '2026-10-12T09:00', '2026-11-03T00:00'],
    ['hours, to the millisecond', { hours: 24 }, '2026-09-28T20:00', '2026-10-12T09:00', '2026-10-12T23:05'],
  ])('keeps what is left: %s', (_, limit, pausedAt, resumedAt, expected) => {
    const { dueAt } = resume(at('2026-09-28T10:05'), at(pausedAt), at(resumedAt), limit);
    expect(isoOf(dueAt).slice(0, 16)).toBe(expected);
  });

  it('of no length changes nothing before the last day', () => {
    const limits = fc.oneof(
      workingDays.map((amount): Limit => ({ workingDays: amount })),
      fc.integer({ min: 1, max: 200 }).map((amount): Limit => ({ calendarDays: amount })),
      fc.integer({ min: 1, max: 12 }).map((amount): Limit => ({ months: amount })),
      fc.integer({ min: 1, max: 1000 }).map((amount): Limit => ({ hours: amount })),
    );
    fc.assert(
      fc.property(starts, limits, fc.double({ min: 0, max: 1, noNaN: true }), (startedAt, limit, share) => {
        const straight = dueOf({ startedAt, limit, calendars });
        const pausedAt = startedAt + Math.floor((straight.dueAt - 1 - startedAt) * share);
        const consumed = consumedOf({ startedAt, until: pausedAt, limit, calendars });
        fc.pre(consumed.used < consumed.total);
        expect(resume(startedAt, pausedAt, pausedAt, limit).dueAt).toBe(straight.dueAt);
      }),
    );
  });

  it('may follow another: what is left is a limit of its own', () => {
    const first = remainingLimit(
      consumedOf({ startedAt: at('2026-09-28T10:00'), until: at('2026-09-28T11:30'), limit: { hours: 2 }, calendars }),
    );
    expect(first).toEqual({ milliseconds: HOUR_MS / 2 });
    const second = consumedOf({
      startedAt: at('2026-09-29T10:00'),
      until: at('2026-09-29T10:10'),
      limit: first,
      calendars,
    });
    expect(remainingLimit(second)).toEqual({ milliseconds: HOUR_MS / 3 });
    expect(due('2026-09-30T10:00', remainingLimit(second)).explanation.zh).toBe(
      '自9月30日10:00起连续计20分钟,夜间和节假日不停,至9月30日10:20',
    );
  });

  it('says when it counted through a year that is not loaded', () => {
    const count = {
      startedAt: at('2026-12-28T10:00'),
      until: at('2027-01-05T10:00'),
      limit: { workingDays: 20 },
      calendars,
    };
    expect(consumedOf(count)).toEqual({ unit: 'workingDays', used: 6, total: 20, provisional: true });
  });

  it('cannot end before it began', () => {
    const count = {
      startedAt: at('2026-09-28T10:00'),
      until: at('2026-09-28T09:59'),
      limit: { workingDays: 5 },
      calendars,
    };
    expect(() => consumedOf(count)).toThrow('limit.ends-before-start');
  });
});

describe('a limit that is none', () => {
  it.each<[unknown, string]>([
    [{ workingDays: 0 }, 'limit.not-positive'],
    [{ workingDays: -3 }, 'limit.not-positive'],
    [{ workingDays: 1.5 }, 'limit.fractional'],
    [{ workingDays: 3651 }, 'limit.too-long'],
    [{ calendarDays: 1e300 }, 'limit.too-long'],
    [{ months: 121 }, 'limit.too-long'],
    [{ hours: Number.NaN }, 'limit.not-a-number'],
    [{ hours: '2' }, 'limit.not-a-number'],
    [{ workingDays: 5, hours: 2 }, 'limit.more-than-one-unit'],
    [{ weeks: 2 }, 'limit.unknown-unit'],
    [{ toString: 2 }, 'limit.unknown-unit'],
    [{}, 'limit.not-a-limit'],
    [[5], 'limit.not-a-limit'],
    [null, 'limit.not-a-limit'],
    [10, 'limit.not-a-limit'],
  ])('%j is %s', (value, code) => {
    expect(checkLimit(value)).toBe(code);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      expect(() => due('2026-09-28T10:00', value as Limit)).toThrow(new RangeError(code));
    }
  });

  it.each([{ workingDays: 1 }, { workingDays: 3650 }, { calendarDays: 7 }, { months: 120 }, { hours: 2 }])(
    '%j is one',
    (limit) => {
      expect(checkLimit(limit)).toBeUndefined();
    },
  );

  it.each([0, -1, 0.5, Number.NaN, 3650 * DAY_MS + 1])('a remainder of %d milliseconds is refused', (milliseconds) => {
    expect(() => due('2026-09-28T10:00', { milliseconds })).toThrow('limit.not-a-remainder');
  });

  it.each([Number.NaN, 0.5, Number.POSITIVE_INFINITY, startOfDay('1900-01-01') - 1, Date.UTC(2200, 0, 1)])(
    'cannot start at %d',
    (startedAt) => {
      expect(() => dueOf({ startedAt, limit: { workingDays: 5 }, calendars })).toThrow('limit.not-an-instant');
    },
  );
});
