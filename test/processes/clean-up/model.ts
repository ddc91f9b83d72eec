import { getShortestPaths } from 'xstate/graph';
import type { CleanUpData } from '../../../processes/clean-up/data.ts';
import type { Forms } from '../../../processes/clean-up/forms.ts';
import { machine } from '../../../processes/clean-up/machine.ts';
import type { State } from '../../../processes/clean-up/names.ts';
import { rules } from '../../../processes/clean-up/rules.ts';
import type { Actor } from '../../../processes/kernel/actor.ts';
import { brokenCondition } from '../../../processes/kernel/condition.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import { sampleForms } from './sample-forms.ts';
import { act, begin, beijing, cast, deadline, openingOf, type Walk, wait } from './walk.ts';

const at = beijing('2026-03-02');
const { org, settings } = openingOf();
const facts = { at, caseId: 'census-1', org, settings, calendars: [calendar2026], registers: [] };

type Move = { [C in keyof Forms]: { command: C; by: Actor; form: Partial<Forms[C]> } }[keyof Forms];

const second = { name: '出租房屋台账' };
const both = (verdict: 'keep' | 'cancel'): Forms['object.judge']['judgements'] => [
  { object: 'o1', verdict, reason: '比对结果' },
  { object: 'o2', verdict: 'cancel', reason: '比对结果' },
];

/** What people do in the model: each command, with every variant that leads another way. */
const moves: readonly Move[] = [
  { command: 'object.register', by: cast.worker, form: {} },
  { command: 'object.register', by: cast.director, form: second },
  { command: 'object.correct', by: cast.worker, form: {} },
  { command: 'object.remove', by: cast.worker, form: {} },
  { command: 'census.close', by: cast.officer, form: {} },
  { command: 'census.withdraw', by: cast.worker, form: {} },
  { command: 'object.judge', by: cast.relief, form: {} },
  { command: 'object.judge', by: cast.relief, form: { judgements: both('cancel').slice(0, 1) } },
  { command: 'object.judge', by: cast.relief, form: { judgements: both('keep') } },
  { command: 'object.judge', by: cast.relief, form: { judgements: both('cancel') } },
  { command: 'result.publish', by: cast.district, form: {} },
  { command: 'stop.confirm', by: cast.worker, form: {} },
  { command: 'stop.confirm', by: cast.director, form: { objects: ['o2'] } },
  { command: 'check.record', by: cast.inspector, form: {} },
  { command: 'check.record', by: cast.inspector, form: { found: 'running' } },
  { command: 'relapse.report', by: cast.resident, form: {} },
  { command: 'relapse.report', by: cast.resident, form: { object: 'o2' } },
  { command: 'relapse.settle', by: cast.relief, form: {} },
  { command: 'relapse.settle', by: cast.relief, form: { object: 'o2', measure: 'unfounded' } },
];

export interface ModelPath {
  to: State;
  steps: readonly string[];
}

/** What keeps two states of the model apart; everything else only makes the graph larger. */
function outline(value: unknown, { objects, checks, settlements }: CleanUpData): string {
  const shapes = objects.map(({ removed, judgement, turns }) => [
    removed !== null,
    judgement?.verdict ?? null,
    turns.map(({ type }) => type),
  ]);
  return JSON.stringify([value, shapes, checks.length > 0, settlements.length]);
}

/** Shortest ways to every state that differs in outline, found by xstate's own graph search. */
export function modelPaths(): ModelPath[] {
  const paths = getShortestPaths(machine, {
    input: { form: sampleForms['census.open'](at), actor: cast.worker, facts },
    serializeState: ({ value, context }) => outline(value, context),
    events: (snapshot) => {
      const people = moves
        .map((one, place) => ({ event: eventOf(one), one, place }))
        .filter(({ event, one }) => snapshot.can(event) && !isBroken(one, snapshot.context))
        .map(({ event, place }) => ({ ...event, step: `move ${place}` }));
      return [...people, { type: 'checkWindow.expire', facts, step: 'event checkWindow' }] as never;
    },
    // Two objects and one relapse each show every turn; more of the same only repeats them.
    stopWhen: ({ context }) =>
      context.objects.length > 2 ||
      context.settlements.length > 1 ||
      context.objects.some(({ turns }) => turns.length > 3),
  });
  return paths.map((path) => ({
    to: path.state.value as State,
    steps: path.steps.flatMap(({ event }) => ('step' in event && typeof event.step === 'string' ? [event.step] : [])),
  }));
}

/** Walks a path through the real decision, with real clocks; `between` may replace the walk after every step. */
export function replay(path: ModelPath, between: (walk: Walk) => Walk = (walk) => walk): Walk {
  return path.steps.reduce((walk, step) => between(take(walk, step)), between(begin({ at })));
}

function take(walk: Walk, step: string): Walk {
  const [kind, name = ''] = step.split(' ');
  if (kind === 'event') return wait(walk, deadline(walk, name).dueAt);
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
    type: 'census.close';
    form: Forms['census.close'];
    actor: { id: string; name: string };
    facts: typeof facts;
  };
}
