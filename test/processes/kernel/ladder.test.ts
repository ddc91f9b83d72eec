import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../processes/kernel/calendar.ts';
import { dateOf, HOUR_MS, isoOf, startOfDay } from '../../../processes/kernel/clock.ts';
import type { AnyRules, RungRule } from '../../../processes/kernel/define-rules.ts';
import { type ArmedRung, officeHours, rungsOf } from '../../../processes/kernel/ladder.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { beijing, cast, give, rules, type Shop, startedAt, wait } from './support/workshop.ts';

const ladderOf = (shop: Shop, clock: string, by: AnyRules = rules): [string, string][] =>
  rungsOf(by, shop.state)
    .filter((rung) => rung.deadline === clock)
    .map((rung) => [rung.rung, isoOf(rung.at).slice(0, 16)]);

const find = (shop: Shop, clock: string, rung: string): ArmedRung => {
  const found = rungsOf(rules, shop.state).find((one) => one.deadline === clock && one.rung === rung);
  if (!found) throw new Error(`no rung ${rung} of ${clock}`);
  return found;
};

/** The workshop with another ladder for its first clock. */
function withLadder(rungs: readonly RungRule[], change: object = {}): AnyRules {
  const { workingDays } = rules.deadlines;
  return { ...rules, deadlines: { ...rules.deadlines, workingDays: { ...workingDays, ladder: rungs, ...change } } };
}

describe('the ladder of S7: five working days from 23 September 2026, due 8 October', () => {
  const shop = startedAt('2026-09-23', { settings: { limit: 5 } });

  it('reminds before and on the day, urges on the next working day, orders when more than five are over', () => {
    expect(ladderOf(shop, 'workingDays')).toEqual([
      // Three working days are left from Monday 28 September on: 29 and 30 September and 8 October.
      ['remindBefore', '2026-09-28T09:00'],
      ['remindOnDay', '2026-10-08T09:00'],
      ['urge', '2026-10-09T09:00'],
      // Saturday 10 October is worked: 9, 10, 12, 13 and 14 October are five days, the 15th is more than five.
      ['order', '2026-10-15T09:00'],
    ]);
  });

  it('says who is told: whoever the state expects, but no resident, and the leader by copy', () => {
    const worker = { role: 'communityWorker', org: 'chaoyang.anzhen.anzhenxili' };
    const leader = { role: 'subdistrictLeader', org: 'chaoyang.anzhen' };
    expect(find(shop, 'workingDays', 'urge')).toMatchObject({
      action: 'urge',
      roles: [worker],
      persons: ['owner'],
      copyRoles: [leader],
    });
    expect(find(shop, 'workingDays', 'order')).toMatchObject({ action: 'order', roles: [leader], copyRoles: [] });
  });

  it('never skips what is already overdue: the rungs stay with their instants in the past', () => {
    expect(ladderOf(wait(shop, '2026-11-20'), 'workingDays')).toEqual(ladderOf(shop, 'workingDays'));
  });

  it('gives each rung a key of its own for each last day', () => {
    const keys = rungsOf(rules, shop.state).map((rung) => rung.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(find(shop, 'workingDays', 'urge').key).toBe(
      `workingDays:1:${beijing('2026-09-23')}:urge:${startOfDay('2026-10-09')}`,
    );
    const asked = give(shop, 'deadline.askExtension', {
      form: { deadline: 'workingDays', by: { workingDays: 3 }, reason: '需再次征求意见' },
    });
    const extended = give(asked, 'deadline.decideExtension', {
      by: cast.director,
      form: { deadline: 'workingDays', verdict: 'granted', reason: '同意' },
    });
    const own = rungsOf(rules, extended.state).filter((rung) => rung.deadline === 'workingDays');
    expect(own.filter((rung) => keys.includes(rung.key))).toEqual([]);
    expect(ladderOf(extended, 'workingDays').at(-1)).toEqual(['order', '2026-10-20T09:00']);
  });

  it('falls silent when the clock stops, and while it stands still', () => {
    expect(rungsOf(rules, give(shop, 'close').state)).toEqual([]);
    expect(rungsOf(rules, give(shop, 'wait').state)).toEqual([]);
  });
});

describe('expiries', () => {
  const shop = startedAt('2026-09-23', { settings: { limit: 5 } });

  it('are told for clocks that move the case, and only for those', () => {
    const expiries = rungsOf(rules, shop.state).filter((rung) => rung.action === 'expire');
    expect(expiries.map((rung) => [rung.deadline, rung.rung, isoOf(rung.at)])).toEqual([
      ['window', 'expire', '2026-10-09T00:00:00+08:00'],
    ]);
  });

  it('are gone once the clock has acted', () => {
    expect(ladderOf(wait(shop, '2026-10-09T00:00'), 'window')).toEqual([]);
  });

  it('of a provisional date are told in a drill only', () => {
    const provisional = startedAt('2026-12-28', { settings: { limit: 5 } });
    expect(ladderOf(provisional, 'window').map(([rung]) => rung)).toEqual(['remindBefore']);
    const drill = startedAt('2026-12-28', { settings: { limit: 5 }, drill: true });
    expect(ladderOf(drill, 'window').map(([rung]) => rung)).toEqual(['remindBefore', 'expire']);
  });
});

describe('a date that is only estimated', () => {
  it('may be reminded of, but nobody is urged or ordered by it', () => {
    const real = startedAt('2026-12-24', { settings: { limit: 5 } });
    expect(ladderOf(real, 'workingDays').map(([rung]) => rung)).toEqual(['remindBefore', 'remindOnDay']);
    const drill = startedAt('2026-12-24', { settings: { limit: 5 }, drill: true });
    expect(ladderOf(drill, 'workingDays').map(([rung]) => rung)).toHaveLength(4);
  });
});

describe('office hours', () => {
  const remind = (rung: Partial<RungRule>): AnyRules =>
    withLadder([{ name: 'r', action: 'remind', when: { before: { calendarDays: 1 } }, to: ['expected'], ...rung }]);

  it.each<[string, Partial<RungRule>, string]>([
    // Due Thursday 8 October; the day before is the last of the holiday.
    [
      'a rest day is passed over to the next office hour',
      { when: { before: { calendarDays: 1 } } },
      '2026-10-08T09:00',
    ],
    ['any time means any time', { when: { before: { calendarDays: 1 } }, anyTime: true }, '2026-10-07T09:00'],
    [
      'an hour of the evening waits for the morning',
      { when: { before: { workingDays: 2 } }, atHour: 21 },
      '2026-09-30T09:00',
    ],
    ['an hour before opening waits for it', { when: { before: { workingDays: 2 } }, atHour: 6 }, '2026-09-29T09:00'],
    [
      'where the next office hour is too late, the last one before is taken',
      { when: { onDueDay: true }, atHour: 20 },
      '2026-10-08T17:00',
    ],
    ['hours before the end fall into the holiday and wait', { when: { before: { hours: 48 } } }, '2026-10-08T09:00'],
    ['the night after the end waits for the morning', { when: { afterWorkingDays: 1 }, atHour: 3 }, '2026-10-09T09:00'],
  ])('%s', (_, rung, expected) => {
    const shop = startedAt('2026-09-23', { settings: { limit: 5 } });
    expect(ladderOf(shop, 'workingDays', remind(rung))).toEqual([['r', expected]]);
  });

  it('hold for every rung of every clock through the years 2015 to 2026', () => {
    let compared = 0;
    for (let year = 2015; year <= 2026; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const shop = startedAt(`${year}-${String(month).padStart(2, '0')}-${month * 2}`.replace(/-(\d)$/, '-0$1'));
        for (const { action, at } of rungsOf(rules, shop.state)) {
          if (action === 'expire' || !dayOf(dateOf(at), calendars).certain) continue;
          const hour = (at - startOfDay(dateOf(at))) / HOUR_MS;
          expect([isoOf(at), dayOf(dateOf(at), calendars).workday]).toEqual([isoOf(at), true]);
          expect(hour >= officeHours.from && hour < officeHours.until).toBe(true);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(2000);
  });
});

describe('what has just been told', () => {
  it('a limit shorter than the lead begins without a reminder', () => {
    const shop = startedAt('2026-06-01', { settings: { limit: 2 } });
    expect(ladderOf(shop, 'workingDays').map(([rung]) => rung)).toEqual(['remindOnDay', 'urge', 'order']);
  });

  it.each<[string, Partial<RungRule>]>([
    // Three days before Monday 8 June is the Friday before the start; two days before is its Saturday, an hour too early.
    ['at any time', { when: { before: { calendarDays: 3 } }, anyTime: true }],
    ['on a rest day that would wait for the last morning', { when: { before: { calendarDays: 2 } } }],
  ])('nor with one %s', (_, rung) => {
    const by = withLadder([{ name: 'r', action: 'remind', when: { onDueDay: true }, to: ['expected'], ...rung }]);
    const shop = startedAt('2026-06-06T10:00', { settings: { limit: 1 } });
    expect(ladderOf(shop, 'workingDays', by)).toEqual([]);
  });

  it('a clock that goes on does not send what was due before its standstill, nor a burst', () => {
    const shop = wait(startedAt('2026-06-01'), '2026-06-12');
    const paused = give(shop, 'deadline.pause', {
      form: { deadline: 'workingDays', reason: 'hearing', note: '听证', until: '2026-07-06' },
    });
    const resumed = wait(paused, '2026-07-06');
    const upcoming = ladderOf(resumed, 'workingDays');
    expect(upcoming.every(([, at]) => at > '2026-07-06T10:00')).toBe(true);
    expect(upcoming.map(([rung]) => rung)).toEqual(['remindOnDay', 'urge', 'order']);
  });
});

describe('a pause by a person', () => {
  const shop = startedAt('2026-06-01');
  const pause = (dates: object) =>
    give(shop, 'deadline.pause', { form: { deadline: 'workingDays', reason: 'parked', note: '待雨季结束', ...dates } });

  it('wakes the case on the day it ends', () => {
    expect(ladderOf(pause({ until: '2026-07-06' }), 'workingDays')).toEqual([
      [`return@${beijing('2026-07-06T00:00')}`, '2026-07-06T00:00'],
    ]);
  });

  it('reminds of its review in the morning and comes back when that day has passed', () => {
    // Saturday 4 July is a rest day: the reminder comes on Friday at 17, for Monday would be too late.
    expect(ladderOf(pause({ reviewOn: '2026-07-04' }), 'workingDays')).toEqual([
      [`review@${beijing('2026-06-01')}`, '2026-07-03T17:00'],
      [`return@${beijing('2026-07-05T00:00')}`, '2026-07-05T00:00'],
    ]);
  });
});
