import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  DAY_MS,
  dateOf,
  daysBetween,
  HOUR_MS,
  isDate,
  isoOf,
  MINUTE_MS,
  parseDuration,
  parseIso,
  SECOND_MS,
  startOfDay,
  weekdayOf,
} from '../../../processes/kernel/clock.ts';

const instants = fc.integer({ min: startOfDay('1950-01-01'), max: startOfDay('2190-01-01') });

describe('Beijing dates', () => {
  it('begin and end at midnight in Beijing, eight hours before midnight UTC', () => {
    expect(startOfDay('2026-10-17')).toBe(Date.UTC(2026, 9, 16, 16));
    expect(dateOf(Date.UTC(2026, 9, 16, 15, 59, 59, 999))).toBe('2026-10-16');
    expect(dateOf(Date.UTC(2026, 9, 16, 16))).toBe('2026-10-17');
  });

  it('know 29 February and the century rule', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    ['2026-09-28', 1],
    ['2026-10-10', 6],
    ['2026-09-20', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1949-10-01', 6],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  it('add up', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -4000, max: 4000 }), (at, days) => {
        const date = dateOf(at);
        const moved = addDays(date, days);
        expect(daysBetween(date, moved)).toBe(days);
        expect(startOfDay(moved) - startOfDay(date)).toBe(days * DAY_MS);
        expect(startOfDay(date)).toBeLessThanOrEqual(at);
        expect(at).toBeLessThan(startOfDay(addDays(date, 1)));
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '1899-12-31',
    '2200-01-01',
    '',
  ])('refuse %j', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it('refuse what is not a text', () => {
    expect([20260101, null, undefined, {}].map(isDate)).toEqual([false, false, false, false]);
  });
});

describe('ISO 8601 instants', () => {
  it('are written with the offset, and with milliseconds only where there are any', () => {
    expect(isoOf(startOfDay('2026-10-17'))).toBe('2026-10-17T00:00:00+08:00');
    expect(isoOf(startOfDay('2026-10-17') - 1)).toBe('2026-10-16T23:59:59.999+08:00');
  });

  it('are read back as written', () => {
    fc.assert(
      fc.property(instants, (at) => {
        expect(parseIso(isoOf(at))).toBe(at);
        expect(parseIso(new Date(at).toISOString())).toBe(at);
      }),
    );
  });

  it.each([
    ['2026-09-28T10:05:00+08:00', Date.UTC(2026, 8, 28, 2, 5)],
    ['2026-09-28T10:05+08:00', Date.UTC(2026, 8, 28, 2, 5)],
    ['2026-09-27T21:35:00-04:30', Date.UTC(2026, 8, 28, 2, 5)],
    ['2026-09-28T02:05:00Z', Date.UTC(2026, 8, 28, 2, 5)],
    ['2026-09-28T02:05:00.123456Z', Date.UTC(2026, 8, 28, 2, 5, 0, 123)],
    ['2028-02-29T00:00:00+08:00', Date.UTC(2028, 1, 28, 16)],
  ])('%s is understood', (text, at) => {
    expect(parseIso(text)).toBe(at);
  });

  it.each([
    '2026-09-28T10:05:00',
    '2026-09-28',
    '2026-02-29T10:05:00+08:00',
    '2026-09-31T10:05:00Z',
    '2026-09-28T24:00:00+08:00',
    '2026-09-28T10:60:00+08:00',
    '2026-09-28T10:05:60+08:00',
    '2026-09-28T10:05:00+15:00',
    '2026-09-28T10:05:00-00:00',
    '2026-09-28T10:05:00+0800',
    '2026-09-28 10:05:00+08:00',
    ' 2026-09-28T10:05:00Z',
    '2026-09-28T10:05:00Z\n',
    '+02026-09-28T10:05:00Z',
    '1759025100000',
  ])('%j is not an instant', (text) => {
    expect(parseIso(text)).toBeUndefined();
  });
});

describe('ISO 8601 durations', () => {
  it.each([
    ['P3D', 3 * DAY_MS],
    ['PT2H', 2 * HOUR_MS],
    ['P1DT12H', 36 * HOUR_MS],
    ['P2W', 14 * DAY_MS],
    ['PT1M30S', MINUTE_MS + 30 * SECOND_MS],
    ['P3660D', 3660 * DAY_MS],
  ])('%s', (text, durationMs) => {
    expect(parseDuration(text)).toBe(durationMs);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    'P0D',
    'PT0S',
    '-P1D',
    'P-1D',
    'P1.5D',
    'P1M',
    'P1Y',
    'P1W2D',
    'P3661D',
    'p1d',
    'P1H',
    '3D',
  ])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('the zone of the machine', () => {
  // TZ is read when a process starts, so each zone needs a process of its own. The question covers a European and an
  // American change of summer time and both sides of the Beijing midnight.
  const question = `
    const clock = await import(${JSON.stringify(new URL('../../../processes/kernel/clock.ts', import.meta.url).href)});
    const limit = await import(${JSON.stringify(new URL('../../../processes/kernel/limit.ts', import.meta.url).href)});
    const law = await import(${JSON.stringify(new URL('../../../processes/law/calendars/index.ts', import.meta.url).href)});
    const answers = [];
    for (const text of ['2026-03-07T23:59:59+08:00', '2026-03-08T00:00:00+08:00', '2026-09-28T10:05:00+08:00', '2026-10-24T23:30:00+08:00']) {
      const startedAt = clock.parseIso(text);
      const due = limit.dueOf({ startedAt, limit: { workingDays: 10 }, calendars: law.calendars });
      const month = limit.dueOf({ startedAt, limit: { months: 1 }, calendars: law.calendars });
      answers.push(startedAt, clock.dateOf(startedAt), clock.isoOf(startedAt), clock.addMonths(clock.dateOf(startedAt), 8), due, month);
    }
    process.stdout.write(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), answers }));
  `;
  const answerIn = (zone: string): { offset: number; answers: unknown[] } =>
    JSON.parse(
      execFileSync(
        process.execPath,
        ['--no-warnings', '--experimental-strip-types', '--input-type=module', '-e', question],
        {
          env: { ...process.env, NODE_OPTIONS: '', TZ: zone, LC_ALL: 'de_DE.UTF-8' },
          encoding: 'utf8',
        },
      ),
    );

  it.each([
    ['America/Los_Angeles', 480],
    ['Pacific/Kiritimati', 640],
    ['Europe/London', -60],
  ])('%s changes no result', (zone, offset) => {
    const there = answerIn(zone);
    expect(there.offset).toBe(offset);
    expect(there.answers).toEqual(answerIn('Asia/Shanghai').answers);
    expect(there.answers).toContain('2026-09-28T10:05:00+08:00');
  });
});
