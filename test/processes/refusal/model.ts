import { getShortestPaths } from 'xstate/graph';
import type { Actor } from '../../../processes/kernel/actor.ts';
import { brokenCondition } from '../../../processes/kernel/condition.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import type { RefusalData } from '../../../processes/refusal/data.ts';
import type { Forms } from '../../../processes/refusal/forms.ts';
import { machine } from '../../../processes/refusal/machine.ts';
import type { Event, State } from '../../../processes/refusal/names.ts';
import { rules } from '../../../processes/refusal/rules.ts';
import { sampleForms } from './sample-forms.ts';
import { act, begin, beijing, cast, deadline, list, openingOf, type Step, type Walk, wait } from './walk.ts';

const calendars = [calendar2026];
const opening = { calendars };
const at = beijing('2026-03-02');
const { org, settings } = openingOf();
const facts = { at, caseId: 'refusal-1', org, settings, calendars, registers: list };

type Move = { [C in keyof Forms]: { command: C; by: Actor; form: Forms[C] } }[keyof Forms];

function move<C extends keyof Forms>(command: C, by: Actor, change: Partial<Forms[C]> = {}): Move {
  return { command, by, form: { ...sampleForms[command](at), ...change } } as unknown as Move;
}

/** What people do in the model: each command, with every variant that leads another way. */
const moves: readonly Move[] = [
  move('threat.add', cast.worker),
  move('relief.accept', cast.relief),
  move('assessment.find', cast.relief),
  move('assessment.find', cast.relief, { verdict: 'notConfirmed' }),
  move('correction.ask', cast.relief),
  move('correction.answer', cast.officer),
  move('answer.record', cast.relief, { result: 'denied' }),
  move('unit.name', cast.relief),
  move('outcome.decide', cast.relief),
  move('outcome.decide', cast.relief, {
    verdict: 'admittedLater',
    itemCode: 'XZ-001',
    admissionNumber: '朝阳-2026-0007',
  }),
  move('outcome.decide', cast.relief, { verdict: 'dismissed' }),
  move('objection.raise', cast.worker),
  move('review.decide', cast.district),
  move('review.decide', cast.district, { verdict: 'overturned' }),
];

/** What happens by itself, and which clock brings it. */
const happenings: Record<Event, string> = {
  'correction.expire': 'correction',
  'window.expire': 'objectionWindow',
};

export interface ModelPath {
  to: State;
  steps: readonly string[];
}

/** What keeps two states of the model apart; everything else only makes the graph larger. */
function outline(value: unknown, data: RefusalData): string {
  const { corrections, threats, objection } = data;
  return JSON.stringify([
    value,
    corrections.at(-1)?.answer?.result ?? null,
    Math.min(corrections.length, 2),
    threats.map(({ finding }) => finding?.verdict ?? null).slice(-2),
    objection?.decision?.verdict ?? null,
  ]);
}

/** Shortest ways to every state that differs in outline, found by xstate's own graph search. */
export function modelPaths(): ModelPath[] {
  const { id, name } = cast.worker;
  const paths = getShortestPaths(machine, {
    input: { form: sampleForms['task.refuse'](at), actor: { id, name }, facts },
    serializeState: (snapshot) => outline(snapshot.value, snapshot.context),
    // One threat more than that of the wording is enough to see what a second one does.
    stopWhen: (snapshot) => snapshot.context.threats.length > 2,
    events: (snapshot) => {
      const data = snapshot.context;
      const people = moves
        .map((one, index) => ({ one, index }))
        .filter(({ one }) => snapshot.can(eventOf(one)) && !brokenCondition(rules, one.command, judged(one, data)))
        .map(({ one, index }) => ({ ...eventOf(one), step: `move ${index}` }));
      const automatic = Object.keys(happenings).map((type) => ({ type, facts, step: `event ${type}` }));
      return [...people, ...automatic] as never;
    },
  });
  return paths.map((path) => ({
    to: path.state.value as State,
    steps: path.steps.flatMap(({ event }) => ('step' in event && typeof event.step === 'string' ? [event.step] : [])),
  }));
}

/** Walks a path through the real decision, with real clocks; `between` may replace the walk after every step. */
export function replay(path: ModelPath, between: (walk: Walk) => Walk = (walk) => walk): Walk {
  return path.steps.reduce((walk, step) => between(take(walk, step)), between(begin({ at, opening })));
}

function take(walk: Walk, step: string): Walk {
  const [kind, name = ''] = step.split(' ');
  if (kind === 'event') return wait(walk, deadline(walk, happenings[name as Event]).dueAt);
  const one = moves[Number(name)];
  if (!one) throw new Error(`no move ${name}`);
  return act(walk, one as Step);
}

function judged(one: Move, data: RefusalData) {
  return { data, form: one.form, actor: one.by, facts };
}

function eventOf(one: Move) {
  return { type: one.command, form: one.form, actor: { id: one.by.id, name: one.by.name }, facts } as never as {
    type: 'relief.accept';
    form: Forms['relief.accept'];
    actor: { id: string; name: string };
    facts: typeof facts;
  };
}
