import type { Actor } from '../../../processes/kernel/actor.ts';
import type { Opening } from '../../../processes/kernel/case.ts';
import { HOUR_MS, type Instant } from '../../../processes/kernel/clock.ts';
import { advance, type Decision, decide, open } from '../../../processes/kernel/decide.ts';
import type { Problem } from '../../../processes/kernel/problem.ts';
import type { RegisterLine } from '../../../processes/kernel/register.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import type { SealData } from '../../../processes/seal/data.ts';
import { type Forms, forms } from '../../../processes/seal/forms.ts';
import { rules } from '../../../processes/seal/rules.ts';
import { settings } from '../../../processes/seal/settings.ts';
import { accepted, beijing, follow, personsOf, refused, type Walk } from '../support/walk.ts';
import { sampleForms } from './sample-forms.ts';

export { beijing, deadline, type Walk } from '../support/walk.ts';

export const ORG = 'chaoyang.anzhen.anzhenxili';

/** Somebody who holds an office at the organisation of its level, unless another is named. */
export const person = personsOf(ORG);

export const cast = {
  resident: person('resident', 'resident'),
  worker: person('worker', 'communityWorker'),
  clerk: person('clerk', 'communityWorker'),
  director: person('director', 'residentsCommitteeDirector'),
  secretary: person('secretary', 'partySecretary'),
  keeper: person('keeper', 'sealKeeper'),
  newKeeper: person('new-keeper', 'sealKeeper'),
  inspector: person('inspector', 'residentsSupervisor'),
  officer: person('officer', 'subdistrictOfficer'),
} as const;

type Step = {
  [C in keyof Forms]: {
    command: C;
    by: Actor;
    form?: Partial<Forms[C]>;
    at?: Instant;
    registers?: readonly RegisterLine[];
  };
}[keyof Forms];

export interface Beginning {
  by?: Actor;
  form?: Partial<Forms['seal.apply']>;
  at?: Instant;
  id?: string;
}

export function openingOf(id = 'seal-1'): Opening {
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
  const form = forms['seal.apply'].parse({ ...sampleForms['seal.apply'](at), ...input.form });
  const actor = input.by ?? cast.resident;
  return open(rules, openingOf(input.id), { command: 'seal.apply', form, actor, at, commandId: 'c-0' });
}

/** Brings a matter of the seal; throws if it is refused. */
export function begin(input: Beginning = {}): Walk {
  const { state, entries, notices } = accepted(tryBegin(input));
  return { state, at: state.openedAt, entries, notices };
}

export function beginRefusal(input: Beginning): Problem {
  const decision = tryBegin(input);
  if (!('refused' in decision)) throw new Error('it was accepted');
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

/** Lets time pass up to an instant. */
export function wait(walk: Walk, until: Instant): Walk {
  return follow(walk, advance(rules, walk.state, until), until);
}

export function dataOf(walk: Walk): SealData {
  return walk.state.data as unknown as SealData;
}

/** The register as it stands after these cases. */
export function linesAfter(walks: readonly Walk[], register: string): RegisterLine[] {
  return walks.flatMap((walk) =>
    (rules.registers?.(dataOf(walk), { caseId: walk.state.id, org: ORG }) ?? []).flatMap((entry) =>
      entry.register === register && entry.value !== null
        ? [{ ...entry, value: entry.value, org: ORG, caseId: walk.state.id }]
        : [],
    ),
  );
}

/** Verified by a community worker and approved by the director. */
export function approved(walk: Walk): Walk {
  return acts(walk, [
    { command: 'application.verify', by: cast.worker },
    { command: 'use.approve', by: cast.director },
  ]);
}

function tryAct(walk: Walk, step: Step): { decision: Decision; at: Instant } {
  const at = step.at ?? walk.at + HOUR_MS;
  // Every form of a test passes the same schema as one that comes over HTTP.
  const form = forms[step.command].parse({ ...sampleForms[step.command](at), ...step.form });
  const commandId = `c-${walk.state.seq}`;
  const { command, by: actor, registers = [] } = step;
  return { decision: decide(rules, walk.state, { command, form, actor, at, commandId, registers }), at };
}
