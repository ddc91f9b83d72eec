import type { Calendars } from './calendar.ts';
import type { CaseState, DeadlineState } from './case.ts';
import type { Instant } from './clock.ts';
import type { AnyRules, DeadlineRule } from './define-rules.ts';
import { consumedOf, dueOf, type Limit, type Remainder, remainingLimit, thresholdAt } from './limit.ts';
import type { Words } from './text.ts';

/** Green, yellow, red; grey stands still or has no limit. */
export type Light = 'green' | 'yellow' | 'red' | 'grey';

/** Lights carry a shape and a word, so that colour is never the only carrier (domain.md §5.7). */
export const lightWords: Record<Light, Words> = {
  green: { zh: '● 正常', en: '● on time' },
  yellow: { zh: '▲ 临近到期', en: '▲ due soon' },
  red: { zh: '■ 已超期', en: '■ overdue' },
  grey: { zh: '○ 不计时', en: '○ not counting' },
};

/** The light of a clock at an instant; it never depends on whether a timer has fired (issue 5, design.md §4). */
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

/** Lets each clock of the process start, pause, go on or stop as the case moves from one state to another. */
export function moveDeadlines(input: {
  rules: AnyRules;
  state: CaseState;
  from: string | null;
  to: string;
  at: Instant;
}): DeadlineState[] {
  const { rules, state, from, to, at } = input;
  const moved = [...state.deadlines];
  for (const [key, rule] of Object.entries<DeadlineRule<string, string>>(rules.deadlines)) {
    const index = moved.findIndex((deadline) => deadline.key === key && deadline.endedAt === null);
    const current = moved[index];
    const runs = rule.runsIn.includes(to);
    const pauses = rule.pausedIn?.includes(to) ?? false;
    if (!current) {
      if (runs && from !== to) {
        const limit = rule.limit(state.settings, state.data);
        moved.push({ ...count({ key, rule, state, limit, at }), limit });
      }
    } else if (!runs && !pauses) {
      moved[index] = { ...current, endedAt: at, endedBecause: to };
    } else if (pauses) {
      moved[index] = pauseDeadline(current, at, state.calendars);
    } else if (current.pausedSince !== null && current.left !== null) {
      const resumed = count({ key, rule, state, limit: current.left, at });
      moved[index] = { ...resumed, round: current.round, startedAt: current.startedAt, limit: current.limit };
    }
  }
  return moved;
}

function count(input: {
  key: string;
  rule: DeadlineRule<string, string>;
  state: CaseState;
  limit: Limit | Remainder;
  at: Instant;
}): Omit<DeadlineState, 'limit'> {
  const { key, rule, state, limit, at } = input;
  const { dueDate, dueAt, provisional, explanation, calendarVersion } = dueOf({
    startedAt: at,
    limit,
    calendars: state.calendars,
  });
  const warnAt = thresholdAt({ dueDate, dueAt, before: rule.warnBefore(state.settings), calendars: state.calendars });
  return {
    key,
    round: state.data.round,
    startedAt: at,
    dueDate,
    dueAt,
    warnAt: Math.max(at, warnAt),
    provisional,
    explanation,
    calendarVersion,
    counting: { from: at, limit },
    pausedSince: null,
    left: null,
    endedAt: null,
    endedBecause: null,
  };
}

/** A clock that is already overdue does not stop: a pause asked too late heals nothing (domain.md §4.2). */
function pauseDeadline(current: DeadlineState, at: Instant, calendars: Calendars): DeadlineState {
  if (current.pausedSince !== null || at >= current.dueAt) return current;
  const consumed = consumedOf({
    startedAt: current.counting.from,
    until: at,
    limit: current.counting.limit,
    calendars,
  });
  return { ...current, pausedSince: at, left: remainingLimit(consumed) };
}

/** The next clock whose expiry moves the machine and is over at `at`. */
export function dueExpiry(rules: AnyRules, state: Clocks, at: Instant): DeadlineState | undefined {
  return nextExpiries(rules, state).find((deadline) => deadline.dueAt <= at);
}

type Clocks = Pick<CaseState, 'deadlines' | 'drill'>;

/**
 * Running clocks that will move the machine, by time, then by key: a fixed order. A provisional date moves nothing until
 * its year is loaded, because nothing ever guesses (design.md §4); only a drill, which may be years ahead of every notice,
 * goes on with the dates as they stand.
 */
export function nextExpiries(rules: AnyRules, { deadlines, drill }: Clocks): DeadlineState[] {
  return deadlines
    .filter(
      (deadline) =>
        deadline.endedAt === null &&
        deadline.pausedSince === null &&
        (drill || !deadline.provisional) &&
        rules.deadlines[deadline.key]?.onExpiry !== undefined,
    )
    .sort((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1));
}
