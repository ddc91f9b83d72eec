import { getShortestPaths } from 'xstate/graph';
import type { DispatchData } from '../../../processes/dispatch/data.ts';
import type { Forms } from '../../../processes/dispatch/forms.ts';
import { machine } from '../../../processes/dispatch/machine.ts';
import type { Event, State } from '../../../processes/dispatch/names.ts';
import { rules } from '../../../processes/dispatch/rules.ts';
import type { Actor } from '../../../processes/kernel/actor.ts';
import { brokenCondition } from '../../../processes/kernel/condition.ts';
import type { RegisterLine } from '../../../processes/kernel/register.ts';
import { listed, lookedUp, theList } from './register-book.ts';
import { sampleForms } from './sample-forms.ts';
import { act, admissionReply, answer, begin, beijing, cast, ID, openingOf, type Walk } from './walk.ts';

const at = beijing('2026-03-02');
const late = [listed('2026-06-01')];
const opening = openingOf();

function factsWith(registers: readonly RegisterLine[]) {
  return { at, caseId: ID, org: opening.org, settings: opening.settings, calendars: opening.calendars, registers };
}
const query = { register: 'serviceItemList', scope: 'line' } as const;
const facts = factsWith(lookedUp(theList, [query], { org: opening.org.id, at }));

type Move = { [C in keyof Forms]: { command: C; by?: Actor; form: Forms[C] } }[keyof Forms];

function move<C extends keyof Forms>(command: C, by?: Actor, change: Partial<Forms[C]> = {}): Move {
  return { command, form: { ...sampleForms[command](at), ...change }, ...(by ? { by } : {}) } as unknown as Move;
}

/** What people and the admission do in the model: each command, with every variant that leads another way. */
const moves: readonly Move[] = [
  move('gates.recheck', cast.department),
  move('task.accept', cast.director),
  move('task.refuse', cast.director),
  move('task.report', cast.worker),
  move('task.confirm', cast.department),
  move('task.sendBack', cast.department),
  move('task.return', cast.director),
  move('return.acknowledge', cast.department),
  move('return.dispute', cast.department),
  move('return.decide', cast.relief),
  move('return.decide', cast.relief, { verdict: 'rejected' }),
  move('task.withdraw', cast.department),
  move('task.suspend'),
  move('task.resume'),
];

/** What the admission answers. */
const answers: readonly { type: Event; reply?: unknown }[] = [
  { type: 'check.answered', reply: admissionReply() },
  { type: 'check.answered', reply: admissionReply([{ gate: 'funded', reason: 'funds.none' }]) },
  { type: 'check.refused', reply: { code: 'case.closed' } },
  { type: 'end.recorded' },
  { type: 'end.refused', reply: { code: 'case.closed' } },
];

export interface ModelPath {
  to: State;
  /** Whether the item stood in the list when the task was issued. */
  listed: boolean;
  steps: readonly string[];
}

/** What keeps two states of the model apart; everything else only makes the graph larger. */
function outline(value: unknown, data: DispatchData): string {
  const { turn, suspension, acceptance, reports, end, admission, returns } = data;
  const sentBack = reports.some((one) => one.sentBack !== null);
  return JSON.stringify([
    value,
    turn,
    suspension !== null,
    acceptance !== null,
    sentBack,
    end?.how ?? null,
    admission !== null,
    returns.at(-1)?.decision?.verdict ?? null,
  ]);
}

/** Shortest ways to every state that differs in outline, found by xstate's own graph search. */
export function modelPaths(): ModelPath[] {
  return [true, false].flatMap((isListed) => {
    const form = sampleForms['task.issue'](at);
    const opened = isListed ? facts : factsWith([]);
    const actor = { id: cast.department.id, name: cast.department.name };
    const paths = getShortestPaths(machine, {
      input: { form, actor, facts: opened },
      serializeState: (snapshot) => outline(snapshot.value, snapshot.context),
      events: (snapshot) => {
        const data = snapshot.context;
        const people = moves
          .map((one, index) => ({ one, index }))
          .filter(({ one }) => snapshot.can(eventOf(one)) && !isRefused(one, data))
          .map(({ one, index }) => ({ ...eventOf(one), step: `move ${index}` }));
        const automatic = answers.map((one, index) => ({ ...one, facts, step: `answer ${index}` }));
        return [...people, ...automatic] as never;
      },
    });
    return paths.map((path) => ({
      to: path.state.value as State,
      listed: isListed,
      steps: path.steps.flatMap(({ event }) => ('step' in event && typeof event.step === 'string' ? [event.step] : [])),
    }));
  });
}

/** Walks a path through the real decision, with real clocks; `between` may replace the walk after every step. */
export function replay(path: ModelPath, between: (walk: Walk) => Walk = (walk) => walk): Walk {
  // A task that was not listed finds the item in the list when the gates are asked again.
  const opened = begin({ at, opening, book: path.listed ? theList : late });
  const start = { ...opened, book: theList };
  return path.steps.reduce((walk, step) => between(take(walk, step)), between(start));
}

function take(walk: Walk, step: string): Walk {
  const [kind, index] = step.split(' ');
  if (kind === 'answer') {
    const one = answers[Number(index)];
    if (!one) throw new Error(`no answer ${index}`);
    return answer(walk, one.type, one.reply);
  }
  const one = moves[Number(index)];
  if (!one) throw new Error(`no move ${index}`);
  return act(walk, one);
}

const nobody: Actor = { id: 'case:admission-1', name: 'admission-1', holdings: [] };

function isRefused(one: Move, data: DispatchData): boolean {
  const { command, form, by } = one;
  return brokenCondition(rules, command, { data, form, actor: by ?? nobody, facts }) !== undefined;
}

function eventOf({ command, form, by = nobody }: Move) {
  return { type: command, form, actor: { id: by.id, name: by.name }, facts } as never as {
    type: 'task.accept';
    form: Forms['task.accept'];
    actor: { id: string; name: string };
    facts: typeof facts;
  };
}
