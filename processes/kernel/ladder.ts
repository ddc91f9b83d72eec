/**
 * What is sent as a limit comes near and has passed, as instants (S7). Level-triggered: every rung of the present last day
 * is always listed, whether its instant lies ahead or behind; whoever claims it by its key sends it once.
 */

import type { Holding } from './actor.ts';
import { type Addressees, addresseesOf, expectationsOf } from './addressees.ts';
import { type Calendars, dayOf } from './calendar.ts';
import type { CaseState, DeadlineState } from './case.ts';
import { addDays, type DateString, dateOf, HOUR_MS, type Instant, startOfDay } from './clock.ts';
import { clockMoves } from './deadline.ts';
import type { AnyRules, DeadlineRule, RungRule } from './define-rules.ts';
import { thresholdAt } from './limit.ts';

/** One rung of one clock, as the clock claims it. */
export interface ArmedRung {
  /** `<deadline>:<round>:<startedAt>:<rung>:<dueAt>`: another last day has other rungs. */
  key: string;
  deadline: string;
  rung: string;
  action: 'remind' | 'urge' | 'order' | 'expire';
  at: Instant;
  dueAt: Instant;
  dueDate: DateString | null;
  roles: Holding[];
  persons: string[];
  copyRoles: Holding[];
  /** May go out at night and on rest days, however late the clock is. */
  anyTime: boolean;
}

/** Reminders go out from 9 to 18 on working days: nobody is woken, and no evening is spoilt (own choice). */
export const officeHours = { from: 9, until: 18 } as const;

/** All rungs of the clocks that are open, by time, then by key. */
export function rungsOf(rules: AnyRules, state: Ladders): ArmedRung[] {
  return state.deadlines
    .filter((deadline) => deadline.endedAt === null)
    .flatMap((deadline) =>
      deadline.pausedSince === null ? climb(rules, state, deadline) : standstill(rules, state, deadline),
    )
    .concat(automatic(rules, state))
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

type Ladders = Omit<CaseState, 'relays' | 'links'>;
type Rule = DeadlineRule<string, string>;

/** The rungs of a running clock. */
function climb(rules: AnyRules, state: Ladders, deadline: DeadlineState): ArmedRung[] {
  const rule: Rule | undefined = rules.deadlines[deadline.key];
  const rungs: readonly RungRule<string>[] = rule?.ladder ?? [];
  return rungs.flatMap((rung) => {
    const at = instantOf(rung, deadline, state);
    if (at === undefined) return [];
    const to = addresseesOf(rules, state, meant(rules, state, rung.to));
    const copyRoles = addresseesOf(rules, state, rung.copyTo ?? []).roles;
    const anyTime = rung.anyTime ?? false;
    return armed(deadline, { rung: rung.name, action: rung.action, at, ...to, copyRoles, anyTime });
  });
}

/** A pause by a person reminds of its review; the light is grey, so nothing else is said. */
function standstill(rules: AnyRules, state: Ladders, deadline: DeadlineState): ArmedRung[] {
  const pause = deadline.pauses.at(-1);
  const rule: Rule | undefined = rules.deadlines[deadline.key];
  if (!pause?.reviewOn || !rule?.pause) return [];
  const morning = startOfDay(pause.reviewOn) + officeHours.from * HOUR_MS;
  const at = inOfficeHours(morning, { before: startOfDay(addDays(pause.reviewOn, 1)), calendars: state.calendars });
  const to = addresseesOf(rules, state, rule.pause.by);
  return armed(deadline, { rung: `review@${pause.since}`, action: 'remind', at, ...to, copyRoles: [], anyTime: false });
}

/** Where a clock moves the case by itself, the case must be woken. */
function automatic(rules: AnyRules, state: Ladders): ArmedRung[] {
  return clockMoves(rules, state).flatMap(({ kind, deadline, at }) => {
    const rung = kind === 'expiry' ? 'expire' : `return@${at}`;
    return armed(deadline, { rung, action: 'expire', at, roles: [], persons: [], copyRoles: [], anyTime: true });
  });
}

function armed(
  deadline: DeadlineState,
  rung: Pick<ArmedRung, 'rung' | 'action' | 'at' | 'copyRoles' | 'anyTime'> & Addressees,
): ArmedRung[] {
  const isTold = rung.action === 'expire' || rung.roles.length + rung.persons.length + rung.copyRoles.length > 0;
  if (!isTold) return [];
  const { key, round, startedAt, dueAt, dueDate } = deadline;
  return [{ key: `${key}:${round}:${startedAt}:${rung.rung}:${dueAt}`, deadline: key, dueAt, dueDate, ...rung }];
}

/** `expected` is whoever the state expects to act; residents are not staff and are not hurried. */
function meant(rules: AnyRules, state: Ladders, to: readonly string[]): string[] {
  return to.flatMap((grant) =>
    grant === 'expected'
      ? expectationsOf(rules, state)
          .map((expectation) => expectation.grant as string)
          .filter((expected) => expected !== 'resident')
      : [grant],
  );
}

/** When a rung is due; undefined where it says nothing. */
function instantOf(rung: RungRule<string>, deadline: DeadlineState, state: Ladders): Instant | undefined {
  const { calendars } = state;
  // Nothing is demanded of anybody on a date that is only estimated; a reminder may say that it is.
  if (rung.action !== 'remind' && deadline.provisional && !state.drill) return undefined;
  const nominal = nominalInstant(rung, deadline, calendars);
  const isBefore = nominal < deadline.dueAt;
  // A short limit, or what was left after a pause, may begin inside the lead: the person has just been told.
  if (isBefore && nominal <= deadline.counting.from) return undefined;
  if (rung.anyTime) return nominal;
  const at = inOfficeHours(nominal, { before: isBefore ? deadline.dueAt : Infinity, calendars });
  return isBefore && at <= deadline.counting.from ? undefined : at;
}

function nominalInstant(rung: RungRule<string>, deadline: DeadlineState, calendars: Calendars): Instant {
  const { when } = rung;
  const hour = (rung.atHour ?? officeHours.from) * HOUR_MS;
  const { dueDate, dueAt } = deadline;
  const lastDay = dueDate ?? dateOf(dueAt - 1);
  if ('before' in when) {
    const at = thresholdAt({ dueDate, dueAt, before: when.before, calendars });
    return 'hours' in when.before ? at : at + hour;
  }
  if ('onDueDay' in when) return startOfDay(lastDay) + hour;
  let date = lastDay;
  for (let passed = 0; passed < when.afterWorkingDays; ) {
    date = addDays(date, 1);
    if (dayOf(date, calendars).workday) passed += 1;
  }
  return startOfDay(date) + hour;
}

/** True if something may go out now that waits for office hours. A clock that comes late waits as well. */
export function isOfficeHour(at: Instant, calendars: Calendars): boolean {
  const today = dateOf(at);
  const { from, until } = officeHours;
  const hour = (at - startOfDay(today)) / HOUR_MS;
  return hour >= from && hour < until && dayOf(today, calendars).workday;
}

/** The next office hour; if that came too late, the last one before. */
function inOfficeHours(at: Instant, input: { before: Instant; calendars: Calendars }): Instant {
  const { before, calendars } = input;
  const opens = (date: DateString) => startOfDay(date) + officeHours.from * HOUR_MS;
  const closes = (date: DateString) => startOfDay(date) + officeHours.until * HOUR_MS;
  const isWorked = (date: DateString) => dayOf(date, calendars).workday;
  if (isOfficeHour(at, calendars)) return at;
  const today = dateOf(at);
  let date = at < opens(today) ? today : addDays(today, 1);
  while (!isWorked(date)) date = addDays(date, 1);
  if (opens(date) < before) return opens(date);
  date = today;
  while (!isWorked(date) || closes(date) > at) date = addDays(date, -1);
  return closes(date) - HOUR_MS;
}
