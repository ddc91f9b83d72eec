import type { Actor } from '../../../processes/kernel/actor.ts';
import type { Opening } from '../../../processes/kernel/case.ts';
import { HOUR_MS, type Instant } from '../../../processes/kernel/clock.ts';
import { advance, type Decision, decide, open } from '../../../processes/kernel/decide.ts';
import type { Problem } from '../../../processes/kernel/problem.ts';
import type { RegisterLine } from '../../../processes/kernel/register.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import type { RefusalData } from '../../../processes/refusal/data.ts';
import { type Forms, forms } from '../../../processes/refusal/forms.ts';
import { rules } from '../../../processes/refusal/rules.ts';
import { settings } from '../../../processes/refusal/settings.ts';
import { accepted, beijing, follow, personsOf, refused, type Walk } from '../support/walk.ts';
import { sampleForms } from './sample-forms.ts';

export { beijing, deadline, type Walk } from '../support/walk.ts';

/** 农光里社区, where the story of a task around the list plays. */
export const ORG = 'chaoyang.jinsong.nongguangli';

/** Somebody who holds an office at the organisation of its level, unless another is named. */
export const person = personsOf(ORG);

export const cast = {
  worker: { ...person('worker', 'communityWorker'), name: '陈静' },
  director: { ...person('director', 'residentsCommitteeDirector'), name: '马国强' },
  secretary: person('secretary', 'partySecretary'),
  relief: { ...person('relief', 'reliefOfficer'), name: '何敏' },
  relief2: person('relief-2', 'reliefOfficer'),
  officer: person('officer', 'subdistrictOfficer'),
  leader: person('leader', 'subdistrictLeader'),
  department: person('department', 'departmentOfficer'),
  district: person('district', 'districtOfficer'),
  resident: person('resident', 'resident'),
} as const;

export type Step = {
  [C in keyof Forms]: { command: C; by: Actor; form?: Partial<Forms[C]>; at?: Instant; list?: readonly RegisterLine[] };
}[keyof Forms];

export function openingOf(changes: Partial<Opening> = {}): Opening {
  return {
    id: 'refusal-1',
    org: { id: ORG, kind: 'oldEstate' },
    drill: false,
    settings: Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.value])),
    calendars,
    ...changes,
  };
}

/** An entry of the public list as the district keeps it. */
export function entry(code: string, name: string, change: Record<string, unknown> = {}): RegisterLine {
  const value = {
    code,
    name,
    department: '区民政局',
    category: 'assisting',
    effectiveFrom: '2026-01-01',
    validUntil: null,
    hoursPerMonth: 8,
    moneyNeeded: true,
    temporary: false,
    ...change,
  };
  const at = beijing('2026-01-01');
  return {
    register: 'serviceItemList',
    key: code,
    org: 'chaoyang',
    caseId: `admission-${code}`,
    at,
    day: '2026-01-01',
    value,
  };
}

/** What stands on the list in these tests unless they say otherwise. */
export const list: readonly RegisterLine[] = [
  entry('XZ-001', '独居老年人探访'),
  entry('XZ-002', '垃圾分类入户宣传', { moneyNeeded: false }),
];

export interface Beginning {
  by?: Actor;
  form?: Partial<Forms['task.refuse']>;
  at?: Instant;
  list?: readonly RegisterLine[];
  opening?: Partial<Opening>;
}

export function tryBegin(input: Beginning = {}): Decision {
  const at = input.at ?? beijing('2026-11-23T17:20');
  const form = forms['task.refuse'].parse({ ...sampleForms['task.refuse'](at), ...input.form });
  return open(rules, openingOf(input.opening), {
    command: 'task.refuse',
    form,
    actor: input.by ?? cast.worker,
    at,
    commandId: 'c-0',
    registers: input.list ?? list,
  });
}

/** Refuses a task; throws if that is refused itself. */
export function begin(input: Beginning = {}): Walk {
  const { state, entries, notices } = accepted(tryBegin(input));
  return { state, at: state.openedAt, entries, notices };
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

/** Lets time pass up to an instant. */
export function wait(walk: Walk, until: Instant): Walk {
  return follow(walk, advance(rules, walk.state, until), until);
}

export function dataOf(walk: Walk): RefusalData {
  return walk.state.data as unknown as RefusalData;
}

/** Accepted by the relief group, and the threat of S6 found to be true. */
export function checked(walk: Walk = begin()): Walk {
  const accepting = act(walk, { command: 'relief.accept', by: cast.relief });
  return dataOf(accepting).threats.length > 0
    ? act(accepting, { command: 'assessment.find', by: cast.relief })
    : accepting;
}

/** The unit was asked to put it right. */
export function asked(walk: Walk = begin()): Walk {
  return act(checked(walk), { command: 'correction.ask', by: cast.relief });
}

/** Dismissed by the relief group. */
export function dismissed(walk: Walk = begin()): Walk {
  const form = { verdict: 'dismissed' as const, reasons: '该表属独居老年人探访的组成部分。' };
  return act(checked(walk), { command: 'outcome.decide', by: cast.relief, form });
}

function tryAct(walk: Walk, step: Step): { decision: Decision; at: Instant } {
  const at = step.at ?? walk.at + HOUR_MS;
  // Every form of a test passes the same schema as one that comes over HTTP.
  const form = forms[step.command].parse({ ...sampleForms[step.command](at), ...step.form });
  const decision = decide(rules, walk.state, {
    command: step.command,
    form,
    actor: step.by,
    at,
    commandId: `c-${walk.state.seq}`,
    registers: step.list ?? list,
  });
  return { decision, at };
}
