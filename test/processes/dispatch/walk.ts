import type { DispatchData } from '../../../processes/dispatch/data.ts';
import { type Forms, forms } from '../../../processes/dispatch/forms.ts';
import type { Gate } from '../../../processes/dispatch/gates.ts';
import { rules } from '../../../processes/dispatch/rules.ts';
import { settings } from '../../../processes/dispatch/settings.ts';
import type { Actor } from '../../../processes/kernel/actor.ts';
import type { Opening } from '../../../processes/kernel/case.ts';
import { HOUR_MS, type Instant } from '../../../processes/kernel/clock.ts';
import {
  advance,
  applyAutomatic,
  type CommandInput,
  type Decision,
  decide,
  open,
} from '../../../processes/kernel/decide.ts';
import type { Effects } from '../../../processes/kernel/define-rules.ts';
import type { Problem } from '../../../processes/kernel/problem.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { gateNames } from '../../../processes/law/gates.ts';
import { accepted, beijing, type Walk as CaseWalk, follow, personsOf, refused } from '../support/walk.ts';
import { type Kept, lookedUp, theList } from './register-book.ts';
import { sampleForms } from './sample-forms.ts';

export { beijing, deadline } from '../support/walk.ts';

export const ORG = 'chaoyang.anzhen.anzhenxili';
export const ID = 'dispatch-1';

/** Somebody who holds an office at the organisation of its level, unless another is named. */
export const person = personsOf(ORG);

export const cast = {
  department: person('department', 'departmentOfficer'),
  colleague: person('colleague', 'departmentOfficer'),
  stranger: person('stranger', 'departmentOfficer'),
  subdistrict: person('subdistrict', 'subdistrictOfficer'),
  district: person('district', 'districtOfficer'),
  relief: person('relief', 'reliefOfficer'),
  director: person('director', 'residentsCommitteeDirector'),
  secretary: person('secretary', 'partySecretary'),
  worker: person('worker', 'communityWorker'),
  resident: person('resident', 'resident'),
} as const;

export interface Walk extends CaseWalk {
  /** What stands in registers by other cases. */
  book: readonly Kept[];
}

type Act = { [C in keyof Forms]: { command: C; by?: Actor; form?: Forms[C]; at?: Instant } }[keyof Forms];

export function openingOf(changes: Partial<Opening> = {}): Opening {
  return {
    id: ID,
    org: { id: ORG, kind: 'oldEstate' },
    drill: false,
    settings: Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.value])),
    calendars,
    ...changes,
  };
}

export interface Beginning {
  by?: Actor;
  form?: Partial<Forms['task.issue']>;
  at?: Instant;
  opening?: Partial<Opening>;
  book?: readonly Kept[];
}

export function tryBegin(input: Beginning = {}): Decision {
  const at = input.at ?? beijing('2026-10-09');
  const form = forms['task.issue'].parse({ ...sampleForms['task.issue'](at), ...input.form });
  const opening = openingOf(input.opening);
  const queries = rules.lookups?.['task.issue']?.({ form, data: null, org: opening.org.id, at }) ?? [];
  return open(rules, opening, {
    command: 'task.issue',
    form,
    actor: input.by ?? cast.department,
    at,
    commandId: 'c-0',
    registers: lookedUp(input.book ?? theList, queries, { org: opening.org.id, at }),
  });
}

/** Issues a task; throws if it is refused. */
export function begin(input: Beginning = {}): Walk {
  const { state, entries, notices } = accepted(tryBegin(input));
  return { state, at: state.openedAt, entries, notices, book: input.book ?? theList };
}

/** Past all gates, waiting for the community. */
export function offered(input: Beginning = {}): Walk {
  return checked(begin(input));
}

export function taken(input: Beginning = {}): Walk {
  return act(offered(input), { command: 'task.accept', by: cast.director });
}

export function reported(input: Beginning = {}): Walk {
  return act(taken(input), { command: 'task.report', by: cast.worker });
}

/** The admission answers, with the gates as they are given and all others open. */
export function checked(walk: Walk, closed: readonly Partial<Gate>[] = []): Walk {
  return answer(walk, 'check.answered', admissionReply(closed));
}

/** What the admission's case looks like after `dispatch.check`, to the contract between both. */
export function admissionReply(closed: readonly Partial<Gate>[] = [], id = ID) {
  const gates = gateNames.map((gate) => {
    const shut = closed.find((one) => one.gate === gate);
    return { gate, open: true, reason: 'item.listed', values: {}, ...(shut ? { ...shut, open: false } : {}) };
  });
  const standing = closed.length === 0 ? 'running' : 'blocked';
  return { state: 'trial', data: { dispatches: { [id]: { number: 'n', org: ORG, standing, gates } } } };
}

/** Gives one command an hour after the last, or when told; without a person the admission sends it. */
export function act(walk: Walk, step: Act): Walk {
  const { decision, at } = tryAct(walk, step);
  return follow(walk, accepted(decision), at);
}

export function acts(walk: Walk, steps: readonly Act[]): Walk {
  return steps.reduce(act, walk);
}

/** The problem with which a command is refused; throws if it is accepted. */
export function refusal(walk: Walk, step: Act): Problem {
  return refused(tryAct(walk, step).decision, step.command);
}

/** Lets time pass up to an instant. */
export function wait(walk: Walk, until: Instant): Walk {
  return follow(walk, advance(rules, walk.state, until), until);
}

/** Feeds an answer of the admission; the relay that it answers is done with. */
export function answer(walk: Walk, event: string, reply?: unknown): Walk {
  const at = walk.at + HOUR_MS;
  const state = { ...walk.state, relays: walk.state.relays.slice(1) };
  return follow(walk, applyAutomatic(rules, state, { event, at, commandId: `r-${walk.state.seq}`, reply }), at);
}

export function dataOf(walk: Walk): DispatchData {
  return walk.state.data as unknown as DispatchData;
}

/** What waits to be sent to the admission. */
export function relays(walk: Walk): Effects['relay'][] {
  return walk.state.relays.map(({ relay }) => relay);
}

/** The lines that the task has put on registers so far. */
export function linesOn(walk: Walk) {
  return rules.registers?.(dataOf(walk), { caseId: walk.state.id, org: walk.state.org.id }) ?? [];
}

/** Hours of the task that stand on the register, month by month. */
export function burdenOf(walk: Walk): Record<string, unknown> {
  const last = new Map(linesOn(walk).map(({ key, value }) => [key.slice(0, 7), value?.['hours']]));
  return Object.fromEntries([...last].filter(([, amount]) => amount !== undefined));
}

/** The gates with their words, as staff see them. */
export function gatesShown(walk: Walk) {
  return rules.present(dataOf(walk), { kind: 'staff', id: 'x' })['gates'] as {
    gate: string;
    open: boolean;
    reason: string;
    text: { zh: string; en: string };
  }[];
}

/** A command that every process has; throws if it is refused outright. */
export function common(walk: Walk, command: string, by: Actor, form: object): Walk {
  const at = walk.at + HOUR_MS;
  const outcome = accepted(decide(rules, walk.state, { command, form, actor: by, at, commandId: 'common' }));
  return follow(walk, outcome, at);
}

const admission: Actor = { id: 'case:admission-1', name: 'admission-1', holdings: [] };

function tryAct(walk: Walk, step: Act): { decision: Decision; at: Instant } {
  const at = step.at ?? walk.at + HOUR_MS;
  const { command } = step;
  // Every form of a test passes the same schema as one that comes over HTTP.
  const form = forms[command].parse(step.form ?? sampleForms[command](at));
  const { org } = walk.state;
  const queries = rules.lookups?.[command]?.({ form: form as never, data: dataOf(walk), org: org.id, at }) ?? [];
  const input: CommandInput = {
    command,
    form,
    actor: step.by ?? admission,
    at,
    commandId: `c-${walk.state.seq}`,
    registers: lookedUp(walk.book, queries, { org: org.id, at }),
    ...(step.by ? {} : { relayed: true, fromOrg: 'chaoyang' }),
  };
  return { decision: decide(rules, walk.state, input), at };
}
