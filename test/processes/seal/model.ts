import { getShortestPaths } from 'xstate/graph';
import type { Actor } from '../../../processes/kernel/actor.ts';
import { brokenCondition } from '../../../processes/kernel/condition.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import type { Forms } from '../../../processes/seal/forms.ts';
import { machine } from '../../../processes/seal/machine.ts';
import type { Event, State } from '../../../processes/seal/names.ts';
import { rules } from '../../../processes/seal/rules.ts';
import { kinds, sampleForms } from './sample-forms.ts';
import { act, begin, beijing, cast, deadline, openingOf, type Walk, wait } from './walk.ts';

const at = beijing('2026-03-02');
const { org, settings } = openingOf();
const facts = { at, caseId: 'seal-1', org, settings, calendars: [calendar2026], registers: [] };

type Move = { [C in keyof Forms]: { command: C; by: Actor; form: Partial<Forms[C]> } }[keyof Forms];

/** Where a matter begins: each kind, and certificates that the lists keep, forbid and do not know. */
const openings: readonly { by: Actor; form: Partial<Forms['seal.apply']> }[] = [
  { by: cast.resident, form: {} },
  { by: cast.resident, form: { certificateType: 'other', typeName: '居住情况证明' } },
  { by: cast.resident, form: { certificateType: 'noCriminalRecord' } },
  { by: cast.clerk, form: kinds.document },
  { by: cast.keeper, form: kinds.loss },
  { by: cast.director, form: kinds.handOver },
];

/** What people do in the model: each command, with every variant that leads another way. */
const moves: readonly Move[] = [
  { command: 'type.judge', by: cast.worker, form: {} },
  { command: 'type.judge', by: cast.worker, form: { verdict: 'noBasis', basis: undefined } },
  { command: 'application.verify', by: cast.worker, form: {} },
  { command: 'application.verify', by: cast.worker, form: { matter: 'major' } },
  { command: 'application.verify', by: cast.worker, form: { verdict: 'notTrue' } },
  { command: 'decision.record', by: cast.worker, form: {} },
  { command: 'decision.record', by: cast.worker, form: { verdict: 'rejected', agreed: 3 } },
  { command: 'use.approve', by: cast.secretary, form: {} },
  { command: 'use.approve', by: cast.secretary, form: { verdict: 'declined' } },
  { command: 'seal.use', by: cast.keeper, form: {} },
  { command: 'use.check', by: cast.inspector, form: {} },
  { command: 'use.check', by: cast.inspector, form: { verdict: 'irregular', irregularities: ['blankPaper'] } },
  { command: 'irregularity.settle', by: cast.officer, form: {} },
  { command: 'application.withdraw', by: cast.resident, form: {} },
  { command: 'loss.receive', by: cast.officer, form: {} },
  { command: 'newSeal.register', by: cast.officer, form: {} },
  { command: 'handOver.give', by: cast.keeper, form: {} },
  { command: 'handOver.witness', by: cast.officer, form: {} },
  { command: 'handOver.witness', by: cast.officer, form: { complete: false } },
];

/** What happens by itself, and which clock brings it. */
const happenings: Record<Event, string> = {
  'publicity.expire': 'publicity',
  'checkWindow.expire': 'checkWindow',
  'lossNotice.expire': 'lossNotice',
};

export interface ModelPath {
  opening: number;
  to: State;
  steps: readonly string[];
}

/** Shortest ways to every state from every beginning, found by xstate's own graph search. */
export function modelPaths(): ModelPath[] {
  return openings.flatMap((opening, index) => pathsFrom(opening, index));
}

/** Walks a path through the real decision, with real clocks; `between` may replace the walk after every step. */
export function replay(path: ModelPath, between: (walk: Walk) => Walk = (walk) => walk): Walk {
  const opening = openings[path.opening];
  return path.steps.reduce((walk, step) => between(take(walk, step)), between(begin({ at, ...opening })));
}

function pathsFrom(opening: (typeof openings)[number], index: number): ModelPath[] {
  const form = { ...sampleForms['seal.apply'](at), ...opening.form };
  const paths = getShortestPaths(machine, {
    input: { form, actor: opening.by, facts },
    serializeState: ({ value, context }) =>
      JSON.stringify([value, context.checks.length > 0, context.publicityEndedAt]),
    events: (snapshot) => {
      const people = moves
        .map((one, place) => ({ event: eventOf(one), one, place }))
        .filter(({ event, one }) => snapshot.can(event) && !isBroken(one, snapshot.context))
        .map(({ event, place }) => ({ ...event, step: `move ${place}` }));
      const automatic = Object.keys(happenings).map((type) => ({ type, facts, step: `event ${type}` }));
      return [...people, ...automatic] as never;
    },
    stopWhen: (snapshot) => snapshot.context.checks.length > 1,
  });
  return paths.map((path) => ({
    opening: index,
    to: path.state.value as State,
    steps: path.steps.flatMap(({ event }) => ('step' in event && typeof event.step === 'string' ? [event.step] : [])),
  }));
}

function take(walk: Walk, step: string): Walk {
  const [kind, name = ''] = step.split(' ');
  if (kind === 'event') return wait(walk, deadline(walk, happenings[name as Event]).dueAt);
  const one = moves[Number(name)];
  if (!one) throw new Error(`no move ${name}`);
  return act(walk, one);
}

function isBroken(one: Move, data: object): boolean {
  const form = { ...sampleForms[one.command](at), ...one.form };
  return brokenCondition(rules, one.command, { data, form, actor: one.by, facts }) !== undefined;
}

function eventOf(one: Move) {
  const form = { ...sampleForms[one.command](at), ...one.form };
  return { type: one.command, form, actor: { id: one.by.id, name: one.by.name }, facts } as never as {
    type: 'seal.use';
    form: Forms['seal.use'];
    actor: { id: string; name: string };
    facts: typeof facts;
  };
}
