import type { Calendars } from './calendar.ts';
import type { CaseState, DeadlineMove, DeadlineState, DueDay, Pause } from './case.ts';
import type { Instant } from './clock.ts';
import { type Counting, dueOfCounting, remainderOf } from './counting.ts';
import type { AnyRules, DeadlineRule, Person, SettingValues } from './define-rules.ts';
import { type FixedEnd, type Limit, thresholdAt } from './limit.ts';
import type { Words } from './text.ts';

/** Green, yellow, red; grey stands still or has no limit. */
export type Light = 'green' | 'yellow' | 'red' | 'grey';

/** Lights carry a shape and a word, so that colour is never the only carrier. */
export const lightWords: Record<Light, Words> = {
  green: { zh: '● 正常', en: '● on time' },
  yellow: { zh: '▲ 临近到期', en: '▲ due soon' },
  red: { zh: '■ 已超期', en: '■ overdue' },
  grey: { zh: '○ 不计时', en: '○ not counting' },
};

/** The light of a case that is done: only what is late or nearly so still shows, and nothing once it has ended. */
export function lightIn(kind: 'open' | 'closed' | 'final', light: Light): Light {
  if (kind === 'final') return 'grey';
  return kind === 'closed' && light === 'green' ? 'grey' : light;
}

/** The word of that light: a case that is over is not one whose clock stands still. */
export function lightTextIn(kind: 'open' | 'closed' | 'final', light: Light): Words {
  if (kind === 'final') return { zh: '○ 已结束', en: '○ ended' };
  return kind === 'closed' && light === 'grey' ? { zh: '○ 已办结', en: '○ done' } : lightWords[light];
}

/** The light of a clock at an instant; it never depends on whether a timer has fired. */
export function lightOf(deadline: DeadlineState, at: Instant): Light {
  if (deadline.pausedSince !== null || deadline.endedAt !== null) return 'grey';
  if (at >= deadline.dueAt) return 'red';
  return at >= deadline.warnAt ? 'yellow' : 'green';
}

/** The clocks that still run or stand still, the most pressing first. */
export function openDeadlines(deadlines: readonly DeadlineState[]): DeadlineState[] {
  return deadlines
    .filter((deadline) => deadline.endedAt === null)
    .sort(
      (a, b) =>
        Number(a.pausedSince !== null) - Number(b.pausedSince !== null) ||
        a.dueAt - b.dueAt ||
        (a.key < b.key ? -1 : 1),
    );
}

type Rule = DeadlineRule<string, string>;

/** Lets each clock of the process start, pause, go on or stop as the case moves from one state to another. */
export function moveDeadlines(input: {
  rules: AnyRules;
  state: CaseState;
  from: string | null;
  to: string;
  at: Instant;
  by: Person | null;
}): DeadlineState[] {
  const { rules, state, from, to, at, by } = input;
  const moved = [...state.deadlines];
  for (const [key, rule] of Object.entries<Rule>(rules.deadlines)) {
    const index = moved.findIndex((deadline) => deadline.key === key && deadline.endedAt === null);
    const current = moved[index];
    const runs = rule.runsIn.includes(to);
    const pauses = rule.pausedIn?.includes(to) ?? false;
    if (!current) {
      if (runs && from !== to && !hasRunOut(key, rule, state, from)) {
        const limit = rule.limit(state.settings, state.data);
        if (limit !== null) moved.push(startDeadline({ key, rule, limit, state, at }));
      }
    } else if (!runs && !pauses) {
      moved[index] = { ...current, endedAt: at, endedBecause: to, pauses: closePause(current.pauses, at) };
    } else if (pauses) {
      moved[index] = pauseDeadline(current, { ...pausedByState, since: at, by }, state.calendars);
    } else if (isPausedByState(current)) {
      moved[index] = resumeDeadline(current, { rule, at, by, ...pick(state) });
    }
  }
  return moved;
}

/** A window that is over stays so while the case moves among its own states: only entry from outside starts it anew. */
function hasRunOut(key: string, rule: Rule, state: CaseState, from: string | null): boolean {
  const isInside = from !== null && (rule.runsIn.includes(from) || (rule.pausedIn?.includes(from) ?? false));
  return isInside && state.deadlines.findLast((deadline) => deadline.key === key)?.endedBecause === 'expired';
}

/** Starts a clock. */
export function startDeadline(input: {
  key: string;
  rule: Rule;
  limit: Limit | FixedEnd;
  state: Pick<CaseState, 'settings' | 'calendars'> & { data: { round: number } };
  at: Instant;
}): DeadlineState {
  const { key, rule, limit, state, at } = input;
  const counting: Counting = { from: at, limit, extensions: [] };
  return {
    key,
    round: state.data.round,
    startedAt: at,
    limit,
    ...dated(counting, rule, pick(state)),
    counting,
    pausedSince: null,
    left: null,
    endedAt: null,
    endedBecause: null,
    extensions: [],
    pauses: [],
    moves: [],
    askedLate: false,
  };
}

/** A certain end that has passed. A provisional one never has: the table of its year may still move it. */
export function isOverdue(deadline: DeadlineState, at: Instant, drill = false): boolean {
  return at >= deadline.dueAt && (drill || !deadline.provisional);
}

/** A clock that is already overdue does not stop: a pause asked too late heals nothing. */
export function pauseDeadline(
  current: DeadlineState,
  pause: Omit<Pause, 'endedAt'>,
  calendars: Calendars,
): DeadlineState {
  const { since } = pause;
  if (current.pausedSince !== null || isOverdue(current, since)) return current;
  const left = remainderOf(current.counting, since, calendars).limit;
  return { ...current, pausedSince: since, left, pauses: [...current.pauses, { ...pause, endedAt: null }] };
}

/** Lets a clock go on with what was left when it stopped, counted anew by the tables as they are now. */
export function resumeDeadline(current: DeadlineState, input: Change): DeadlineState {
  const { rule, at, by, calendars } = input;
  if (current.pausedSince === null) return current;
  const counting = { from: at, ...remainderOf(current.counting, current.pausedSince, calendars) };
  const resumed = {
    ...current,
    ...dated(counting, rule, input),
    counting,
    pausedSince: null,
    left: null,
    pauses: closePause(current.pauses, at),
  };
  const reason = current.pauses.at(-1)?.because ?? 'state';
  return withMove(current, resumed, { at, because: 'resumption', by, reason });
}

/**
 * Ends the pause that a person gave. Where the state of the case makes the clock stand still as well, it stands on for
 * that reason.
 */
export function endPause(current: DeadlineState, state: string, input: Change): DeadlineState {
  const { rule, at } = input;
  if (!rule.pausedIn?.includes(state)) return resumeDeadline(current, input);
  return {
    ...current,
    pauses: [...closePause(current.pauses, at), { ...pausedByState, since: at, by: null, endedAt: null }],
  };
}

/** Adds time that was granted. */
export function extendDeadline(current: DeadlineState, by: Limit, input: Change & { reason: string }): DeadlineState {
  const { rule, at, reason } = input;
  const counting = { ...current.counting, extensions: [...current.counting.extensions, by] };
  const extended = { ...current, ...dated(counting, rule, input), counting };
  return withMove(current, extended, { at, because: 'extension', by: input.by, reason });
}

/** Counts again by other tables; the same object if nothing that people see has changed. */
export function recountDeadline(current: DeadlineState, input: Change): DeadlineState {
  const { rule, at } = input;
  const next = dated(current.counting, rule, input);
  const unchanged =
    next.dueAt === current.dueAt && next.provisional === current.provisional && next.warnAt === current.warnAt;
  if (unchanged) return current;
  const reason = next.calendarVersion ?? '';
  return withMove(current, { ...current, ...next }, { at, because: 'calendar', by: null, reason });
}

/** What a change of one clock has to know. */
export interface Change {
  rule: Rule;
  at: Instant;
  by: Person | null;
  settings: SettingValues;
  calendars: Calendars;
}

/** True if the state of the case, and no person, makes the clock stand still. */
export function isPausedByState(deadline: DeadlineState): boolean {
  return deadline.pausedSince !== null && deadline.pauses.at(-1)?.because === 'state';
}

/** The last day of a clock, for comparison. */
export function dueDayOf({ dueDate, dueAt, provisional }: DeadlineState): DueDay {
  return { dueDate, dueAt, provisional };
}

/** The next thing that a clock does to the case by itself. */
export interface ClockMove {
  kind: 'expiry' | 'return';
  deadline: DeadlineState;
  at: Instant;
}

type Clocks = Pick<CaseState, 'deadlines' | 'drill'>;

/**
 * What the clocks will do to the case by themselves, by time, then by key: a fixed order. Running clocks move the machine
 * when they are over; clocks that a person paused go on when their pause ends. A provisional date moves nothing until its
 * year is loaded, because nothing ever guesses; only a drill, which may be years ahead of every notice,
 * goes on with the dates as they stand.
 */
export function clockMoves(rules: AnyRules, { deadlines, drill }: Clocks): ClockMove[] {
  return deadlines
    .filter((deadline) => deadline.endedAt === null)
    .flatMap((deadline): ClockMove[] => {
      if (deadline.pausedSince !== null) {
        const returnsAt = deadline.pauses.at(-1)?.returnsAt ?? null;
        return returnsAt === null ? [] : [{ kind: 'return', deadline, at: returnsAt }];
      }
      const expires = rules.deadlines[deadline.key]?.onExpiry !== undefined && (drill || !deadline.provisional);
      return expires ? [{ kind: 'expiry', deadline, at: deadline.dueAt }] : [];
    })
    .sort((a, b) => a.at - b.at || (a.deadline.key < b.deadline.key ? -1 : 1));
}

const pausedByState = { because: 'state', note: '', until: null, reviewOn: null, returnsAt: null } as const;

/** Last day, warning and words of a count. */
function dated(counting: Counting, rule: Rule, input: { settings: SettingValues; calendars: Calendars }) {
  const { settings, calendars } = input;
  const { dueDate, dueAt, provisional, explanation, calendarVersion } = dueOfCounting(counting, calendars);
  const warnAt = thresholdAt({ dueDate, dueAt, before: rule.warnBefore(settings), calendars });
  return { dueDate, dueAt, warnAt: Math.max(counting.from, warnAt), provisional, explanation, calendarVersion };
}

function withMove(before: DeadlineState, after: DeadlineState, move: Omit<DeadlineMove, 'from' | 'to'>): DeadlineState {
  const [from, to] = [dueDayOf(before), dueDayOf(after)];
  if (from.dueAt === to.dueAt && from.provisional === to.provisional) return after;
  return { ...after, moves: [...after.moves, { ...move, from, to }] };
}

function closePause(pauses: readonly Pause[], at: Instant): Pause[] {
  return pauses.map((pause) => (pause.endedAt === null ? { ...pause, endedAt: at } : pause));
}

function pick({ settings, calendars }: Pick<CaseState, 'settings' | 'calendars'>): {
  settings: SettingValues;
  calendars: Calendars;
} {
  return { settings, calendars };
}
