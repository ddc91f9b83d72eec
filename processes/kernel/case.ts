import type { OrgId } from './actor.ts';
import type { Calendars } from './calendar.ts';
import type { DateString, Instant } from './clock.ts';
import type { Counting } from './counting.ts';
import type { ActingAs, Effects, Facts, Person, SettingValues } from './define-rules.ts';
import type { FixedEnd, Limit, Remainder } from './limit.ts';
import type { ProblemValues } from './problem.ts';
import type { Words } from './text.ts';

/** A clock of one case: a small ledger of its own. Lights are not in it: they are computed when read. */
export interface DeadlineState {
  key: string;
  round: number;
  startedAt: Instant;
  limit: Limit | FixedEnd;
  /** Last day that is on time; null for a clock in hours. */
  dueDate: DateString | null;
  /** First instant that is late. */
  dueAt: Instant;
  /** When the light turns yellow. */
  warnAt: Instant;
  /** True if the count needs a year whose calendar is not loaded. */
  provisional: boolean;
  explanation: Words;
  calendarVersion: string | null;
  /** What is being counted since the start or the last resumption. */
  counting: Counting;
  /** Set while the clock stands still; `left` is what remains of the limit, before the extensions still to be counted. */
  pausedSince: Instant | null;
  left: Remainder | null;
  endedAt: Instant | null;
  /** Why it stopped: the state that was entered, or `expired`. */
  endedBecause: string | null;
  /** Every request for more time, with what became of it. */
  extensions: Extension[];
  /** Every standstill; the last one is open while `pausedSince` is set. */
  pauses: Pause[];
  /** What moved the date since the start, in order. */
  moves: DeadlineMove[];
  /** More time was asked when there was none left; it counts as overdue. */
  askedLate: boolean;
}

/** A request for more time (延期). */
export interface Extension {
  by: Limit;
  reason: string;
  askedBy: Person;
  askedAt: Instant;
  decision: { verdict: 'granted' | 'refused'; reason: string; by: Person; at: Instant } | null;
}

/** A standstill of one clock (挂起), by the state of the case or by a person with a lawful reason. */
export interface Pause {
  since: Instant;
  /** `state`, or a name from the closed list of lawful reasons. */
  because: string;
  note: string;
  by: Person | null;
  /** The day on which the clock goes on; null where only a review is fixed, or the state decides. */
  until: DateString | null;
  /** The day on which somebody must look at it again. */
  reviewOn: DateString | null;
  /** When the clock goes on by itself: no pause by a person is without an end. */
  returnsAt: Instant | null;
  endedAt: Instant | null;
}

/** One change of the last day. */
export interface DeadlineMove {
  at: Instant;
  because: 'extension' | 'resumption' | 'calendar';
  /** null: the system did it. */
  by: Person | null;
  /** The reason given, the name of the pause's reason or state, or the calendar version. */
  reason: string;
  from: DueDay;
  to: DueDay;
}

export interface DueDay {
  dueDate: DateString | null;
  dueAt: Instant;
  provisional: boolean;
}

/** Another case that belongs to this one, such as a supervision order. */
export interface CaseLink {
  caseId: string;
  number: string;
  /** What the other case is to this one: `supervisionOrder`. */
  relation: string;
  at: Instant;
}

/** The case that relays a command: what the other case judges it by. */
export interface Sender {
  caseId: string;
  process: string;
  version: number;
  org: OrgId;
  drill: boolean;
}

/** A command for another case that waits for its answer; survives restarts and continue-as-new. */
export interface PendingRelay {
  id: string;
  relay: Effects['relay'];
}

/** The whole state of a case as its workflow holds it: plain JSON. */
export interface CaseState {
  id: string;
  /** `朝阳-安贞-安贞西里-2026-0001`; null until the first entry is recorded. */
  number: string | null;
  process: string;
  version: number;
  org: Facts['org'];
  drill: boolean;
  openedAt: Instant;
  /** Instant of the last entry. */
  changedAt: Instant;
  seq: number;
  state: string;
  data: { round: number } & Record<string, unknown>;
  deadlines: DeadlineState[];
  relays: PendingRelay[];
  links: CaseLink[];
  settings: SettingValues;
  calendars: Calendars;
}

/** One line of the ledger, before it is written. */
export interface Entry {
  seq: number;
  round: number;
  /** Command or automatic event. */
  type: string;
  /** null: the system did it. */
  actor: ActingAs | null;
  /** The instant the entry stands for; an automatic entry carries the instant that was due, not that of its processing. */
  at: Instant;
  from: string | null;
  to: string;
  form: object;
  commandId: string;
  /** SHA-256 over state, data, deadlines and links after the entry. */
  stateHash: string;
}

export interface Notice {
  to: string;
  notice: string;
  values: ProblemValues;
}

/** Identity of a case before its first entry. */
export interface Opening {
  id: string;
  org: { id: OrgId; kind: Facts['org']['kind'] };
  drill: boolean;
  settings: SettingValues;
  calendars: Calendars;
}
