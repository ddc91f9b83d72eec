import { getShortestPaths } from 'xstate/graph';
import type { Actor } from '../../../processes/kernel/actor.ts';
import { brokenCondition } from '../../../processes/kernel/condition.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import type { OrderData } from '../../../processes/supervision-order/data.ts';
import type { Forms } from '../../../processes/supervision-order/forms.ts';
import { machine } from '../../../processes/supervision-order/machine.ts';
import type { Event, State } from '../../../processes/supervision-order/names.ts';
import { rules } from '../../../processes/supervision-order/rules.ts';
import { sampleForms } from './sample-forms.ts';
import { act, answer, begin, beijing, cast, deadline, openingOf, type Walk, wait } from './walk.ts';

const calendars = [calendar2026];
const opening = { calendars };
const at = beijing('2026-03-02');
const facts = { at, caseId: 'order-1', org: openingOf().org, settings: openingOf().settings, calendars, registers: [] };

type Move = { [C in keyof Forms]: { command: C; by: Actor; form: Forms[C] } }[keyof Forms];

function move<C extends keyof Forms>(command: C, by: Actor, change: Partial<Forms[C]> = {}): Move {
  return { command, by, form: { ...sampleForms[command](at), ...change } } as unknown as Move;
}

const toOfficer = { role: 'subdistrictOfficer' as const, org: 'chaoyang.anzhen' };

/** What people do in the model: each command, with every variant that leads another way. */
const moves: readonly Move[] = [
  move('order.sign', cast.worker),
  move('order.sign', cast.officer),
  move('order.object', cast.worker),
  move('objection.decide', cast.leader),
  move('objection.decide', cast.leader, { verdict: 'reassigned', responsible: toOfficer }),
  move('objection.decide', cast.leader, { verdict: 'cancelled' }),
  move('order.reply', cast.worker),
  move('order.reply', cast.officer),
  move('reply.verify', cast.supervisor),
  move('reply.verify', cast.supervisor, { verdict: 'returned' }),
  move('order.close', cast.leader),
  move('review.request', cast.worker),
  move('review.request', cast.officer),
  move('review.decide', cast.district),
  move('order.withdraw', cast.leader),
];

/** What happens by itself, and which clock brings it; null: the other case answers. */
const happenings: Record<Event, string | null> = {
  'window.expire': 'reviewWindow',
  'link.recorded': null,
  'link.refused': null,
  'closing.recorded': null,
  'closing.refused': null,
};

export interface ModelPath {
  to: State;
  steps: readonly string[];
}

/** What keeps two states of the model apart; everything else only makes the graph larger. */
function outline(value: unknown, data: OrderData): string {
  const { assignment, replies } = data;
  return JSON.stringify([
    value,
    assignment.responsible.role,
    assignment.objection !== null,
    replies.at(-1)?.verification?.verdict ?? null,
  ]);
}

/** Shortest ways to every state that differs in outline, found by xstate's own graph search. */
export function modelPaths(): ModelPath[] {
  const system = { form: sampleForms['order.issue'](at), actor: null, facts };
  const paths = getShortestPaths(machine, {
    input: system,
    serializeState: (snapshot) => outline(snapshot.value, snapshot.context),
    events: (snapshot) => {
      const data = snapshot.context;
      const people = moves
        .map((one, index) => ({ one, index }))
        .filter(({ one }) => snapshot.can(eventOf(one)) && mayAct(one, data))
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
  if (kind === 'event') {
    const clock = happenings[name as Event];
    return clock ? wait(walk, deadline(walk, clock).dueAt) : answer(walk, name);
  }
  const one = moves[Number(name)];
  if (!one) throw new Error(`no move ${name}`);
  return act(walk, one);
}

/** Only the office that has the order now may act for it. */
function mayAct(one: Move, data: OrderData): boolean {
  if (brokenCondition(rules, one.command, { data, form: one.form, actor: one.by, facts })) return false;
  const grants = rules.permissions[one.command];
  const { role } = data.assignment.responsible;
  return !grants.includes('#responsible') || one.by.holdings.some((holding) => holding.role === role);
}

function eventOf(one: Move) {
  return { type: one.command, form: one.form, actor: { id: one.by.id, name: one.by.name }, facts } as never as {
    type: 'order.sign';
    form: Forms['order.sign'];
    actor: { id: string; name: string };
    facts: typeof facts;
  };
}
