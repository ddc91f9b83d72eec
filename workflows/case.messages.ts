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
  /** Hash of the last ledger row in force, as PostgreSQL answered it. */
  hash: string;
  /** Number of the run, from 1: first part of the writer's fence. */
  run: number;
  recentCommands: RecentCommand[];
  /** Drills: keys of rungs that are claimed already, as far as they are still listed. */
  claimedRungs?: string[];
}

/** Answers are many kilobytes each, so only the names travel: the activity `readAnswer` finds what was answered. */
export interface RecentCommand {
  commandId: string;
  requestHash: string;
  /** It was recorded and then refused; the same key is refused again. */
  refusedAfter?: Problem;
}

/**
 * How many commands a case remembers. A key within this many entries of the case's end must be asked of the workflow: a
 * row in `command_answer` may stem from a command that was never accepted. Older ones are settled.
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
}

/** Update `tick`: lets the case look at its clock now (the clock, drills, rebuild); answers the record. Never refused. */
export const TICK_UPDATE = 'tick';

/** Query `state`: the whole state, for the checker and the rebuilder. */
export const STATE_QUERY = 'state';
export interface StateAnswer {
  state: CaseState | null;
  hash: string | null;
  run: number;
}

/** The case as answered to the api and stored in the view: the state without what readers do not need. */
export type CaseRecord = Omit<CaseState, 'calendars' | 'relays' | 'number'> & {
  number: string;
  /** Hash of the last ledger row in force: the receipt. */
  hash: string;
};

/** `type` of the ApplicationFailure that refuses a command; its details are `[Refusal]`. */
export const REFUSED = 'refused';
export interface Refusal {
  problem: Problem;
  /** The case as it stands, for a stale screen (412); null before it exists. */
  record: CaseRecord | null;
}

export interface RelayArgs {
  from: Sender;
  relay: PendingRelay['relay'];
  commandId: string;
}
/** What became of a relayed command. */
export type RelayAnswer = { accepted: true; record: CaseRecord } | { accepted: false; problem: Problem };

/** Argument of the activity `recordCase`. Without entries it only repairs: view, tasks, and rows never accepted. */
export interface RecordArgs {
  state: Omit<CaseState, 'calendars' | 'relays'>;
  entries: Entry[];
  notices: Notice[];
  /** What the clock has to send or to wake the case for, from now on. */
  rungs: ArmedRung[];
  /** The command whose answer is kept under its key; null for the clock. */
  command: { commandId: string; requestHash: string } | null;
  /** Hash of the last row in force as the workflow knows it; null for the first entry. */
  previousHash: string | null;
  fence: Fence;
}
/** `type` of the failure of a first record that another run of the same case has long carried on. */
export const OPENED_BEFORE = 'OpenedBefore';
/** Orders the writers of a case: a later one may void, an earlier one may write nothing. */
export interface Fence {
  /** Number of the run, counted through continue-as-new. */
  run: number;
  /** Temporal's id of the execution: after a reset by an operator another one, with a shorter history. */
  runId: string;
  history: number;
  at: Instant;
}
/** Answer of `recordCase`. */
export interface Recorded {
  number: string;
  /** Hash of the last row written. */
  hash: string;
  /** State hash of the last entry, compared with the workflow's own at replay. */
  stateHash: string;
}

/** What the workflow asks of activities/. */
export interface CaseActivities {
  recordCase(args: RecordArgs): Promise<Recorded>;
  /** Takes back the rows of an opening that was written but never accepted. */
  abandonCase(args: { caseId: string; fence: Fence }): Promise<void>;
  readAnswer(args: { commandId: string }): Promise<CaseRecord | null>;
  /** Drills: claims what is due by the case's own clock. */
  claimCaseRungs(args: { caseId: string; at: Instant }): Promise<void>;
  relayCommand(args: RelayArgs): Promise<RelayAnswer>;
}
