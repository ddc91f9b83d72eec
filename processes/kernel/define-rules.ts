import type { AnyStateMachine } from 'xstate';
import type { CommunityKind, Level, RoleName } from '../organisation.ts';
import type { Actor, Holding, OrgId } from './actor.ts';
import type { Calendars } from './calendar.ts';
import type { Instant } from './clock.ts';
import { commonPermissions } from './common/commands.ts';
import type { FixedEnd, Lead, Limit } from './limit.ts';
import type { ProblemValues } from './problem.ts';
import type { Lookup, RegisterEntry, RegisterLine } from './register.ts';
import type { Words } from './text.ts';

/** Where a rule or a figure comes from; `standing` says how far it binds. */
export interface Source {
  title: Words;
  /** Article, paragraph or figure. */
  at?: string;
  standing: 'law' | 'practice' | 'analogue' | 'ownChoice';
}

/** A figure a district may set for itself; the value here is the default, never a rule of law without its source. */
export interface Setting {
  value: number;
  unit:
    | 'persons'
    | 'households'
    | 'percent'
    | 'workingDays'
    | 'calendarDays'
    | 'months'
    | 'hours'
    /** How much of its time a community may be asked for (负担上限). */
    | 'hoursPerMonth'
    | 'times';
  source: Source;
}
export type SettingValues = Readonly<Record<string, number>>;

/** The world at the instant of an act: everything a pure rule may look at besides the case itself. */
export interface Facts {
  at: Instant;
  caseId: string;
  org: { id: OrgId; kind: CommunityKind };
  settings: SettingValues;
  calendars: Calendars;
  /** What the command looked up in registers (`lookups`); nothing where the clock or another case acts without asking. */
  registers: readonly RegisterLine[];
}

/** What a machine's context must carry; the rest belongs to the process. */
export interface CaseData {
  /** 1 for the first turn of the loop; a new turn never touches the record of the one before. */
  round: number;
}

/** A person as the case remembers him. */
export interface Person {
  id: string;
  name: string;
}

/** Event of a person's command, as the machine sees it. */
export type CommandEvent<Forms> = {
  [C in keyof Forms & string]: { type: C; form: Forms[C]; actor: Person; facts: Facts };
}[keyof Forms & string];

/** Event of the clock or of another case: no person stands behind it. */
export interface AutomaticEvent<E extends string> {
  type: E;
  facts: Facts;
  /** Answer of another case to a relayed command. */
  reply?: unknown;
}

/** Who a grant names: a role of `organisation.ts`, or a relation to the case such as `#proposer`. */
export type Grant<Relation extends string> = RoleName | `#${Relation}`;

/** What a state is to the world. */
export interface StateRule<Command extends string, Relation extends string> {
  /** Stage of the loop (seed): 1 提出提案, 2 制定方案, 3 组织实施, 4 日常监督. */
  stage: 1 | 2 | 3 | 4;
  /** `open` goes on, `closed` is done for statistics but may still be acted on, `final` ends the workflow. */
  kind: 'open' | 'closed' | 'final';
  /** Who besides staff sees the case: everybody of its organisation, of those above and below it, or only those related to it. */
  visibleTo: 'community' | 'related';
  /** The next steps that stand in somebody's inbox: command and who is expected to give it. */
  expects: Partial<Record<Command, Grant<Relation>>>;
}

/** A condition that must hold beyond permission and state; otherwise the problem `code` is told. */
export interface Condition<Data, Form, Code extends string> {
  code: Code;
  /** True if it can only be judged with the form; such a condition does not hide the command. */
  needsForm?: boolean;
  /** True if it reads nothing but the value at its pointer, so that a form filled in step by step is judged as it goes. */
  ofFieldAlone?: boolean;
  /** True if it may come to fail merely because time passes: a step in an inbox is then looked at again when it is read. */
  dependsOnTime?: boolean;
  /** Field at fault, as JSON pointer. */
  pointer?: string;
  /** Answers undefined if all is well, else the values the words of the problem mention. */
  fails(input: { data: Data; form: Form; actor: Actor; facts: Facts }): ProblemValues | undefined;
}

/** Two hands that must not be one: whoever does the one cannot judge by the other. */
export interface Separation<Command extends string, Relation extends string, Code extends string> {
  code: Code;
  commands: readonly Command[];
  notBy: Relation;
  source: Source;
}

/**
 * One step of a ladder (S7). A reminder waits for office hours; `anyTime` lets it out at night and on rest days.
 *
 * @example { name: 'urge', action: 'urge', when: { afterWorkingDays: 1 }, to: ['expected'], copyTo: ['subdistrictLeader'] }
 */
export interface RungRule<Relation extends string = never> {
  /** Unique within the ladder. */
  name: string;
  action: 'remind' | 'urge' | 'order';
  /** `afterWorkingDays: 1` is the first working day after the last day. */
  when: { readonly before: Lead } | { readonly onDueDay: true } | { readonly afterWorkingDays: number };
  /** Hour of the day in Beijing; 9 if not given. A lead in hours has its own instant. */
  atHour?: number;
  anyTime?: boolean;
  /** `expected`: whoever the state expects to act, residents excepted. */
  to: readonly (Grant<Relation> | 'expected')[];
  /** Offices that get a copy. */
  copyTo?: readonly RoleName[];
}

/** How more time may be had (延期): before expiry only, by another hand than the asker's, bounded in number and length. */
export interface ExtensionRule<Relation extends string = string> {
  by: readonly Grant<Relation>[];
  decidedBy: readonly Grant<Relation>[];
  timesMax(settings: SettingValues): number;
  /** The longest single extension; its unit is the only one in which more time may be asked. */
  lengthMax(settings: SettingValues): Limit;
  /** Relations that are told the verdict and its reason. */
  tell: readonly Relation[];
  source: Source;
}

/** For which lawful reasons a clock may stand still, and by whose hand. */
export interface PauseRule<Relation extends string = string> {
  by: readonly Grant<Relation>[];
  /** Names from the closed list in `law/pause-reasons.ts`. */
  reasons: readonly string[];
  /** How far off the end or the review may be. */
  calendarDaysMax(settings: SettingValues): number;
  tell: readonly Relation[];
  source: Source;
}

/** A clock of the case. */
export interface DeadlineRule<
  State extends string,
  Event extends string,
  Data = unknown,
  Relation extends string = string,
> {
  /**
   * Judged once, when the clock starts, from the settings of the case and what is known of it then; null: this case has no
   * such limit, and no clock starts.
   */
  limit(settings: SettingValues, data: Data): Limit | FixedEnd | null;
  /** Runs while the case is in one of these states; entering from outside starts it, leaving stops it. */
  runsIn: readonly State[];
  /** Stands still (grey) in these states and goes on with what is left. */
  pausedIn?: readonly State[];
  /** When the light turns yellow: this much before the end. */
  warnBefore(settings: SettingValues): Lead;
  /** Automatic event the machine gets when the time is over; without it expiry only turns the light red. */
  onExpiry?: Event;
  /** What is sent to whom as the end comes near and has passed; empty for a mere window. */
  ladder: readonly RungRule<Relation>[];
  extension?: ExtensionRule<Relation>;
  pause?: PauseRule<Relation>;
  source: Source;
}

/**
 * The names of a process as one type: states, commands, data, forms and so on. Each process writes it once and every
 * record below must then have exactly these keys.
 */
export interface Names {
  state: string;
  command: string;
  data: CaseData;
  forms: Record<string, object>;
  relation: string;
  deadline: string;
  /** Automatic events: of the clock, or the reply of another case. */
  event: string;
  problem: string;
  notice: string;
  setting: string;
}

/** Everything about a process except forms and words: what the workflow sandbox needs, free of zod. */
export interface ProcessRules<N extends Names> {
  /** `resident-proposal` */
  id: string;
  version: number;
  /** Name of the Temporal workflow type, made for people: `residentProposal`. */
  workflowType: string;
  /** The level whose organisations have such cases; `community` if not given. */
  level?: Level;
  machine: AnyStateMachine;
  /** The command whose form opens a case. */
  start: N['command'];
  states: Record<N['state'], StateRule<N['command'], N['relation']>>;
  /** Who may give each command; nobody else may. `system` is another case or the clock, alone or besides persons. */
  permissions: Record<N['command'], readonly (Grant<N['relation']> | 'system')[] | 'system'>;
  /** Relations of persons to a case, each answering the ids of those persons. */
  relations: Record<N['relation'], (data: N['data']) => readonly string[]>;
  /** Offices in which a relation stands as well, whoever holds them: the unit a matter was given to, deputies included. */
  offices?: { [R in N['relation']]?: (data: N['data']) => readonly Holding[] };
  separations: readonly Separation<N['command'], N['relation'], N['problem']>[];
  conditions: { [C in N['command']]?: readonly Condition<N['data'], N['forms'][C], N['problem']>[] };
  /**
   * When a command that is allowed would lead nowhere: to sign a second time, to settle what is not open. It is then neither
   * offered nor expected; whoever gives it all the same gets the answer of its conditions. `actor` null: for whoever comes.
   */
  pointless?: { [C in N['command']]?: (input: { data: N['data']; actor: Actor | null }) => boolean };
  deadlines: Record<N['deadline'], DeadlineRule<N['state'], N['event'], N['data'], N['relation']>>;
  settings: Record<N['setting'], Setting>;
  /** Lines that the case has put on registers so far, oldest first (register.ts). */
  registers?: (data: N['data'], of: { caseId: string; org: OrgId }) => readonly RegisterEntry[];
  /** What commands have to know from registers; they find it in `facts.registers`. */
  lookups?: { [C in N['command']]?: Lookup<N['forms'][C], N['data']> };
  /** Commands that rest on sums over a register: those of one organisation are judged one after the other. */
  oneByOne?: readonly N['command'][];
  /** Title of the case for lists. */
  titleOf(data: N['data']): string;
  /** Where the matter is, in words that people search by; null or left out: it has no place. Never finer than a building. */
  placeOf?(data: N['data']): string | null;
  /**
   * The data as a viewer may see it: `staff` everything that the work needs, `self` (somebody related) also his own
   * part, `public` no personal data (个人信息保护法 art. 25).
   */
  present(data: N['data'], viewer: Viewer): Record<string, unknown>;
  /**
   * How much of a ledger entry a viewer reads, where the process protects whoever acted: `open` is name and form, `masked`
   * the family name, `nameless` neither, nor in which relation he acted. Where nothing is said, staff and the person himself
   * read everything, others are masked.
   */
  ledgerSight?(
    data: N['data'],
    viewer: Viewer,
    actorId: string | null,
    /** What was done: a single act may be protected where the same person's others are not. */
    entry?: { type: string; form: object },
  ): LedgerSight | undefined;
  /** Registers that are public within the community only: for who belongs to where they are kept, or is in office above. */
  communityRegisters?: readonly string[];
}

/** Rules with the names forgotten, for shared code that must not know any process. */
// biome-ignore lint/suspicious/noExplicitAny: names and data are checked where the process is defined.
export type AnyRules = ProcessRules<any>;

/** How much of a ledger entry somebody reads. */
export type LedgerSight = 'open' | 'masked' | 'nameless';

export interface Viewer {
  kind: 'staff' | 'self' | 'public';
  id: string;
}

/** Effects a machine may ask for, as xstate actions with these names and parameters. */
export interface Effects {
  /**
   * Send a command to another case and feed its answer back as one of two automatic events. `numbered`: the form gets this
   * case's `number` when it is sent, since a case that is just being opened has none yet.
   */
  relay: { caseId: string; command: string; form: object; numbered?: boolean; accepted: string; refused: string };
  /** The same to several cases, as many as the data say. */
  relayEach: { relays: readonly Effects['relay'][] };
  /** Tell persons something: one notice each, kept in the outbox of the same transaction. */
  notify: { to: readonly string[]; notice: string; values?: ProblemValues };
}

/**
 * Declares the rules of a process and lets the compiler see that nothing is missing.
 *
 * @example export const rules = defineRules<Names>({ id: 'resident-proposal', version: 1, … });
 */
export function defineRules<N extends Names>(rules: ProcessRules<N>): ProcessRules<N> {
  // The clocks of a process say who may ask for more time, decide on it, and stop them: nothing of it is written twice.
  return { ...rules, permissions: { ...commonPermissions(rules.deadlines), ...rules.permissions } };
}

/** What the kernel needs to know of who acts: the person, and which of his offices or relations allowed it. */
export interface ActingAs extends Person {
  as: string;
}
