import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../processes/kernel/calendar.ts';
import { addDays } from '../../../processes/kernel/clock.ts';
import type { Limit } from '../../../processes/kernel/limit.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import {
  beijing,
  type Clock,
  cast,
  clockOf,
  give,
  refusal,
  type Shop,
  startedAt,
  tryGive,
  wait,
} from './support/workshop.ts';

const ask = (shop: Shop, clock: Clock, by: object, at?: string) =>
  give(shop, 'deadline.askExtension', {
    form: { deadline: clock, by, reason: '需再次征求居民意见' },
    ...(at === undefined ? {} : { at }),
  });
const decideOn = (shop: Shop, clock: Clock, verdict: 'granted' | 'refused' = 'granted', at?: string) =>
  give(shop, 'deadline.decideExtension', {
    by: cast.director,
    form: { deadline: clock, verdict, reason: '情况属实' },
    ...(at === undefined ? {} : { at }),
  });
const refusedAsk = (shop: Shop, by: unknown, clock = 'workingDays', at?: string) =>
  refusal(shop, 'deadline.askExtension', {
    form: { deadline: clock, by, reason: '理由' },
    ...(at === undefined ? {} : { at }),
  });

const shop = startedAt('2026-09-28T10:05');

describe('an extension', () => {
  it.each<[Clock, Limit, string, string]>([
    ['workingDays', { workingDays: 5 }, '2026-10-16', '2026-10-23'],
    // Ten days from 28 September end on 8 October; five more are counted from there.
    ['calendarDays', { calendarDays: 5 }, '2026-10-08', '2026-10-13'],
    ['months', { months: 3 }, '2026-10-28', '2027-01-28'],
  ])('of the clock in %s by %o moves the last day from %s to %s', (clock, by, before, after) => {
    expect(clockOf(shop, clock).dueDate).toBe(before);
    const extended = clockOf(decideOn(ask(shop, clock, by), clock), clock);
    expect(extended.dueDate).toBe(after);
    expect(extended.moves).toHaveLength(1);
    expect(extended.moves[0]).toMatchObject({
      because: 'extension',
      by: { id: 'director' },
      from: { dueDate: before },
      to: { dueDate: after },
    });
    expect(extended.explanation.zh).toContain('经批准延长');
  });

  it('in hours is counted from the end, through everything', () => {
    const before = clockOf(shop, 'hours').dueAt;
    expect(clockOf(decideOn(ask(shop, 'hours', { hours: 10 }), 'hours'), 'hours').dueAt).toBe(before + 36_000_000);
  });

  it('of n working days is the n-th working day after the last day, whatever the limit and the day of asking', () => {
    for (let start = '2020-01-06'; start < '2026-10-01'; start = addDays(start, 37)) {
      const begun = startedAt(start);
      const dueDate = clockOf(begun, 'workingDays').dueDate ?? '';
      for (const days of [1, 4, 10]) {
        const extended = clockOf(
          decideOn(ask(begun, 'workingDays', { workingDays: days }), 'workingDays'),
          'workingDays',
        );
        let [naive, passed] = [dueDate, 0];
        while (passed < days) {
          naive = addDays(naive, 1);
          if (dayOf(naive, calendars).workday) passed += 1;
        }
        expect([start, days, extended.dueDate]).toEqual([start, days, naive]);
      }
    }
  });

  it('that is only asked moves nothing, and is decided by another person', () => {
    const asked = ask(shop, 'workingDays', { workingDays: 5 });
    expect(clockOf(asked, 'workingDays')).toMatchObject({ dueDate: '2026-10-16', moves: [] });
    const own = refusal(asked, 'deadline.decideExtension', {
      form: { deadline: 'workingDays', verdict: 'granted', reason: '同意' },
    });
    expect(own.code).toBe('handsOff.extensionAsker');
  });

  it('tells the proposers and the asker why, with the old and the new last day', () => {
    const { notices } = decideOn(ask(shop, 'workingDays', { workingDays: 5 }), 'workingDays');
    expect(notices.map((notice) => [notice.to, notice.notice])).toEqual([
      ['owner', 'extensionGranted'],
      ['worker', 'extensionGranted'],
    ]);
    expect(notices[0]?.values).toMatchObject({
      deadline: 'workingDays',
      fromDue: '2026-10-16',
      toDue: '2026-10-23',
      reason: '需再次征求居民意见',
    });
  });

  it('that is refused moves nothing and says why', () => {
    const decided = decideOn(ask(shop, 'workingDays', { workingDays: 5 }), 'workingDays', 'refused');
    expect(clockOf(decided, 'workingDays')).toMatchObject({ dueDate: '2026-10-16', moves: [] });
    expect(clockOf(decided, 'workingDays').extensions[0]?.decision).toMatchObject({ verdict: 'refused' });
    expect(decided.notices[0]).toMatchObject({ notice: 'extensionRefused', values: { reason: '情况属实' } });
  });

  it('stands in the ledger with old and new last day', () => {
    const decided = decideOn(ask(shop, 'workingDays', { workingDays: 5 }), 'workingDays');
    expect(decided.entries.slice(-2).map((entry) => [entry.type, entry.actor?.id, entry.from, entry.to])).toEqual([
      ['deadline.askExtension', 'worker', 'working', 'working'],
      ['deadline.decideExtension', 'director', 'working', 'working'],
    ]);
    expect(decided.entries.at(-1)?.form).toMatchObject({ fromDue: '2026-10-16', toDue: '2026-10-23' });
  });
});

describe('asked too late', () => {
  const overdue = wait(shop, '2026-10-17T00:00');

  it('it is in time until the last millisecond', () => {
    const last = { ...shop, at: beijing('2026-10-17T00:00') - 1 };
    expect(clockOf(ask(last, 'workingDays', { workingDays: 5 }), 'workingDays').extensions).toHaveLength(1);
  });

  it('it is recorded as overdue and then refused', () => {
    const decision = tryGive(overdue, 'deadline.askExtension', {
      form: { deadline: 'workingDays', by: { workingDays: 5 }, reason: '忘记了' },
    });
    if ('refused' in decision) throw new Error('a late request is recorded first');
    expect(decision.refusedAfter?.code).toBe('extension.late');
    expect(decision.entries.at(-1)).toMatchObject({ type: 'extension.late', actor: { id: 'worker' } });
    const deadline = decision.state.deadlines.find((one) => one.key === 'workingDays');
    expect(deadline).toMatchObject({ askedLate: true, extensions: [], dueDate: '2026-10-16' });
    const again = tryGive({ ...overdue, state: decision.state }, 'deadline.askExtension', {
      form: { deadline: 'workingDays', by: { workingDays: 5 }, reason: '再次' },
    });
    expect(again).toMatchObject({ refused: { code: 'extension.late' } });
  });

  it('a request in time that nobody decided in time can only be refused', () => {
    const undecided = wait(ask(shop, 'workingDays', { workingDays: 5 }), '2026-10-17T00:00');
    const granted = refusal(undecided, 'deadline.decideExtension', {
      by: cast.director,
      form: { deadline: 'workingDays', verdict: 'granted', reason: '同意' },
    });
    expect(granted.code).toBe('extension.decidedLate');
    expect(clockOf(decideOn(undecided, 'workingDays', 'refused'), 'workingDays').dueDate).toBe('2026-10-16');
  });
});

describe('bad input', () => {
  it.each<[string, unknown, string]>([
    ['zero', { workingDays: 0 }, 'extension.length'],
    ['negative', { workingDays: -3 }, 'extension.length'],
    ['fractional', { workingDays: 1.5 }, 'extension.length'],
    ['huge', { workingDays: 1e9 }, 'extension.length'],
    ['not a number', { workingDays: Number.NaN }, 'extension.length'],
    ['endless', { workingDays: Number.POSITIVE_INFINITY }, 'extension.length'],
    ['two units', { workingDays: 1, months: 1 }, 'extension.length'],
    ['no unit', {}, 'extension.length'],
    ['no limit at all', null, 'extension.length'],
    ['another unit', { calendarDays: 3 }, 'extension.unit'],
    ['longer than allowed', { workingDays: 11 }, 'extension.tooLong'],
  ])('%s', (_, by, code) => {
    expect(refusedAsk(shop, by)).toMatchObject({ code, pointer: '/by' });
  });

  it('a clock that no rule knows, or whose name belongs to every object', () => {
    expect(refusedAsk(shop, { workingDays: 1 }, 'nothing').code).toBe('deadline.without');
    expect(refusedAsk(shop, { workingDays: 1 }, 'constructor').code).toBe('deadline.without');
  });

  it('a clock that has stopped, has expired, or has not started', () => {
    expect(refusedAsk(give(shop, 'transfer'), { workingDays: 1 }).code).toBe('deadline.finished');
    expect(refusedAsk(wait(shop, '2026-10-17T00:00'), { workingDays: 1 }, 'window').code).toBe('deadline.expired');
    const drafted = give(give(shop, 'sendBack'), 'begin');
    expect(refusedAsk({ ...drafted, state: { ...drafted.state, deadlines: [] } }, { workingDays: 1 }).code).toBe(
      'deadline.notStarted',
    );
  });

  it('a clock that stands still', () => {
    expect(refusedAsk(give(shop, 'wait'), { workingDays: 1 }).code).toBe('deadline.paused');
  });

  it('a second request before the first is decided, and one beyond the number allowed', () => {
    const asked = ask(shop, 'workingDays', { workingDays: 1 });
    expect(refusedAsk(asked, { workingDays: 1 }).code).toBe('extension.pending');
    const twice = decideOn(ask(decideOn(asked, 'workingDays'), 'workingDays', { workingDays: 1 }), 'workingDays');
    expect(clockOf(twice, 'workingDays').dueDate).toBe('2026-10-20');
    expect(refusedAsk(twice, { workingDays: 1 })).toMatchObject({ code: 'extension.usedUp', values: { timesMax: 2 } });
    const refusedTwice = decideOn(
      ask(decideOn(asked, 'workingDays', 'refused'), 'workingDays', { workingDays: 1 }),
      'workingDays',
    );
    expect(clockOf(refusedTwice, 'workingDays').dueDate).toBe('2026-10-19');
  });

  it('nothing to decide, nobody entitled, a finished case, another case posing as the system', () => {
    const form = { deadline: 'workingDays', verdict: 'granted', reason: '同意' };
    expect(refusal(shop, 'deadline.decideExtension', { by: cast.director, form }).code).toBe('extension.nonePending');
    expect(refusal(shop, 'deadline.decideExtension', { by: cast.resident, form }).code).toBe('permission.denied');
    expect(refusal(give(shop, 'withdraw'), 'deadline.decideExtension', { by: cast.director, form }).code).toBe(
      'case.closed',
    );
    expect(refusal(shop, 'deadline.decideExtension', { form, relayed: true }).code).toBe('command.unknown');
    expect(
      refusal(shop, 'deadline.decideExtension', { by: cast.resident, form: { ...form, deadline: 'nothing' } }).code,
    ).toBe('permission.denied');
  });
});
