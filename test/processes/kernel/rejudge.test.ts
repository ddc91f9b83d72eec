import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightOf } from '../../../processes/kernel/deadline.ts';
import { rejudged } from '../../../processes/kernel/rejudge.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { beijing, type Clock, cast, clockOf, give, rules, type Shop, settings, startedAt } from './support/workshop.ts';

const begun = (limit = 10) => startedAt('2026-09-28T10:05', { settings: { limit } });
const withLimit = (shop: Shop, clock: Clock, limit: number) => {
  const found = rejudged(rules, shop.state, clockOf(shop, clock), {
    settings: { ...shop.state.settings, limit },
    calendars,
  });
  if (found === 'undecided') throw new Error('undecided');
  return found;
};

describe('a clock judged anew by another figure', () => {
  it('ends by that figure, counted from its own start', () => {
    const judged = withLimit(begun(), 'workingDays', 3);
    expect(judged).toMatchObject({ dueDate: '2026-10-08', limit: { workingDays: 3 } });
    expect(lightOf(clockOf(begun(), 'workingDays'), beijing('2026-10-09'))).toBe('green');
    expect(lightOf(judged, beijing('2026-10-09'))).toBe('red');
  });

  it('is the same object where the figure makes no difference, and where the clock has ended', () => {
    const shop = begun();
    expect(withLimit(shop, 'hours', 3)).toBe(clockOf(shop, 'hours'));
    const closed = give(shop, 'close', { at: '2026-10-09' });
    expect(withLimit(closed, 'workingDays', 3)).toBe(clockOf(closed, 'workingDays'));
  });

  it('stays overdue where a pause would have come too late', () => {
    const form = { deadline: 'workingDays', reason: 'hearing', note: '依法听证', until: '2026-11-02' };
    const paused = give(begun(), 'deadline.pause', { form, at: '2026-10-09' });
    expect(lightOf(clockOf(paused, 'workingDays'), beijing('2026-10-12'))).toBe('grey');
    expect(lightOf(withLimit(paused, 'workingDays', 3), beijing('2026-10-12'))).toBe('red');
    expect(lightOf(withLimit(paused, 'workingDays', 20), beijing('2026-10-12'))).toBe('grey');
  });

  it('is not decided where the limit that was judged is not what the case would now judge', () => {
    const shop = begun();
    const changed = { ...shop.state, settings: { ...settings, limit: 8 } };
    const other = { settings: { ...settings, limit: 3 }, calendars };
    expect(rejudged(rules, changed, clockOf(shop, 'workingDays'), other)).toBe('undecided');
  });

  it('is what it would have become, whatever happened to it meanwhile', () => {
    const clock = fc.constantFrom<Clock>('workingDays', 'calendarDays', 'window');
    fc.assert(
      fc.property(clock, fc.integer({ min: 12, max: 40 }), fc.integer({ min: 12, max: 40 }), (key, one, other) => {
        const lived = (limit: number) => livedThrough(begun(limit), key);
        const judged = withLimit(lived(one), key, other);
        const { dueAt, warnAt, dueDate, counting, pausedSince } = clockOf(lived(other), key);
        expect(judged).toMatchObject({ dueAt, warnAt, dueDate, counting, pausedSince });
      }),
    );
  });
});

/** More time, a standstill by a person and then by the state, and more time again. */
function livedThrough(shop: Shop, clock: Clock): Shop {
  const by = clock === 'calendarDays' ? { calendarDays: 4 } : { workingDays: 4 };
  const extended = (from: Shop, at: string) =>
    give(
      give(from, 'deadline.askExtension', { form: { deadline: clock, by, reason: '需再次征求意见' }, at }),
      'deadline.decideExtension',
      {
        by: cast.director,
        form: { deadline: clock, verdict: 'granted', reason: '情况属实' },
        at,
      },
    );
  const pause = { deadline: clock, reason: 'hearing', note: '依法听证', until: '2026-11-02' };
  const first = extended(shop, '2026-09-29');
  const paused = give(first, 'deadline.pause', { form: pause, at: '2026-09-30' });
  const waiting = give(paused, 'wait', { at: '2026-10-09' });
  const ended = give(waiting, 'deadline.resume', { form: { deadline: clock, note: '听证结束' }, at: '2026-10-12' });
  return extended(give(ended, 'goOn', { at: '2026-10-14' }), '2026-10-15');
}
