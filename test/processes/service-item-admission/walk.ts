import type { Actor } from '../../../processes/kernel/actor.ts';
import type { Opening } from '../../../processes/kernel/case.ts';
import { HOUR_MS, type Instant } from '../../../processes/kernel/clock.ts';
import { advance, applyAutomatic, type Decision, decide, open } from '../../../processes/kernel/decide.ts';
import type { Problem } from '../../../processes/kernel/problem.ts';
import type { RegisterLine } from '../../../processes/kernel/register.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import type { AdmissionData, DispatchRecord } from '../../../processes/service-item-admission/data.ts';
import { type Forms, forms } from '../../../processes/service-item-admission/forms.ts';
import { rules } from '../../../processes/service-item-admission/rules.ts';
import { settings } from '../../../processes/service-item-admission/settings.ts';
import { accepted, beijing, follow, personsOf, refused, type Walk } from '../support/walk.ts';
import { communities, sampleForms, twoQuarters } from './sample-forms.ts';

export { beijing, deadline, type Walk } from '../support/walk.ts';

export const ORG = 'chaoyang';

/** Somebody who holds an office at the organisation of its level, unless another is named. */
export const person = personsOf(communities[0]);

export const cast = {
  department: person('department', 'departmentOfficer'),
  relief: person('relief', 'reliefOfficer'),
  finance: person('finance', 'districtFinance'),
  district: person('district', 'districtOfficer'),
  worker: person('worker-0', 'communityWorker'),
  director1: person('director-1', 'residentsCommitteeDirector', communities[1]),
  worker2: person('worker-2', 'communityWorker', communities[2]),
} as const;

type Step = {
  [C in keyof Forms]: { command: C; by: Actor; form?: Forms[C]; at?: Instant; registers?: readonly RegisterLine[] };
}[keyof Forms];

export function openingOf(changes: Partial<Opening> = {}): Opening {
  return {
    id: 'admission-1',
    org: { id: ORG, kind: 'oldEstate' },
    drill: false,
    settings: Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.value])),
    calendars,
    ...changes,
  };
}

export interface Beginning {
  by?: Actor;
  form?: Partial<Forms['item.apply']>;
  at?: Instant;
  opening?: Partial<Opening>;
  registers?: readonly RegisterLine[];
}

export function tryBegin(input: Beginning = {}): Decision {
  const at = input.at ?? beijing('2026-09-14');
  return open(rules, openingOf(input.opening), {
    command: 'item.apply',
    form: forms['item.apply'].parse({ ...sampleForms['item.apply'](at), ...input.form }),
    actor: input.by ?? cast.department,
    at,
    commandId: 'c-0',
    registers: input.registers ?? [],
  });
}

export function begin(input: Beginning = {}): Walk {
  const { state, entries, notices } = accepted(tryBegin(input));
  return { state, at: state.openedAt, entries, notices };
}

export function refusedOpening(input: Beginning): Problem {
  const decision = tryBegin(input);
  if (!('refused' in decision)) throw new Error('the application was accepted');
  return decision.refused;
}

/** Gives one command an hour after the last, or when told; throws if it is refused. */
export function act(walk: Walk, step: Step): Walk {
  const { decision, at } = tryAct(walk, step);
  return follow(walk, accepted(decision), at);
}

export function acts(walk: Walk, steps: readonly Step[]): Walk {
  return steps.reduce(act, walk);
}

/** The problem with which a command is refused; throws if it is accepted. */
export function refusal(walk: Walk, step: Step): Problem {
  return refused(tryAct(walk, step).decision, step.command);
}

export function wait(walk: Walk, until: Instant): Walk {
  return follow(walk, advance(rules, walk.state, until), until);
}

/** Feeds the answer of a task. */
export function answer(walk: Walk, event: string, reply?: unknown): Walk {
  const at = walk.at + HOUR_MS;
  return follow(walk, applyAutomatic(rules, walk.state, { event, at, commandId: `r-${walk.state.seq}`, reply }), at);
}

/** A command that the case of a task sends. */
export function relayed<C extends 'dispatch.check' | 'dispatch.end'>(
  walk: Walk,
  command: C,
  input: { form?: Partial<Forms[C]>; at?: Instant; fromOrg?: string } = {},
): Walk {
  const at = input.at ?? walk.at + HOUR_MS;
  const outcome = accepted(
    decide(rules, walk.state, {
      command,
      form: forms[command].parse({ ...sampleForms[command](at), ...input.form }),
      actor: person('system'),
      at,
      commandId: `x-${walk.state.seq}`,
      relayed: true,
      fromOrg: input.fromOrg ?? communities[0],
    }),
  );
  return follow(walk, outcome, at);
}

export function dispatchOf(walk: Walk, id = 'dispatch-1'): DispatchRecord {
  const found = dataOf(walk).dispatches[id];
  if (!found) throw new Error(`no dispatch ${id}`);
  return found;
}

/** The gates that are closed for a task, with their reasons. */
export function closedFor(walk: Walk, id?: string): string[] {
  return dispatchOf(walk, id).gates.flatMap(({ gate, open: isOpen, reason }) => (isOpen ? [] : [`${gate}: ${reason}`]));
}

/** What the last entry tells other cases. */
export function told(walk: Walk): { caseId: string; command: string; form: object }[] {
  return walk.state.relays
    .filter(({ id }) => id.startsWith(`${walk.state.seq}.`))
    .map(({ relay: { caseId, command, form } }) => ({ caseId, command, form }));
}

export function dataOf(walk: Walk): AdmissionData {
  return walk.state.data as unknown as AdmissionData;
}

/** Three communities have answered. */
export function heard(walk: Walk): Walk {
  const opinion = { verdict: 'agree' as const, opinion: '同意协助。' };
  return acts(walk, [
    { command: 'opinion.give', by: cast.worker, form: { ...opinion, community: communities[0] } },
    { command: 'opinion.give', by: cast.director1, form: { ...opinion, community: communities[1] } },
    { command: 'opinion.give', by: cast.worker2, form: { ...opinion, community: communities[2] } },
  ]);
}

/** Before the joint meeting, with the plan that finance has set. */
export function beforeMeeting(walk: Walk, plan: Forms['money.assess']['plan'] = twoQuarters): Walk {
  const consulting = acts(walk, [
    { command: 'form.check', by: cast.relief },
    { command: 'basis.check', by: cast.relief },
  ]);
  return acts(heard(consulting), [
    { command: 'consultation.close', by: cast.relief },
    { command: 'money.assess', by: cast.finance, form: { needed: true, plan, opinion: '按期核定。' } },
  ]);
}

/** Agreed between department and district, and without money. */
export function agreed(walk: Walk = begin()): Walk {
  return acts(beforeMeeting(walk), [
    { command: 'meeting.decide', by: cast.district },
    { command: 'list.publish', by: cast.district },
    { command: 'agreement.draft', by: cast.department },
    { command: 'agreement.sign', by: cast.relief },
  ]);
}

/** In effect on trial, with the money of the first quarter. */
export function onTrial(walk?: Walk): Walk {
  return act(agreed(walk), { command: 'funds.confirm', by: cast.finance });
}

/** An item of an older list, that needs no money. */
export function existing(form: Partial<Forms['item.apply']> = {}): Walk {
  return begin({
    by: cast.district,
    form: {
      origin: 'existingList',
      startOn: '2018-07-25',
      money: { needed: false, reason: '原清单事项,不另需经费。' },
      ...form,
    },
  });
}

export const emergencyForm: Partial<Forms['item.apply']> = {
  origin: 'emergency',
  kind: 'emergency',
  startOn: '2026-09-14',
  validUntil: '2026-10-05',
  money: { needed: true, plan: [{ from: '2026-09-14', until: '2026-10-05', amountYuan: 8000 }] },
};

/** In effect for a short time, and paid. */
export function temporary(): Walk {
  return acts(begin({ form: emergencyForm }), [
    { command: 'emergency.decide', by: cast.district },
    { command: 'funds.confirm', by: cast.finance, form: { amountYuan: 8000, voucherNumber: 'V-1' } },
  ]);
}

function tryAct(walk: Walk, step: Step): { decision: Decision; at: Instant } {
  const at = step.at ?? walk.at + HOUR_MS;
  // Every form of a test passes the same schema as one that comes over HTTP.
  const form = forms[step.command].parse(step.form ?? sampleForms[step.command](at));
  const { command, by: actor, registers = [] } = step;
  return {
    decision: decide(rules, walk.state, { command, form, actor, at, commandId: `c-${walk.state.seq}`, registers }),
    at,
  };
}
