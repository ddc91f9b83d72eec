import type { Calendars } from './calendar.ts';
import type { CaseState, DeadlineState } from './case.ts';
import type { Instant } from './clock.ts';
import { extendDeadline, pauseDeadline, resumeDeadline, startDeadline } from './deadline.ts';
import type { AnyRules, DeadlineRule, SettingValues } from './define-rules.ts';
import { hashOf } from './hash.ts';

type Judged = Pick<CaseState, 'settings' | 'data'>;

/**
 * A clock as it would be, had other figures held when it started: counted from its own start, through every standstill and
 * with all the time that was granted. `undecided` where the limit hangs on what the case knew then and now knows otherwise;
 * the same object where the figures make no difference.
 */
export function rejudged(
  rules: AnyRules,
  { settings, data }: Judged,
  deadline: DeadlineState,
  other: { settings: SettingValues; calendars: Calendars },
): DeadlineState | 'undecided' {
  const rule: DeadlineRule<string, string> | undefined = rules.deadlines[deadline.key];
  if (!rule || deadline.endedAt !== null) return deadline;
  const now = { limit: rule.limit(settings, data), warn: rule.warnBefore(settings) };
  const then = { limit: rule.limit(other.settings, data), warn: rule.warnBefore(other.settings) };
  if (hashOf(now) === hashOf(then)) return deadline;
  // A clock that would not have started has no light to compare.
  if (now.limit === null || then.limit === null || hashOf(now.limit) !== hashOf(deadline.limit)) return 'undecided';
  const state = { ...other, data: { round: deadline.round } };
  const started = startDeadline({ key: deadline.key, rule, limit: then.limit, state, at: deadline.startedAt });
  return happenings(deadline).reduce((clock, { at, apply }) => apply(clock, { rule, at, by: null, ...other }), started);
}

interface Happening {
  at: Instant;
  apply(clock: DeadlineState, change: Parameters<typeof resumeDeadline>[1]): DeadlineState;
}

/** What was done to the clock since its start, in the order in which it happened. */
function happenings({ extensions, pauses }: DeadlineState): Happening[] {
  const granted = extensions.flatMap(({ by, reason, decision }): Happening[] =>
    decision?.verdict === 'granted'
      ? [{ at: decision.at, apply: (clock, change) => extendDeadline(clock, by, { ...change, reason }) }]
      : [],
  );
  const standstills = pauses.flatMap(({ endedAt, ...pause }): Happening[] => [
    // A clock that is over by then does not stop, as in life.
    { at: pause.since, apply: (clock, { calendars }) => pauseDeadline(clock, pause, calendars) },
    ...(endedAt === null ? [] : [{ at: endedAt, apply: resumeDeadline }]),
  ]);
  // The sort is stable: a pause that follows another at the same instant stays behind its end.
  return [...granted, ...standstills].sort((a, b) => a.at - b.at);
}
