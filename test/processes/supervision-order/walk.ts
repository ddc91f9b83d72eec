import type { Actor } from '../../../processes/kernel/actor.ts';
import type { Opening } from '../../../processes/kernel/case.ts';
import { HOUR_MS, type Instant } from '../../../processes/kernel/clock.ts';
import { advance, applyAutomatic, type Decision, decide, open } from '../../../processes/kernel/decide.ts';
import type { Problem } from '../../../processes/kernel/problem.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import type { OrderData } from '../../../processes/supervision-order/data.ts';
import { type Forms, forms } from '../../../processes/supervision-order/forms.ts';
import { rules } from '../../../processes/supervision-order/rules.ts';
import { settings } from '../../../processes/supervision-order/settings.ts';
import { accepted, beijing, follow, personsOf, refused, type Walk } from '../support/walk.ts';
import { sampleForms } from './sample-forms.ts';

export { beijing, deadline, type Walk } from '../support/walk.ts';

export const ORG = 'chaoyang.anzhen.anzhenxili';

/** Somebody who holds an office at the organisation of its level, unless another is named. */
export const person = personsOf(ORG);

export const cast = {
  worker: person('worker', 'communityWorker'),
  deputy: person('deputy', 'communityWorker'),
  director: person('director', 'residentsCommitteeDirector'),
  officer: person('officer', 'subdistrictOfficer'),
  leader: person('leader', 'subdistrictLeader'),
  supervisor: person('supervisor', 'supervisor'),
  supervisor2: person('supervisor-2', 'supervisor'),
  district: person('district', 'districtOfficer'),
  resident: person('resident', 'resident'),
} as const;

type Act = { [C in keyof Forms]: { command: C; by: Actor; form?: Forms[C]; at?: Instant } }[keyof Forms];

export function openingOf(changes: Partial<Opening> = {}): Opening {
  return {
    id: 'order-1',
    org: { id: ORG, kind: 'oldEstate' },
    drill: false,
    settings: Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.value])),
    calendars,
    ...changes,
  };
}

export interface Beginning {
  /** Left out: the system issues the order. */
  by?: Actor;
  form?: Partial<Forms['order.issue']>;
  at?: Instant;
  opening?: Partial<Opening>;
}

export function tryBegin(input: Beginning = {}): Decision {
  const at = input.at ?? beijing('2026-10-15');
  const form = forms['order.issue'].parse({ ...sampleForms['order.issue'](at), ...input.form });
  const system = { id: 'system', name: 'system', holdings: [] };
  return open(rules, openingOf(input.opening), {
    command: 'order.issue',
    form,
    actor: input.by ?? system,
    at,
    commandId: 'c-0',
    ...(input.by ? {} : { relayed: true }),
  });
}

/** Issues an order; throws if it is refused. */
export function begin(input: Beginning = {}): Walk {
  const { state, entries, notices } = accepted(tryBegin(input));
  return { state, at: state.openedAt, entries, notices };
}

/** Gives one command an hour after the last, or when told; throws if it is refused. */
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

/** Feeds the answer of the case that the order is about. */
export function answer(walk: Walk, event: string, reply?: unknown): Walk {
  const at = walk.at + HOUR_MS;
  return follow(walk, applyAutomatic(rules, walk.state, { event, at, commandId: `r-${walk.state.seq}`, reply }), at);
}

export function dataOf(walk: Walk): OrderData {
  return walk.state.data as unknown as OrderData;
}

/** Signed for and answered by the community worker. */
export function replied(walk: Walk, form?: Forms['order.reply']): Walk {
  return acts(walk, [
    { command: 'order.sign', by: cast.worker },
    { command: 'order.reply', by: cast.worker, ...(form ? { form } : {}) },
  ]);
}

/** Verified by a supervisor and concluded by the leader. */
export function closed(walk: Walk): Walk {
  return acts(replied(walk), [
    { command: 'reply.verify', by: cast.supervisor },
    { command: 'order.close', by: cast.leader },
  ]);
}

/** A command that every process has; throws if it is refused outright. */
export function common(walk: Walk, command: string, by: Actor, form: object): Walk & { refusedAfter?: string } {
  const at = walk.at + HOUR_MS;
  const outcome = accepted(tryCommon(walk, command, by, form));
  const { refusedAfter } = outcome;
  return { ...follow(walk, outcome, at), ...(refusedAfter ? { refusedAfter: refusedAfter.code } : {}) };
}

export function commonRefusal(walk: Walk, command: string, by: Actor, form: object): string {
  const decision = tryCommon(walk, command, by, form);
  if (!('refused' in decision)) throw new Error(`${command} was accepted`);
  return decision.refused.code;
}

function tryCommon(walk: Walk, command: string, actor: Actor, form: object): Decision {
  const commandId = `c-${walk.state.seq}`;
  return decide(rules, walk.state, { command, form, actor, at: walk.at + HOUR_MS, commandId });
}

function tryAct(walk: Walk, step: Act): { decision: Decision; at: Instant } {
  const at = step.at ?? walk.at + HOUR_MS;
  // Every form of a test passes the same schema as one that comes over HTTP.
  const form = forms[step.command].parse(step.form ?? sampleForms[step.command](at));
  const decision = decide(rules, walk.state, {
    command: step.command,
    form,
    actor: step.by,
    at,
    commandId: `c-${walk.state.seq}`,
  });
  return { decision, at };
}
