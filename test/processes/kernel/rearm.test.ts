import { describe, expect, it } from 'vitest';
import type { Calendars, CalendarYear } from '../../../processes/kernel/calendar.ts';
import type { DeadlineState } from '../../../processes/kernel/case.ts';
import { DAY_MS } from '../../../processes/kernel/clock.ts';
import { lightOf } from '../../../processes/kernel/deadline.ts';
import { advance, type Decision, decide } from '../../../processes/kernel/decide.ts';
import type { AnyRules } from '../../../processes/kernel/define-rules.ts';
import { type ClockEffect, type ClockKind, type RearmAct, rearmCells } from '../../../processes/kernel/rearm.ts';
import { recalculate } from '../../../processes/kernel/recalculate.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { beijing, type Clock, cast, give, rules, type Shop, startedAt, tryGive, wait } from './support/workshop.ts';

/** The clock that stands for a kind. */
const clockOfKind: Record<ClockKind, Clock> = {
  workingDays: 'workingDays',
  calendarDays: 'calendarDays',
  months: 'months',
  hours: 'hours',
  window: 'window',
  pausedByState: 'workingDays',
  pausedByPerson: 'workingDays',
  overdue: 'workingDays',
  provisional: 'window',
  expired: 'window',
};

const pauseForm = (clock: Clock, until: string) => ({ deadline: clock, reason: 'hearing', note: '听证', until });
const askForm = (clock: Clock) => {
  const unit = clock === 'window' ? 'workingDays' : clock;
  return { deadline: clock, by: { [unit]: 5 }, reason: '征求意见' };
};

/** The day on which a pause given in the situation ends. */
const returnDayOf = (kind: ClockKind) => (kind === 'provisional' ? '2026-12-28' : '2026-10-10');

interface Options {
  drill?: boolean;
  /** More time was asked before. */
  asked?: boolean;
}

/** A case in which the act finds the clock as the column says. */
function situation(kind: ClockKind, options: Options = {}): Shop {
  const start = kind === 'provisional' ? '2026-12-24T10:05' : '2026-09-28T10:05';
  const begun = startedAt(start, { drill: options.drill ?? false });
  const clock = clockOfKind[kind];
  const shop = options.asked ? give(begun, 'deadline.askExtension', { form: askForm(clock) }) : begun;
  switch (kind) {
    case 'pausedByState':
      return give(shop, 'wait', { at: '2026-10-08T10:00' });
    case 'pausedByPerson':
      return give(shop, 'deadline.pause', { at: '2026-10-08T10:00', form: pauseForm(clock, returnDayOf(kind)) });
    case 'overdue':
    case 'expired':
      return wait(shop, '2026-10-19T10:00');
    case 'provisional':
      return wait(shop, '2026-12-25T10:00');
    default:
      return wait(shop, '2026-10-08T10:00');
  }
}

/** What an act needs before it can be given, and the act itself. */
interface Drive {
  options?: Options;
  prepare?: (shop: Shop, kind: ClockKind) => Shop;
  act: (shop: Shop, kind: ClockKind) => Decision;
}

const command =
  (name: string): Drive['act'] =>
  (shop) =>
    tryGive(shop, name);
const after =
  (...names: string[]) =>
  (shop: Shop): Shop =>
    names.reduce((soFar, name) => give(soFar, name), shop);
const decision = (verdict: 'granted' | 'refused'): Drive => ({
  options: { asked: true },
  act: (shop, kind) =>
    tryGive(shop, 'deadline.decideExtension', {
      by: cast.director,
      form: { deadline: clockOfKind[kind], verdict, reason: '情况属实' },
    }),
});

/** A version of the process whose limits are others, so that a clock counted again would show. */
const migrated: AnyRules = {
  ...rules,
  version: 2,
  deadlines: Object.fromEntries(
    Object.entries(rules.deadlines).map(([key, rule]) => [key, { ...rule, limit: () => ({ workingDays: 99 }) }]),
  ),
};

const calendar2027: CalendarYear = {
  year: 2027,
  version: 1,
  notice: null,
  holidays: [{ name: { zh: '元旦', en: "New Year's Day" }, from: '2027-01-01', to: '2027-01-03' }],
  makeUpWorkdays: [],
};

/** Days off that no notice gave: each of them is in the way of one of the clocks. */
const corrected: CalendarYear = {
  ...calendar2026,
  version: 2,
  holidays: [
    ...calendar2026.holidays,
    ...['2026-10-08', '2026-10-28', '2026-12-28'].map((date) => ({
      name: { zh: '更正', en: 'Correction' },
      from: date,
      to: date,
    })),
  ],
};

const recount =
  (tables: Calendars): Drive['act'] =>
  (shop) =>
    recalculate(rules, shop.state, tables, shop.at);

const pastTheEnd: Drive['act'] = (shop, kind) => {
  const instant = beijing(kind === 'provisional' ? '2027-03-01T10:00' : '2026-12-01T10:00');
  // A pause by a person ends by itself, and that is the row of its own: here its day has not come.
  const until = kind === 'pausedByPerson' ? beijing('2026-10-09T23:59') : instant;
  return advance(rules, shop.state, until);
};

const drives: Record<RearmAct, Drive> = {
  start: { act: startOf },
  command: { act: command('note') },
  claim: { act: command('claim') },
  link: {
    act: (shop) =>
      tryGive(shop, 'case.link', {
        relayed: true,
        form: { caseId: 'order-1', number: '督办-2026-0001', relation: 'supervisionOrder' },
      }),
  },
  move: { act: command('check') },
  sendBack: { act: command('sendBack') },
  again: { prepare: after('sendBack'), act: command('begin') },
  transfer: { act: command('transfer') },
  comeBack: { prepare: after('transfer'), act: command('comeBack') },
  wait: { act: command('wait') },
  goOn: { prepare: (shop, kind) => (kind === 'pausedByState' ? shop : give(shop, 'wait')), act: command('goOn') },
  merge: { act: command('merge') },
  seal: { prepare: after('merge'), act: command('seal') },
  unmerge: { prepare: after('merge', 'seal'), act: command('unmerge') },
  pause: {
    act: (shop, kind) =>
      tryGive(shop, 'deadline.pause', {
        form: pauseForm(clockOfKind[kind], kind === 'provisional' ? '2027-01-10' : '2026-11-02'),
      }),
  },
  resume: {
    act: (shop, kind) => tryGive(shop, 'deadline.resume', { form: { deadline: clockOfKind[kind], note: '听证结束' } }),
  },
  returnDay: {
    act: (shop, kind) => advance(rules, shop.state, Math.max(shop.at, beijing(`${returnDayOf(kind)}T00:00`))),
  },
  askExtension: {
    act: (shop, kind) => tryGive(shop, 'deadline.askExtension', { form: askForm(clockOfKind[kind]) }),
  },
  grantExtension: decision('granted'),
  refuseExtension: decision('refused'),
  yearLoaded: { act: recount([...calendars, calendar2027]) },
  yearCorrected: { act: recount([...calendars, corrected]) },
  timeOver: { act: pastTheEnd },
  drillClock: { options: { drill: true }, act: pastTheEnd },
  clockBack: { act: (shop) => advance(rules, shop.state, shop.at - 30 * DAY_MS) },
  restart: { act: (shop) => advance(rules, JSON.parse(JSON.stringify(shop.state)), shop.at) },
  migration: {
    act: (shop) =>
      decide(migrated, shop.state, { command: 'note', form: {}, actor: cast.worker, at: shop.at, commandId: 'm-1' }),
  },
  withdrawal: { act: command('withdraw') },
  close: { act: command('close') },
  reopen: { prepare: after('close'), act: command('reopen') },
};

/** The first entry of the state, by the rules of the case at hand. */
function startOf(shop: Shop): Decision {
  const blank: Shop = { ...shop, state: { ...shop.state, state: 'drafted', deadlines: [] } };
  return tryGive(blank, 'begin');
}

/** What became of the clock, told from the case before and after alone. */
function effectOf(clock: Clock, before: Shop, outcome: Decision, at: number): ClockEffect {
  if ('refused' in outcome) return 'refused';
  if (outcome.refusedAfter) return 'recordedLate';
  const was = before.state.deadlines.findLast((deadline) => deadline.key === clock);
  const same = outcome.state.deadlines.find(
    (one) => one.key === clock && one.startedAt === was?.startedAt && one.round === was?.round,
  );
  const last = outcome.state.deadlines.findLast((deadline) => deadline.key === clock);
  if (!last) throw new Error(`no clock ${clock}`);
  if (!was) return 'starts';
  if (was.endedAt !== null && last.endedAt === null) return 'startsAnew';
  if (!same) throw new Error('the clock has vanished');
  if (was.endedAt !== null) return 'staysStopped';
  return changeOf(was, same, { at, before: before.at });
}

function changeOf(was: DeadlineState, is: DeadlineState, instants: { at: number; before: number }): ClockEffect {
  if (is.endedAt !== null) return is.endedBecause === 'expired' ? 'expires' : 'stops';
  if (was.pausedSince !== null) return is.pausedSince === null ? 'goesOn' : 'staysPaused';
  if (is.pausedSince !== null) return 'pauses';
  if (is.dueAt !== was.dueAt) return 'moves';
  const [light, lightBefore] = [lightOf(is, instants.at), lightOf(was, instants.before)];
  if (lightBefore === 'red') return 'staysOverdue';
  if (light !== 'red') return 'keeps';
  return is.provisional ? 'waits' : 'turnsRed';
}

/** The instant up to which the act carried the case. */
function instantOf(act: RearmAct, kind: ClockKind, shop: Shop): number {
  if (act !== 'timeOver' && act !== 'drillClock') return shop.at;
  return beijing(kind === 'provisional' ? '2027-03-01T10:00' : '2026-12-01T10:00');
}

describe('the re-arm table', () => {
  it.each(rearmCells())('$act × $kind: $effect', ({ act, kind, effect }) => {
    const { options, prepare, act: drive } = drives[act];
    // A clock that stands still cannot be asked to run longer, so the request was made before it stopped.
    const shop = situation(kind, options);
    // An entry after a return lies an hour later, so that a clock that starts anew can be told from the one before.
    const before = prepare ? { ...prepare(shop, kind), at: shop.at + 3_600_000 } : shop;
    const outcome = drive(before, kind);
    expect(
      effectOf(clockOfKind[kind], act === 'start' ? blankOf(before) : before, outcome, instantOf(act, kind, before)),
    ).toBe(effect);
    if ('refused' in outcome) return;
    const clocks = outcome.state.deadlines.filter(
      (deadline) => deadline.key === clockOfKind[kind] && deadline.endedAt === null,
    );
    expect(clocks.length, 'never two clocks of one kind at once').toBeLessThanOrEqual(1);
    if (effect === 'startsAnew') {
      expect(clocks[0]).toMatchObject({
        startedAt: before.at,
        pauses: [],
        extensions: [],
        moves: [],
        askedLate: false,
      });
      expect(clocks[0]?.round).toBe(act === 'reopen' ? 2 : 1);
    }
  });

  it('has a cell for every act and kind that can meet', () => {
    expect(rearmCells()).toHaveLength(296);
    expect(Object.keys(drives).sort()).toEqual([...new Set(rearmCells().map((cell) => cell.act))].sort());
  });
});

function blankOf(shop: Shop): Shop {
  return { ...shop, state: { ...shop.state, deadlines: [] } };
}
