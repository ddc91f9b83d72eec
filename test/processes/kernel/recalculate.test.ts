import { describe, expect, it } from 'vitest';
import type { CalendarYear } from '../../../processes/kernel/calendar.ts';
import { stateHashOf } from '../../../processes/kernel/decide.ts';
import { recalculate } from '../../../processes/kernel/recalculate.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { type Clock, cast, clockOf, follow, give, rules, type Shop, startedAt, wait } from './support/workshop.ts';

/** An invented notice for 2027: New Year's Day and the weekend after it, made up on the Sunday before. */
const calendar2027: CalendarYear = {
  year: 2027,
  version: 1,
  notice: null,
  holidays: [{ name: { zh: '元旦', en: "New Year's Day" }, from: '2027-01-01', to: '2027-01-03' }],
  makeUpWorkdays: ['2027-01-09'],
};
const with2027 = [...calendars, calendar2027];

/** A correction of 2026: Saturday 10 October is not worked after all. */
const corrected: CalendarYear = {
  ...calendar2026,
  version: 2,
  makeUpWorkdays: calendar2026.makeUpWorkdays.filter((date) => date !== '2026-10-10'),
};
const with2026v2 = [...calendars, corrected];

const apply = (shop: Shop, tables = with2027): Shop => follow(shop, recalculate(rules, shop.state, tables, shop.at));
const dues = (shop: Shop) =>
  (['workingDays', 'calendarDays', 'months', 'hours', 'window'] as Clock[]).map(
    (clock) => clockOf(shop, clock).dueDate,
  );

describe('a year that is loaded', () => {
  const shop = startedAt('2026-12-24', { settings: { limit: 8 } });

  it('moves the open dates that depend on it and makes them certain', () => {
    expect(clockOf(shop, 'workingDays')).toMatchObject({ dueDate: '2027-01-05', provisional: true });
    const applied = apply(shop);
    expect(clockOf(applied, 'workingDays')).toMatchObject({
      dueDate: '2027-01-06',
      provisional: false,
      calendarVersion: '2026v1+2027v1',
    });
  });

  it('keeps old date, new date, reason and version in the ledger, as by the system', () => {
    const applied = apply(shop);
    const entry = applied.entries.at(-1);
    expect(entry).toMatchObject({
      type: 'calendar.applied',
      actor: null,
      from: 'working',
      to: 'working',
      form: {
        calendarVersion: '2026v1+2027v1',
        moves: expect.arrayContaining([
          {
            deadline: 'workingDays',
            fromDueDate: '2027-01-05',
            toDueDate: '2027-01-06',
            fromProvisional: true,
            toProvisional: false,
            reason: 'loaded',
          },
        ]),
      },
    });
    expect(entry?.stateHash).toBe(stateHashOf(applied.state));
    expect(clockOf(applied, 'workingDays').moves).toMatchObject([
      { because: 'calendar', by: null, reason: '2026v1+2027v1', from: { dueDate: '2027-01-05', provisional: true } },
    ]);
  });

  it('moves nothing a second time, but the tables stay', () => {
    const applied = apply(shop);
    const again = apply(applied);
    expect(again.entries).toHaveLength(applied.entries.length);
    expect(again.state).toEqual(applied.state);
  });

  it('that no date depends on writes no entry, and the tables are the new ones all the same', () => {
    const early = startedAt('2026-06-01');
    const applied = apply(early);
    expect(applied.entries).toHaveLength(early.entries.length);
    expect(applied.state.calendars).toBe(with2027);
    expect(stateHashOf(applied.state)).toBe(stateHashOf(early.state));
  });

  it('lets a window act whose end has passed meanwhile, at the instant it stands for', () => {
    const late = wait(startedAt('2026-12-24', { settings: { limit: 8 } }), '2027-01-20');
    expect(clockOf(late, 'window')).toMatchObject({ endedAt: null, provisional: true });
    const applied = apply(late);
    expect(applied.entries.slice(-2).map((entry) => entry.type)).toEqual(['calendar.applied', 'window.expire']);
    expect(clockOf(applied, 'window')).toMatchObject({ endedBecause: 'expired', dueDate: '2027-01-06' });
    expect(applied.state.seq).toBe(late.state.seq + 2);
  });
});

describe('a year that is corrected', () => {
  const shop = startedAt('2026-09-28T10:05');

  it('moves the dates that run through the corrected day', () => {
    const applied = apply(shop, with2026v2);
    expect(dues(shop)).toEqual(['2026-10-16', '2026-10-08', '2026-10-28', null, '2026-10-16']);
    expect(dues(applied)).toEqual(['2026-10-19', '2026-10-08', '2026-10-28', null, '2026-10-19']);
    expect(applied.entries.at(-1)?.form).toMatchObject({
      moves: [
        { deadline: 'workingDays', reason: 'corrected' },
        { deadline: 'window', reason: 'corrected' },
      ],
    });
  });

  it('leaves alone what is overdue, what has stopped and what has expired', () => {
    const overdue = wait(shop, '2026-10-17T00:00');
    const applied = apply(overdue, with2026v2);
    expect(dues(applied)).toEqual(dues(overdue));
    expect(applied.entries).toHaveLength(overdue.entries.length);
    const stopped = give(shop, 'close');
    expect(apply(stopped, with2026v2).entries).toHaveLength(stopped.entries.length);
  });

  it('is used by a clock that stands still when it goes on', () => {
    const paused = give(shop, 'wait', { at: '2026-10-12' });
    const applied = apply(paused, with2026v2);
    expect(applied.entries).toHaveLength(paused.entries.length);
    // Five of ten days are used by 12 October without the Saturday, not six.
    expect(clockOf(give(applied, 'goOn', { at: '2026-10-13' }), 'workingDays').dueDate).toBe('2026-10-20');
    expect(clockOf(give(paused, 'goOn', { at: '2026-10-13' }), 'workingDays').dueDate).toBe('2026-10-19');
  });

  it('keeps an extension: it is counted again from the new last day', () => {
    const asked = give(shop, 'deadline.askExtension', {
      form: { deadline: 'workingDays', by: { workingDays: 5 }, reason: '征求意见' },
    });
    const granted = give(asked, 'deadline.decideExtension', {
      by: cast.director,
      form: { deadline: 'workingDays', verdict: 'granted', reason: '同意' },
    });
    expect(clockOf(granted, 'workingDays').dueDate).toBe('2026-10-23');
    expect(clockOf(apply(granted, with2026v2), 'workingDays').dueDate).toBe('2026-10-26');
    expect(clockOf(apply(granted, with2026v2), 'workingDays').moves.map((move) => move.because)).toEqual([
      'extension',
      'calendar',
    ]);
  });
});

describe('the last days of December', () => {
  it('are provisional while the next year is missing, and certain when it is loaded', () => {
    const shop = startedAt('2026-12-24', { settings: { limit: 3 } });
    expect(clockOf(shop, 'workingDays')).toMatchObject({
      dueDate: '2026-12-29',
      provisional: true,
      calendarVersion: '2026v1+2027v0',
    });
    expect(clockOf(apply(shop), 'workingDays')).toMatchObject({ dueDate: '2026-12-29', provisional: false });
  });
});
