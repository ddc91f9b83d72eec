import type { CalendarYear } from '../processes/kernel/calendar.ts';
import type { Written } from './case.messages.ts';

/** The contract of the roll-out of a holiday table: between api, workflow, activities and cases. */

/**
 * Workflow type and id: one run per year and version, whoever starts it and how often. The task queue is in the id, since
 * several databases may be served in one namespace.
 */
export const ROLL_OUT_WORKFLOW = 'calendarRollOut';
export const rollOutWorkflowId = (taskQueue: string, key: RollOutKey): string =>
  `calendar:${taskQueue}:${rollOutName(key)}`;

export interface RollOutKey {
  year: number;
  version: number;
}

export interface RollOutInput extends RollOutKey {
  /** How long after the last case a case may still turn up that was opened by the table before; see `SETTLE_MS`. */
  settleMs?: number;
  /** Set in later runs (continue-as-new). */
  stage?: RollOutStage;
}

/** `touched`: cases whose open clocks rest on the year. `others`: those that may need it later. `late`: opened meanwhile. */
export type RollOutStage = 'touched' | 'others' | 'late';

/** Update `calendar` of a case: takes tables over and counts the open clocks again. Given twice it does nothing more. */
export const CALENDAR_UPDATE = 'calendar';
export interface CalendarArgs {
  calendars: readonly CalendarYear[];
  /** Name of the roll-out, `2027v1`: first part of the name of the entry. */
  rollOut: string;
  /** What PostgreSQL holds of the case, as the sender has read it. */
  written: Written | null;
}

export const rollOutName = ({ year, version }: RollOutKey): string => `${year}v${version}`;

/** Name of the entry that a roll-out leaves in the ledger of a case, and of the update that brings it. */
export const rollOutCommandId = (rollOut: string, caseId: string): string => `rollOut:${rollOut}:${caseId}`;

export interface RollOutProgress {
  total: number;
  done: number;
}

/** What a turn of the work has left over. */
export interface RollOutLeft extends RollOutProgress {
  /** Cases that still wait in the waves asked for. */
  waiting: number;
  /** Until the first of them may be tried again; 0: at once. */
  retryInMs: number;
}

export interface RollOutActivities {
  /** Notes which cases are to be told; again it adds those that were opened since. */
  enrolCases(key: RollOutKey): Promise<RollOutProgress>;
  /** Tells waiting cases for a while, paced. */
  tellCases(args: RollOutKey & { wave: 1 | 2 }): Promise<RollOutLeft>;
  /** One notice to each person concerned, however many of his cases moved. */
  tellPeople(key: RollOutKey): Promise<void>;
  finishRollOut(key: RollOutKey): Promise<void>;
}
