import type { Calendars } from './calendar.ts';
import type { CaseState, DeadlineState, Entry } from './case.ts';
import type { DateString, Instant } from './clock.ts';
import { isOverdue, recountDeadline } from './deadline.ts';
import { advance, join, type Outcome, stateHashOf } from './decide.ts';
import type { AnyRules, DeadlineRule } from './define-rules.ts';

/** One date that a calendar moved. */
export interface CalendarMove {
  deadline: string;
  fromDueDate: DateString | null;
  toDueDate: DateString | null;
  fromProvisional: boolean;
  toProvisional: boolean;
  /** The tables were loaded for the first time, or a loaded one was corrected. */
  reason: 'loaded' | 'corrected';
}

/**
 * Counts the open clocks of a case again by other tables. What is over by a certain date stays as it is, and so does what
 * stands still: it is counted when it goes on. Where nothing moves there is no entry, but the tables are the new ones all
 * the same. Clocks whose new end has passed meanwhile act at once. `commandId` names the entry where the caller has a name.
 */
export function recalculate(
  rules: AnyRules,
  state: CaseState,
  calendars: Calendars,
  at: Instant,
  commandId?: string,
): Outcome {
  const advanced = advance(rules, state, at);
  const now = advanced.state;
  const deadlines = now.deadlines.map((deadline) => recount(rules, { ...now, calendars }, deadline, at));
  const moves = deadlines.flatMap((after, index): CalendarMove[] => {
    const before = now.deadlines[index];
    return before === undefined || before === after ? [] : [moveOf(before, after)];
  });
  if (moves.length === 0) return { ...advanced, state: { ...now, calendars } };
  const version = versionOf(deadlines.filter((after, index) => after !== now.deadlines[index]));
  const next: CaseState = { ...now, seq: now.seq + 1, changedAt: at, deadlines, calendars };
  const entry: Entry = {
    seq: next.seq,
    round: next.data.round,
    type: 'calendar.applied',
    actor: null,
    at,
    from: now.state,
    to: now.state,
    form: { calendarVersion: version, moves },
    commandId: commandId ?? `calendar:${now.id}:${next.seq}:${version}`,
    stateHash: stateHashOf(next),
  };
  const applied = join(advanced, { state: next, entries: [entry], notices: [] });
  return join(applied, advance(rules, next, at));
}

function recount(rules: AnyRules, state: CaseState, deadline: DeadlineState, at: Instant): DeadlineState {
  const rule: DeadlineRule<string, string> | undefined = rules.deadlines[deadline.key];
  const stays = deadline.endedAt !== null || deadline.pausedSince !== null || isOverdue(deadline, at, state.drill);
  if (!rule || stays) return deadline;
  const { settings, calendars } = state;
  return recountDeadline(deadline, { rule, at, by: null, settings, calendars });
}

function moveOf(before: DeadlineState, after: DeadlineState): CalendarMove {
  return {
    deadline: after.key,
    fromDueDate: before.dueDate,
    toDueDate: after.dueDate,
    fromProvisional: before.provisional,
    toProvisional: after.provisional,
    reason: before.provisional ? 'loaded' : 'corrected',
  };
}

/** The tables that the moved dates now rest on. */
function versionOf(deadlines: readonly DeadlineState[]): string {
  const versions = deadlines.flatMap((deadline) => deadline.calendarVersion?.split('+') ?? []);
  return [...new Set(versions)].sort().join('+');
}
