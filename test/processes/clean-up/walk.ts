import type { CleanUpData } from '../../../processes/clean-up/data.ts';
import { type Forms, forms } from '../../../processes/clean-up/forms.ts';
import { rules } from '../../../processes/clean-up/rules.ts';
import { settings } from '../../../processes/clean-up/settings.ts';
import type { Actor } from '../../../processes/kernel/actor.ts';
import type { Opening } from '../../../processes/kernel/case.ts';
import { HOUR_MS, type Instant } from '../../../processes/kernel/clock.ts';
import { advance, type Decision, decide, open } from '../../../processes/kernel/decide.ts';
import type { Problem } from '../../../processes/kernel/problem.ts';
import type { RegisterEntry } from '../../../processes/kernel/register.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { accepted, beijing, follow, personsOf, refused, type Walk } from '../support/walk.ts';
import { asProposed, objects, sampleForms } from './sample-forms.ts';

export { beijing, deadline, type Walk } from '../support/walk.ts';

export const ORG = 'chaoyang.anzhen.anzhenxili';

/** Somebody who holds an office at the organisation of its level, unless another is named. */
export const person = personsOf(ORG);

export const cast = {
  resident: person('resident', 'resident'),
  worker: person('worker', 'communityWorker'),
  director: person('director', 'residentsCommitteeDirector'),
  inspector: person('inspector', 'residentsSupervisor'),
  supervisor: person('supervisor', 'supervisor'),
  officer: person('officer', 'subdistrictOfficer'),
  relief: person('relief', 'reliefOfficer'),
  relief2: person('relief-2', 'reliefOfficer'),
  district: person('district', 'districtOfficer'),
} as const;

type Step = {
  [C in keyof Forms]: {
    command: C;
    by: Actor;
    form?: Partial<Forms[C]>;
    at?: Instant;
  };
}[keyof Forms];

export interface Beginning {
  by?: Actor;
  form?: Partial<Forms['census.open']>;
  at?: Instant;
  id?: string;
}

export function openingOf(id = 'census-1'): Opening {
  return {
    id,
    org: { id: ORG, kind: 'oldEstate' },
    drill: false,
    settings: Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.value])),
    calendars,
  };
}

export function tryBegin(input: Beginning = {}): Decision {
  const at = input.at ?? beijing('2026-11-23');
  const form = forms['census.open'].parse({ ...sampleForms['census.open'](at), ...input.form });
  const actor = input.by ?? cast.worker;
  return open(rules, openingOf(input.id), { command: 'census.open', form, actor, at, commandId: 'c-0' });
}

/** Opens a census; throws if it is refused. */
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

export function dataOf(walk: Walk): CleanUpData {
  return walk.state.data as unknown as CleanUpData;
}

/** Everything that the census has put on a register so far. */
export function entriesOf(walk: Walk, register: string): readonly RegisterEntry[] {
  const entries = rules.registers?.(dataOf(walk), { caseId: walk.state.id, org: ORG }) ?? [];
  return entries.filter((entry) => entry.register === register);
}

/** The five kinds, each with one that has no standing, and one register that has; closed. */
export function census(at?: Instant): Walk {
  return act(
    acts(
      begin(at === undefined ? {} : { at }),
      objects.map((form) => ({ command: 'object.register', by: cast.worker, form }) as const),
    ),
    { command: 'census.close', by: cast.worker },
  );
}

/** Judged as proposed, and published. */
export function published(at?: Instant): Walk {
  return acts(census(at), [
    { command: 'object.judge', by: cast.relief, form: { judgements: asProposed } },
    { command: 'result.publish', by: cast.district },
  ]);
}

function tryAct(walk: Walk, step: Step): { decision: Decision; at: Instant } {
  const at = step.at ?? walk.at + HOUR_MS;
  // Every form of a test passes the same schema as one that comes over HTTP.
  const form = forms[step.command].parse({ ...sampleForms[step.command](at), ...step.form });
  const commandId = `c-${walk.state.seq}`;
  const { command, by: actor } = step;
  return { decision: decide(rules, walk.state, { command, form, actor, at, commandId }), at };
}
