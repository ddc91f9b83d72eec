/** Decides the commands that every process has. They never reach the machine: they change clocks and links only. */
import type { Actor } from '../actor.ts';
import type { CaseLink, CaseState, DeadlineState, Extension, Notice, Pause } from '../case.ts';
import { addDays, dateOf, daysBetween, type Instant, isDate, isoOf, startOfDay } from '../clock.ts';
import { type Change, endPause, extendDeadline, isOverdue, pauseDeadline } from '../deadline.ts';
import type { AnyRules, DeadlineRule, ExtensionRule, PauseRule, Person } from '../define-rules.ts';
import { checkLimit, type Limit } from '../limit.ts';
import { grantHeld } from '../permission.ts';
import { type Problem, type ProblemValues, problem } from '../problem.ts';
import { type CommonCommand, type DeadlineCommand, grantsFor } from './commands.ts';
import type { CommonForms } from './forms.ts';
import { obstacle, pendingExtension } from './offer.ts';

/** What a common step changes and what the ledger says of it. */
export interface CommonStep {
  /** Entry of the ledger: the command, or `extension.late`. */
  type: string;
  /** The form as given, with the old and the new last day. */
  form: object;
  as: string;
  deadlines: DeadlineState[];
  links: CaseLink[];
  notices: Notice[];
  refusedAfter?: Problem;
}

export interface CommonInput {
  command: CommonCommand;
  form: object;
  actor: Actor;
  at: Instant;
  relayed?: boolean;
}

type Rule = DeadlineRule<string, string>;
type Refused = { refused: Problem };

/** Decides a common command on a case whose clocks have been brought up to the instant. */
export function decideCommon(rules: AnyRules, state: CaseState, input: CommonInput): CommonStep | Refused {
  const { command, form } = input;
  if (command === 'case.link') return linkCase(rules, state, input, form as CommonForms['case.link']);
  if (input.relayed) return { refused: problem('command.unknown', { command }) };
  const { deadline: key } = form as { deadline: string };
  const rule: Rule | undefined = Object.hasOwn(rules.deadlines, key) ? rules.deadlines[key] : undefined;
  const grants = rule && grantsFor(rule, command);
  // The permission is asked for this very clock, so that nobody learns what stands in a case that is not his.
  const anyClock = Object.values<Rule>(rules.deadlines).flatMap((one) => grantsFor(one, command) ?? []);
  const as = grantHeld({
    rules,
    grants: grants ?? anyClock,
    actor: input.actor,
    org: state.org.id,
    data: state.data,
  });
  if (as === undefined) return { refused: problem('permission.denied', { command }) };
  if (rules.states[state.state]?.kind === 'final') return { refused: problem('case.closed') };
  if (!rule || !grants) return { refused: problem('deadline.without', { deadline: key, command }, '/deadline') };
  const deadline = state.deadlines.find((one) => one.key === key && one.endedAt === null);
  if (!deadline) return { refused: notRunning(state, key) };
  const { settings, drill } = state;
  const hindered = obstacle(command, deadline, { rule, settings, at: input.at, drill });
  const act: Act = { rules, state, rule, deadline, input, as };
  if (hindered?.code === 'extension.late') return recordLateRequest(act, hindered);
  if (hindered) return { refused: hindered };
  return deadlineCommands[command](act);
}

/** The pause that a person gave is over; no person stands behind the entry. */
export function returnByItself(
  rules: AnyRules,
  state: CaseState,
  deadline: DeadlineState,
  at: Instant,
): Omit<CommonStep, 'as' | 'refusedAfter'> {
  const rule: Rule | undefined = rules.deadlines[deadline.key];
  if (!rule) throw new Error(`Broken invariant: ${rules.id} knows the deadline ${deadline.key}`);
  const resumed = endPause(deadline, state.state, { rule, at, by: null, ...figures(state) });
  const form = { deadline: deadline.key, ...dues(deadline, resumed) };
  const told = { key: deadline.key, form, relations: rule.pause?.tell ?? [], notice: 'deadlineReturned' };
  return {
    type: 'deadline.return',
    form,
    deadlines: replace(state, deadline, resumed),
    links: state.links,
    notices: noticesFor({ rules, state }, told),
  };
}

interface Act {
  rules: AnyRules;
  state: CaseState;
  rule: Rule;
  deadline: DeadlineState;
  input: CommonInput;
  as: string;
}

const deadlineCommands: Record<DeadlineCommand, (act: Act) => CommonStep | Refused> = {
  'deadline.askExtension': askExtension,
  'deadline.decideExtension': decideExtension,
  'deadline.pause': pause,
  'deadline.resume': resume,
};

function askExtension(act: Act): CommonStep | Refused {
  const { state, rule, deadline, input } = act;
  const form = input.form as CommonForms['deadline.askExtension'];
  const extension = rule.extension;
  const fault = extension && lengthFault(extension, form.by as Limit, state);
  if (fault) return { refused: fault };
  const request = requestOf(act, form);
  const asked = { ...deadline, extensions: [...deadline.extensions, request] };
  return step(act, { after: asked, form: { ...form, ...dues(deadline, deadline) } });
}

/**
 * More time that is asked when there is none left is refused and stands in the record as overdue;
 * asking again leaves no second line.
 */
function recordLateRequest(act: Act, late: Problem): CommonStep | Refused {
  const { deadline } = act;
  if (deadline.askedLate) return { refused: late };
  const form = { ...act.input.form, ...dues(deadline, deadline) };
  return {
    ...step(act, { after: { ...deadline, askedLate: true }, form }),
    type: 'extension.late',
    refusedAfter: late,
  };
}

function decideExtension(act: Act): CommonStep | Refused {
  const { rules, state, rule, deadline, input } = act;
  const form = input.form as CommonForms['deadline.decideExtension'];
  const request = pendingExtension(deadline);
  if (!request) return { refused: problem('extension.nonePending', { deadline: deadline.key }) };
  if (request.askedBy.id === input.actor.id) {
    return { refused: problem('handsOff.extensionAsker', { command: input.command }) };
  }
  const granted = form.verdict === 'granted';
  if (granted && isOverdue(deadline, input.at, state.drill)) {
    return { refused: problem('extension.decidedLate', { deadline: deadline.key }, '/verdict') };
  }
  const decision = { verdict: form.verdict, reason: form.reason, by: personOf(input.actor), at: input.at };
  const extensions = deadline.extensions.map((one) => (one === request ? { ...one, decision } : one));
  const decided = { ...deadline, extensions };
  const after = granted ? extendDeadline(decided, request.by, { ...changeOf(act), reason: request.reason }) : decided;
  const recorded = { ...form, by: request.by, ...dues(deadline, after) };
  return {
    ...step(act, { after, form: recorded }),
    notices: noticesFor(
      { rules, state },
      {
        key: deadline.key,
        form: recorded,
        relations: rule.extension?.tell ?? [],
        persons: [request.askedBy.id],
        notice: granted ? 'extensionGranted' : 'extensionRefused',
        values: { reason: granted ? request.reason : form.reason },
      },
    ),
  };
}

function pause(act: Act): CommonStep | Refused {
  const { rules, state, rule, deadline, input } = act;
  const form = input.form as CommonForms['deadline.pause'];
  const fault = rule.pause && pauseFault(rule.pause, form, act);
  if (fault) return { refused: fault };
  const { until = null, reviewOn = null } = form;
  const given: Omit<Pause, 'endedAt'> = {
    since: input.at,
    because: form.reason,
    note: form.note,
    by: personOf(input.actor),
    until,
    reviewOn,
    returnsAt: returnInstant(until, reviewOn),
  };
  const after = pauseDeadline(deadline, given, state.calendars);
  const recorded = { ...form, fromDue: dueText(deadline), left: after.left };
  return {
    ...step(act, { after, form: recorded }),
    notices: noticesFor(
      { rules, state },
      {
        key: deadline.key,
        form: recorded,
        relations: rule.pause?.tell ?? [],
        notice: 'deadlinePaused',
        values: { reason: form.reason, until: until ?? reviewOn ?? '' },
      },
    ),
  };
}

function resume(act: Act): CommonStep | Refused {
  const { rules, state, rule, deadline, input } = act;
  const form = input.form as CommonForms['deadline.resume'];
  const after = endPause(deadline, state.state, changeOf(act));
  const recorded = { ...form, ...dues(deadline, after) };
  return {
    ...step(act, { after, form: recorded }),
    notices: noticesFor(
      { rules, state },
      { key: deadline.key, form: recorded, relations: rule.pause?.tell ?? [], notice: 'deadlineReturned' },
    ),
  };
}

/** Writes down that another case belongs to this one; only that other case may say so. */
function linkCase(
  rules: AnyRules,
  state: CaseState,
  input: CommonInput,
  form: CommonForms['case.link'],
): CommonStep | Refused {
  if (!input.relayed) return { refused: problem('permission.denied', { command: input.command }) };
  if (rules.states[state.state]?.kind === 'final') return { refused: problem('case.closed') };
  if (form.caseId === state.id) return { refused: problem('link.itself', {}, '/caseId') };
  const known = state.links.some((link) => link.caseId === form.caseId && link.relation === form.relation);
  if (known) return { refused: problem('link.already', { number: form.number }, '/caseId') };
  const { caseId, number, relation } = form;
  return {
    type: input.command,
    form,
    as: 'system',
    deadlines: state.deadlines,
    links: [...state.links, { caseId, number, relation, at: input.at }],
    notices: [],
  };
}

function notRunning(state: CaseState, key: string): Problem {
  const last = state.deadlines.findLast((deadline) => deadline.key === key);
  const code =
    last === undefined
      ? 'deadline.notStarted'
      : last.endedBecause === 'expired'
        ? 'deadline.expired'
        : 'deadline.finished';
  return problem(code, { deadline: key }, '/deadline');
}

function lengthFault(rule: ExtensionRule, by: Limit, state: CaseState): Problem | undefined {
  const code = checkLimit(by);
  if (code !== undefined) return problem('extension.length', { fault: code }, '/by');
  const [unit = '', max = 0] = Object.entries(rule.lengthMax(state.settings))[0] ?? [];
  const [askedUnit, asked = 0] = Object.entries(by)[0] ?? [];
  if (askedUnit !== unit) return problem('extension.unit', { unit }, '/by');
  return asked > max ? problem('extension.tooLong', { unit, max }, '/by') : undefined;
}

function pauseFault(rule: PauseRule, form: CommonForms['deadline.pause'], act: Act): Problem | undefined {
  const { settings } = act.state;
  if (!rule.reasons.includes(form.reason)) return problem('pause.reason', { reason: form.reason }, '/reason');
  const { until, reviewOn } = form;
  if (until === undefined && reviewOn === undefined) return problem('pause.endMissing', {}, '/until');
  const today = dateOf(act.input.at);
  const daysMax = rule.calendarDaysMax(settings);
  for (const [pointer, day] of [['/until', until] as const, ['/reviewOn', reviewOn] as const]) {
    if (day === undefined) continue;
    if (!isDate(day) || day <= today) return problem('pause.endPast', { day }, pointer);
    if (daysBetween(today, day) > daysMax) return problem('pause.tooLong', { daysMax }, pointer);
  }
  if (until !== undefined && reviewOn !== undefined && reviewOn >= until) {
    return problem('pause.reviewAfterEnd', { until }, '/reviewOn');
  }
  return undefined;
}

/**
 * Every pause has an end. On the day that was named the clock runs again (like every first day it is not counted); where
 * only a review was fixed, it runs again when that day has passed without a decision.
 */
function returnInstant(until: string | null, reviewOn: string | null): Instant | null {
  if (until !== null) return startOfDay(until);
  return reviewOn === null ? null : startOfDay(addDays(reviewOn, 1));
}

function requestOf({ input }: Act, form: CommonForms['deadline.askExtension']): Extension {
  return {
    by: form.by as Limit,
    reason: form.reason,
    askedBy: personOf(input.actor),
    askedAt: input.at,
    decision: null,
  };
}

function step({ state, deadline, input, as }: Act, change: { after: DeadlineState; form: object }): CommonStep {
  return {
    type: input.command,
    form: change.form,
    as,
    deadlines: replace(state, deadline, change.after),
    links: state.links,
    notices: [],
  };
}

function replace(state: CaseState, before: DeadlineState, after: DeadlineState): DeadlineState[] {
  return state.deadlines.map((deadline) => (deadline === before ? after : deadline));
}

function changeOf({ rule, input, state }: Act): Change {
  return { rule, at: input.at, by: personOf(input.actor), ...figures(state) };
}

function figures({ settings, calendars }: CaseState) {
  return { settings, calendars };
}

function personOf({ id, name }: Actor): Person {
  return { id, name };
}

/** Old and new last day of an entry, each as a date, or as an instant where hours are counted. */
function dues(before: DeadlineState, after: DeadlineState): { fromDue: string; toDue: string } {
  return { fromDue: dueText(before), toDue: dueText(after) };
}

function dueText({ dueDate, dueAt }: DeadlineState): string {
  return dueDate ?? isoOf(dueAt);
}

function noticesFor(
  { rules, state }: { rules: AnyRules; state: CaseState },
  told: {
    key: string;
    form: object;
    relations: readonly string[];
    persons?: readonly string[];
    notice: string;
    values?: ProblemValues;
  },
): Notice[] {
  const related = told.relations.flatMap((relation) => rules.relations[relation]?.(state.data) ?? []);
  const { fromDue, toDue } = told.form as { fromDue?: string; toDue?: string };
  const values: ProblemValues = {
    title: rules.titleOf(state.data),
    deadline: told.key,
    ...(fromDue === undefined ? {} : { fromDue }),
    ...(toDue === undefined ? {} : { toDue }),
    ...told.values,
  };
  return [...new Set([...related, ...(told.persons ?? [])])].map((to) => ({ to, notice: told.notice, values }));
}
