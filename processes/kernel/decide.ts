import { initialTransition, transition } from 'xstate';
import { type Actor, isInLine, type OrgId } from './actor.ts';
import type { CaseState, Entry, Notice, Opening, PendingRelay, Sender } from './case.ts';
import type { Instant } from './clock.ts';
import { type CommonStep, decideCommon, returnByItself } from './common/act.ts';
import { isCommonCommand, isCommonIn } from './common/commands.ts';
import { brokenCondition } from './condition.ts';
import { type ClockMove, clockMoves, moveDeadlines } from './deadline.ts';
import type { ActingAs, AnyRules, Effects, Facts, Person } from './define-rules.ts';
import { hashOf } from './hash.ts';
import { isForSystem, permissionOf } from './permission.ts';
import { assert, type Problem, problem } from './problem.ts';
import type { RegisterLine } from './register.ts';
import { settingFault } from './setting.ts';

/** A person's act. */
export interface CommandInput {
  command: string;
  form: object;
  actor: Actor;
  at: Instant;
  commandId: string;
  /** Set where the system acts, for another case or because a time is over: permission `system` then holds. */
  relayed?: boolean;
  /** The case that relays it: only one on the same line of the hierarchy may, and drills keep to themselves. */
  from?: Sender;
  /** Its organisation alone, as cases were told before they heard of the whole sender. */
  fromOrg?: OrgId;
  /** What the command looked up in registers. */
  registers?: readonly RegisterLine[];
}

/** What one or more steps brought: the new state and everything that must be recorded or sent. */
export interface Outcome {
  state: CaseState;
  entries: Entry[];
  notices: Notice[];
  /**
   * What was asked is refused, but that it was asked must stand in the record: the entries are written first, then the
   * person is told this problem.
   */
  refusedAfter?: Problem;
}

export type Decision = Outcome | { refused: Problem };

/** Opens a case, or says why not. Pure: the api asks it before it starts a workflow, the workflow asks it again. */
export function open(rules: AnyRules, opening: Opening, input: CommandInput): Decision {
  const { command, form, actor, at } = input;
  const facts: Facts = {
    at,
    caseId: opening.id,
    org: opening.org,
    settings: opening.settings,
    calendars: opening.calendars,
    registers: input.registers ?? [],
  };
  if (command !== rules.start) return { refused: problem('command.notNow', { command }) };
  const permission = permissionFor(rules, input, opening.org.id, null);
  if ('refused' in permission) return permission;
  const fault = settingFault(rules, opening.settings);
  if (fault) return { refused: fault };
  const broken = brokenCondition(rules, command, { data: { round: 1 }, form, actor, facts });
  if (broken) return { refused: broken };
  const person: Person = { id: actor.id, name: actor.name };
  const acting: ActingAs | null = input.relayed ? null : { ...person, as: permission.as };
  const [snapshot, actions] = initialTransition(rules.machine, { form, actor: input.relayed ? null : person, facts });
  const blank: CaseState = {
    id: opening.id,
    number: null,
    process: rules.id,
    version: rules.version,
    org: opening.org,
    drill: opening.drill,
    openedAt: at,
    changedAt: at,
    seq: 0,
    state: '',
    data: snapshot.context,
    deadlines: [],
    relays: [],
    links: [],
    settings: opening.settings,
    calendars: opening.calendars,
  };
  const step = { type: command, actor: acting, at, form, commandId: input.commandId };
  return settle(rules, blank, null, snapshot, actions, step);
}

/** Applies everything that the clock brought up to `at`, each step at the instant it stands for. */
export function advance(rules: AnyRules, state: CaseState, at: Instant): Outcome {
  let outcome: Outcome = { state, entries: [], notices: [] };
  for (;;) {
    const [move] = clockMoves(rules, outcome.state);
    if (!move || move.at > at) return outcome;
    outcome = join(
      outcome,
      move.kind === 'expiry' ? expire(rules, outcome.state, move) : goOn(rules, outcome.state, move),
    );
  }
}

/** The time of a clock is over: it stops, and the machine gets its event. */
function expire(rules: AnyRules, state: CaseState, { deadline: due, at }: ClockMove): Outcome {
  const event = rules.deadlines[due.key]?.onExpiry;
  assert(event, `deadline ${due.key} has an event`);
  const deadlines = state.deadlines.map((deadline) =>
    deadline === due ? { ...deadline, endedAt: at, endedBecause: 'expired' } : deadline,
  );
  const commandId = `clock:${due.key}:${due.round}:${at}`;
  return applyAutomatic(rules, { ...state, deadlines }, { event, at, commandId });
}

/** The pause that a person gave is over: the clock goes on by itself. */
function goOn(rules: AnyRules, state: CaseState, { deadline, at }: ClockMove): Outcome {
  const step = returnByItself(rules, state, deadline, at);
  return settleCommon(state, {
    ...step,
    actor: null,
    at,
    commandId: `clock:${deadline.key}:${deadline.round}:return:${at}`,
  });
}

/**
 * Decides a command at an instant. The clock is compared first: whether a window is still open depends on the instant
 * of the act, never on whether a timer has fired. The outcome therefore begins with what the clock brought until then.
 */
export function decide(rules: AnyRules, state: CaseState, input: CommandInput): Decision {
  const advanced = advance(rules, state, input.at);
  const now = advanced.state;
  const { command, form, actor, at } = input;
  const stranger = strangerFault(now, input);
  if (stranger) return { refused: stranger };
  if (isCommonCommand(command) && rules.permissions[command] !== undefined) {
    const decided = decideCommon(rules, now, { ...input, command });
    if ('refused' in decided) return decided;
    const { as, refusedAfter, ...step } = decided;
    const acting = input.relayed ? null : { id: actor.id, name: actor.name, as };
    const outcome = settleCommon(now, { ...step, actor: acting, at, commandId: input.commandId });
    return { ...join(advanced, outcome), ...(refusedAfter ? { refusedAfter } : {}) };
  }
  const as = permissionFor(rules, input, now.org.id, now.data);
  if ('refused' in as) return as;
  if (rules.states[now.state]?.kind === 'final') return { refused: problem('case.closed') };
  if (!accepts(rules, now.state, command)) return { refused: problem('command.notNow', { command }) };
  const facts = factsOf(now, at, input.registers);
  const broken = brokenCondition(rules, command, { data: now.data, form, actor, facts });
  if (broken) return { refused: broken };
  const person: Person = { id: actor.id, name: actor.name };
  const before = rules.machine.resolveState({ value: now.state, context: now.data });
  const event = { type: command, form, actor: person, facts };
  if (!before.can(event)) return { refused: problem('command.notNow', { command }) };
  const [snapshot, actions] = transition(rules.machine, before, event);
  const acting: ActingAs | null = input.relayed ? null : { ...person, as: as.as };
  const step = { type: command, actor: acting, at, form, commandId: input.commandId };
  return join(advanced, settle(rules, now, now.state, snapshot, actions, step));
}

/** Whether the case that relays a command has nothing to say here. */
function strangerFault({ org, drill }: CaseState, { from, fromOrg }: CommandInput): Problem | undefined {
  const sender = from?.org ?? fromOrg;
  if (sender !== undefined && !isInLine(org.id, sender)) return problem('relay.elsewhere', { org: sender });
  if (from === undefined || from.drill === drill) return undefined;
  return problem(drill ? 'relay.intoDrill' : 'relay.fromDrill');
}

function permissionFor(rules: AnyRules, input: CommandInput, org: OrgId, data: CaseState['data'] | null) {
  const { command, actor, relayed } = input;
  if (!relayed) return permissionOf({ rules, command, actor, org, data });
  return isForSystem(rules, command) ? { as: 'system' } : { refused: problem('command.unknown', { command }) };
}

/** Feeds an automatic event (of the clock, or the reply of another case) to the machine. An event out of place changes nothing. */
export function applyAutomatic(
  rules: AnyRules,
  state: CaseState,
  input: { event: string; at: Instant; commandId: string; reply?: unknown },
): Outcome {
  const before = rules.machine.resolveState({ value: state.state, context: state.data });
  const event = { type: input.event, facts: factsOf(state, input.at), reply: input.reply };
  if (!before.can(event)) return { state, entries: [], notices: [] };
  const [snapshot, actions] = transition(rules.machine, before, event);
  const step = { type: input.event, actor: null, at: input.at, form: {}, commandId: input.commandId };
  return settle(rules, state, state.state, snapshot, actions, step);
}

/**
 * True if the machine has a transition for the event in that state, whatever its guards say, or if a common command can
 * be meant for a clock of that state.
 */
export function accepts(rules: AnyRules, state: string, event: string): boolean {
  if (isCommonCommand(event)) return isCommonIn(rules, state, event);
  return rules.machine.root.states[state]?.ownEvents.includes(event) ?? false;
}

/** Fingerprint of what the case is after an entry; compared at replay. */
export function stateHashOf(state: CaseState): string {
  const { seq, state: name, data, deadlines, links } = state;
  return hashOf({ seq, state: name, data, deadlines, links });
}

function factsOf(state: CaseState, at: Instant, registers: readonly RegisterLine[] = []): Facts {
  const { id: caseId, org, settings, calendars } = state;
  return { at, caseId, org, settings, calendars, registers };
}

interface Step {
  type: string;
  actor: ActingAs | null;
  at: Instant;
  form: object;
  commandId: string;
}

/** The only place where a case changes: state, clocks, entry and effects of one step of the machine. */
function settle(
  rules: AnyRules,
  state: CaseState,
  from: string | null,
  snapshot: { value: unknown; context: CaseState['data'] },
  actions: readonly { type: string; params?: unknown }[],
  step: Step,
): Outcome {
  const to = snapshot.value;
  assert(typeof to === 'string' && rules.states[to], `${rules.id} is a flat machine and knows the state ${String(to)}`);
  const seq = state.seq + 1;
  const moved = { ...state, data: snapshot.context };
  const next: CaseState = {
    ...moved,
    seq,
    state: to,
    changedAt: step.at,
    deadlines: moveDeadlines({ rules, state: moved, from, to, at: step.at, by: personOf(step.actor) }),
    relays: [...state.relays, ...relaysOf(actions, seq)],
  };
  const entry: Entry = { seq, round: next.data.round, from, to, ...step, stateHash: stateHashOf(next) };
  return { state: next, entries: [entry], notices: noticesOf(actions) };
}

/** The same for a step that the machine does not know: only clocks and links change. */
function settleCommon(state: CaseState, step: Omit<CommonStep, 'as' | 'refusedAfter'> & Omit<Step, 'form'>): Outcome {
  const { deadlines, links, notices, ...told } = step;
  const seq = state.seq + 1;
  const next: CaseState = { ...state, seq, changedAt: step.at, deadlines, links };
  const place = { seq, round: next.data.round, from: state.state, to: state.state };
  return { state: next, entries: [{ ...place, ...told, stateHash: stateHashOf(next) }], notices };
}

function personOf(actor: ActingAs | null): Person | null {
  return actor && { id: actor.id, name: actor.name };
}

function relaysOf(actions: readonly { type: string; params?: unknown }[], seq: number): PendingRelay[] {
  return actions
    .flatMap(({ type, params }) => {
      if (type === 'relay') return [params as Effects['relay']];
      return type === 'relayEach' ? (params as Effects['relayEach']).relays : [];
    })
    .map((relay, index) => ({ id: `${seq}.${index}`, relay }));
}

function noticesOf(actions: readonly { type: string; params?: unknown }[]): Notice[] {
  return actions
    .filter((action) => action.type === 'notify')
    .flatMap((action) => {
      const { to, notice, values } = action.params as Effects['notify'];
      return [...new Set(to)].map((person) => ({ to: person, notice, values: values ?? {} }));
    });
}

/** Two outcomes, one after the other. */
export function join(first: Outcome, second: Outcome): Outcome {
  return {
    state: second.state,
    entries: [...first.entries, ...second.entries],
    notices: [...first.notices, ...second.notices],
  };
}
