import type { Actor, OrgId } from '../processes/kernel/actor.ts';
import type { CaseState, Entry, Notice, Opening, PendingRelay, Sender } from '../processes/kernel/case.ts';
import type { Instant } from '../processes/kernel/clock.ts';
import type { ArmedRung } from '../processes/kernel/ladder.ts';
import type { Problem } from '../processes/kernel/problem.ts';
import type { RegisterLine } from '../processes/kernel/register.ts';

/** The contract between api and workflow: names, arguments and answers in one place. */

/** Workflow id of a case, and back. */
export const caseWorkflowId = (caseId: string): string => `case:${caseId}`;
export const caseIdOf = (workflowId: string): string => workflowId.replace(/^case:/, '');

/** Argument of the workflow: a new case, or one that goes on in a new run. */
export interface CaseInput {
  process: string;
  version: number;
  /** Present on the first run; the command itself comes as the first update. */
  opening?: Opening;
  /** A drill that begins ahead of real time is moved there before its first command, and waits so much longer for it. */
  aheadMs?: number;
  /** Present on later runs (continue-as-new). */
  carried?: Carried;
  /** Continue in a new run from this many history events on, where the server's own suggestion comes too late (tests). */
  historyEventsMax?: number;
}

export interface Carried {
  state: CaseState;
  /** What PostgreSQL was last told to hold; null before the case has heard of any of it. */
  written: Written | null;
  /** Steps that nobody has said to be written yet: the tail travels. */
  unwritten: Step[];
  /** Number of the run, from 1. */
  run: number;
  recentCommands: RecentCommand[];
  /** Drills: keys of rungs that are claimed already, as far as they are still listed. */
  claimedRungs?: string[];
}

export interface RecentCommand {
  commandId: string;
  requestHash: string;
  /** It was recorded and then refused; the same key is refused again. */
  refusedAfter?: Problem;
}

/**
 * How many commands a case remembers, for those that come again while they are on their way. Older ones are found under
 * their key in `command_answer`, which holds only what was accepted.
 */
export const RECENT_COMMANDS_MAX = 64;

/** Update `command`: opens the case (first one) or acts on it. The update id is `commandId`. */
export const COMMAND_UPDATE = 'command';
export interface CommandArgs {
  commandId: string;
  /** Hash of process, command and form, so that a reused key with another body is seen. */
  requestHash: string;
  command: string;
  form: object;
  actor: Actor;
  /** The sequence number the person saw; null where he did not say. */
  expectedSeq: number | null;
  /** Set by another case's relay. */
  relayed?: boolean;
  /** That other case. */
  from?: Sender;
  /** Its organisation alone; in histories from before the sender was told whole. */
  fromOrg?: OrgId;
  /** What the command looked up in registers before it was sent. */
  registers?: readonly RegisterLine[];
  /** What PostgreSQL holds of the case, as the sender has read it. */
  written: Written | null;
}

/** How far PostgreSQL has committed a case: everything up to this entry. A case drops no step before it is told so. */
export interface Written {
  seq: number;
  /** State hash of that entry, compared with the workflow's own; empty where the record has a gap. */
  stateHash: string;
  number: string;
}

/** One step of a case, accepted for good: what its sender has to write. */
export interface Step {
  /** At least one: what leaves no entry is no step. */
  entries: Entry[];
  notices: Notice[];
  /** The command that brought it, whose key is kept with it; null for the clock and for other cases' answers. */
  command: { commandId: string; requestHash: string; refusedAfter?: Problem } | null;
  writer: Writer;
}

/** Which run of the workflow decided a step, and when by its own clock: part of the row's hash. */
export interface Writer {
  run: number;
  /** Temporal's id of the execution. */
  runId: string;
  history: number;
  at: Instant;
}

/** What a case answers to whoever moved it: every step that the sender lacks, in order, and the case after the last. */
export interface Answer {
  steps: Step[];
  state: RecordedState;
  /** What the clock has to send or to wake the case for, from now on. */
  rungs: ArmedRung[];
  /** The case's own time of the answer; a drill's may run ahead. */
  at: Instant;
  /** The command was recorded and is refused all the same. */
  refusedAfter?: Problem;
}

/** The state as far as it is recorded; the number is null until the first write has been told. */
export type RecordedState = Omit<CaseState, 'calendars' | 'relays'>;

/** Update `tick`: lets the case look at its clock now (the clock, drills, healer, rebuild). */
export const TICK_UPDATE = 'tick';
export interface TickArgs {
  written: Written | null;
}

/** Query `state`: the whole state, and what a sender would be answered who knows nothing. */
export const STATE_QUERY = 'state';
export interface StateAnswer {
  state: CaseState | null;
  answer: Answer | null;
  run: number;
}

/** The case as answered to people and stored in the view: the state without what readers do not need. */
export type CaseRecord = Omit<RecordedState, 'number'> & {
  number: string;
  /** Hash of the ledger row of the last entry: the receipt. */
  hash: string;
};

/** `type` of the ApplicationFailure that refuses a command; its details are `[Refusal]`. */
export const REFUSED = 'refused';
export interface Refusal {
  problem: Problem;
  /** The case as it stands, for a stale screen (412); null before it exists. */
  state: RecordedState | null;
}

export interface RelayArgs {
  from: Sender;
  relay: PendingRelay['relay'];
  commandId: string;
}
/** The record and the engine do not fit together: no answer to the command, and nothing that another try would change. */
export function isTrouble({ code }: Problem): boolean {
  return code === 'record.ahead' || code === 'record.differs' || code === 'case.openedBefore';
}

/** What became of a relayed command. */
export type RelayAnswer = { accepted: true; record: CaseRecord } | { accepted: false; problem: Problem };

/** What the workflow asks of activities/. */
export interface CaseActivities {
  /** Writes steps that no sender asked for. */
  writeSteps(answer: Answer): Promise<Written>;
  /** Drills: claims what is due by the case's own clock. */
  claimCaseRungs(args: { caseId: string; at: Instant }): Promise<void>;
  relayCommand(args: RelayArgs): Promise<RelayAnswer>;
}
