/**
 * Registers (登记簿): dated public records that cases keep, such as the list of service items or the burden of a community.
 * What a case has put on them follows from its data alone, so a lost row is written again from the case; a row once given
 * never changes, and what ends has a later row without a value.
 */
import type { OrgId } from './actor.ts';
import { type DateString, dateOf, type Instant } from './clock.ts';

/** One line that a case puts on a register. */
export interface RegisterEntry {
  /** `serviceItemList`: one register may be kept by cases of several processes. */
  register: string;
  /** What the line is about, unique within the register and the organisation: the code of an item. */
  key: string;
  /** When it was put there. The order of these instants makes the versions of the register. */
  at: Instant;
  /** From which day it holds. */
  day: DateString;
  /** null: it is taken off from that day on. */
  value: Readonly<Record<string, unknown>> | null;
}

/** A line as it stands on one day, with the case that put it there. */
export interface RegisterLine {
  register: string;
  key: string;
  org: OrgId;
  caseId: string;
  at: Instant;
  day: DateString;
  value: Readonly<Record<string, unknown>>;
}

/** What a command has to know from a register before it is judged. */
export interface RegisterQuery {
  register: string;
  /** `own`: kept for the case's organisation; `line`: for it or any above it. */
  scope: 'own' | 'line';
  /** Only keys that begin so. */
  keyPrefix?: string;
  /** The day on which the lines must stand; that of the act if not given. */
  onDay?: DateString;
}

/** How the rules of a process ask: pure, from what is known before the command is judged. */
export type Lookup<Form, Data> = (input: {
  form: Form;
  /** null before the case exists. */
  data: Data | null;
  org: OrgId;
  at: Instant;
}) => readonly RegisterQuery[];

/** The lines of one register among those that were looked up. */
export function linesOf(lines: readonly RegisterLine[], register: string): readonly RegisterLine[] {
  return lines.filter((line) => line.register === register);
}

/** The day on which a query asks. */
export const dayOfQuery = (query: RegisterQuery, at: Instant): DateString => query.onDay ?? dateOf(at);
