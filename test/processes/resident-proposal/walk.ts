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
import type { Problem } from '../../../processes/kernel/problem.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import type { ProposalData } from '../../../processes/resident-proposal/data.ts';
import { type Forms, forms } from '../../../processes/resident-proposal/forms.ts';
import { rules } from '../../../processes/resident-proposal/rules.ts';
import { settings } from '../../../processes/resident-proposal/settings.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import { accepted, beijing, deadline, follow, personsOf, refused, type Walk } from '../support/walk.ts';

export { beijing, deadline, type Walk } from '../support/walk.ts';

export const ORG = 'chaoyang.anzhen.anzhenxili';

export const person = personsOf(ORG);

export const cast = {
  lead: person('lead', 'resident'),
  resident: person('resident-0', 'resident'),
  buildingLeader: person('building-leader', 'buildingLeader'),
  worker: person('worker', 'communityWorker'),
  worker2: person('worker-2', 'communityWorker'),
  director: person('director', 'residentsCommitteeDirector'),
  secretary: person('secretary', 'partySecretary'),
  moderator: person('moderator', 'hallModerator'),
  delegate: person('delegate-1', 'deliberationDelegate'),
  residentsSupervisor: person('residents-supervisor', 'residentsSupervisor'),
  provider: person('provider', 'serviceProvider'),
  officer: person('officer', 'subdistrictOfficer', 'chaoyang.anzhen'),
  finance: person('finance', 'subdistrictFinance', 'chaoyang.anzhen'),
  subdistrictLeader: person('subdistrict-leader', 'subdistrictLeader', 'chaoyang.anzhen'),
  supervisor: person('supervisor', 'supervisor', 'chaoyang.anzhen'),
  district: person('district', 'districtOfficer', 'chaoyang'),
} as const;

type Act = { [C in keyof Forms]: { command: C; by: Actor; form?: Forms[C]; at?: Instant } }[keyof Forms];

/** Values of all settings, with the changes a test is about. */
export function settingValues(changes: Partial<Record<keyof typeof settings, number>> = {}): Record<string, number> {
  const defaults = Object.entries(settings).map(([name, setting]) => [name, setting.value]);
  return { ...Object.fromEntries(defaults), ...changes };
}

export function openingOf(changes: Partial<Opening> = {}): Opening {
  return {
    id: 'case-1',
    org: { id: ORG, kind: 'oldEstate' },
    drill: false,
    settings: settingValues(),
    calendars,
    ...changes,
  };
}

/** Opens a case; throws if it is refused. */
export function begin(
  input: { by?: Actor; form?: Forms['proposal.draft']; at?: Instant; opening?: Partial<Opening> } = {},
): Walk {
  const at = input.at ?? beijing('2026-03-02');
  const form = input.form ?? sampleForms['proposal.draft'](at);
  const command: CommandInput = {
    command: 'proposal.draft',
    form: checked('proposal.draft', form),
    actor: input.by ?? cast.lead,
    at,
    commandId: 'c-0',
  };
  const outcome = accepted(open(rules, openingOf(input.opening), command));
  return { state: outcome.state, at, entries: outcome.entries, notices: outcome.notices };
}

/** Gives one command an hour after the last, or when told; throws if it is refused. */
export function act(walk: Walk, step: Act): Walk {
  const { decision, at } = tryAct(walk, step);
  return follow(walk, accepted(decision), at);
}

/** The problem with which a command is refused; throws if it is accepted. */
export function refusal(walk: Walk, step: Act): Problem {
  return refused(tryAct(walk, step).decision, step.command);
}

export function acts(walk: Walk, steps: readonly Act[]): Walk {
  return steps.reduce(act, walk);
}

/** Lets time pass up to an instant. */
export function wait(walk: Walk, until: Instant): Walk {
  return follow(walk, advance(rules, walk.state, until), until);
}

/** Feeds the answer of another case. */
export function answer(walk: Walk, event: string, reply?: unknown): Walk {
  const at = walk.at + HOUR_MS;
  const outcome = applyAutomatic(rules, walk.state, { event, at, commandId: `r-${walk.state.seq}`, reply });
  return follow(walk, outcome, at);
}

/** A command relayed by another case. */
export function relayed<C extends keyof Forms>(walk: Walk, command: C, form: Forms[C]): Decision {
  return decide(rules, walk.state, {
    command,
    form: checked(command, form),
    actor: person('system'),
    at: walk.at + HOUR_MS,
    commandId: `x-${walk.state.seq}`,
    relayed: true,
  });
}

export function afterRelay<C extends keyof Forms>(walk: Walk, command: C, form: Forms[C]): Walk {
  return follow(walk, accepted(relayed(walk, command, form)), walk.at + HOUR_MS);
}

export function dataOf(walk: Walk): ProposalData {
  return walk.state.data as unknown as ProposalData;
}

/** A community's residents co-sign one after the other. */
export function cosigned(walk: Walk, count: number, from = 1): Walk {
  return Array.from({ length: count }, (_, index) => person(`resident-${from + index}`, 'resident')).reduce(
    (soFar, by) => act(soFar, { command: 'proposal.cosign', by }),
    walk,
  );
}

/** Published and, by its ten co-signers, awaiting acceptance. */
export function awaitingAcceptance(input: Parameters<typeof begin>[0] = {}): Walk {
  const by = input.by ?? cast.lead;
  return cosigned(act(begin(input), { command: 'proposal.publish', by }), 10);
}

export function docketed(input: Parameters<typeof begin>[0] = {}): Walk {
  return acts(awaitingAcceptance(input), [
    { command: 'proposal.accept', by: cast.worker },
    { command: 'proposal.docket', by: cast.director },
  ]);
}

/** The public notice has run out. */
export function noticed(walk: Walk, form?: Forms['plan.submit']): Walk {
  const planned = act(walk, { command: 'plan.submit', by: cast.worker, ...(form ? { form } : {}) });
  return wait(planned, deadline(planned, 'publicNotice').dueAt + HOUR_MS);
}

/** All the money has come. */
export function funded(walk: Walk): Walk {
  return acts(walk, [
    { command: 'funds.request', by: cast.worker },
    { command: 'funds.endorse', by: cast.director },
    { command: 'funds.review', by: cast.officer },
    { command: 'funds.confirm', by: cast.finance },
  ]);
}

export function decided(walk: Walk): Walk {
  return act(noticed(walk), { command: 'deliberation.record', by: cast.moderator });
}

/** From the beginning of the work until evaluation is open. */
export function published(walk: Walk): Walk {
  return acts(walk, [
    { command: 'milestone.report', by: cast.provider },
    { command: 'work.complete', by: cast.provider },
    { command: 'inspection.record', by: cast.moderator },
    { command: 'result.publish', by: cast.worker },
  ]);
}

/** Everybody named evaluates, then the window runs out. */
export function evaluatedBy(walk: Walk, given: { satisfied: number; dissatisfied: number }): Walk {
  const total = given.satisfied + given.dissatisfied;
  const evaluated = Array.from({ length: total }, (_, index) => index).reduce(
    (soFar, index) =>
      act(soFar, {
        command: 'evaluation.give',
        by: person(`resident-${100 + index}`, 'resident'),
        form:
          index < given.satisfied
            ? { grade: 'satisfied', named: false }
            : { grade: 'dissatisfied', named: true, comment: '顶棚装了,充电桩没通电' },
      }),
    walk,
  );
  return wait(evaluated, deadline(evaluated, 'evaluation').dueAt);
}

function tryAct(walk: Walk, step: Act): { decision: Decision; at: Instant } {
  const at = step.at ?? walk.at + HOUR_MS;
  const form = step.form ?? sampleForms[step.command](at);
  const decision = decide(rules, walk.state, {
    command: step.command,
    form: checked(step.command, form),
    actor: step.by,
    at,
    commandId: `c-${walk.state.seq}`,
  });
  return { decision, at };
}

/** Every form of a test passes the same schema as one that comes over HTTP. */
function checked(command: keyof Forms, form: object): object {
  return forms[command].parse(form);
}
