import { expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import type { Actor } from '../../../processes/kernel/actor.ts';
import type { CaseState, Entry } from '../../../processes/kernel/case.ts';
import type { Instant } from '../../../processes/kernel/clock.ts';
import { brokenCondition } from '../../../processes/kernel/condition.ts';
import { stateHashOf } from '../../../processes/kernel/decide.ts';
import type { AnyRules, CaseData, Facts } from '../../../processes/kernel/define-rules.ts';

/** What somebody does in a model, by any command of the process. */
export type Move<Forms> = {
  [C in keyof Forms & string]: { command: C; by: Actor; form: Forms[C] };
}[keyof Forms & string];

/** What happens by itself: a clock that ends, or the answer of another case. */
export interface Happening<Event extends string = string> {
  type: Event;
  reply?: unknown;
}

export interface Model<Forms, Data extends CaseData> {
  rules: AnyRules;
  /** How the case is opened; with facts of its own where the world changes afterwards. */
  opening: { form: object; actor: Actor | null; facts?: Facts };
  facts: Facts;
  moves: readonly Move<Forms>[];
  happenings: readonly Happening[];
  /** What keeps two states of the model apart; everything else only makes the graph larger. */
  outline(value: unknown, data: Data): string;
  /** Where permission, state and conditions do not yet say that the move is no use. */
  mayAct?(move: Move<Forms>, data: Data): boolean;
  mayHappen?(happening: Happening, state: string): boolean;
  stopWhen?(data: Data): boolean;
}

export interface ModelPath<State extends string = string> {
  to: State;
  /** `move 3 task.accept`, `event 0 work.expire`: the number is that of the model. */
  steps: readonly string[];
}

/** Moves whose forms are the samples of their commands, but for what makes a variant lead another way. */
export function movesWith<Forms extends object>(
  samples: { readonly [C in keyof Forms]: (at: Instant) => Forms[C] },
  at: Instant,
) {
  return <C extends keyof Forms & string>(command: C, by: Actor, change: Partial<Forms[C]> = {}): Move<Forms> =>
    ({ command, by, form: { ...samples[command](at), ...change } }) as unknown as Move<Forms>;
}

/** Shortest ways to every state that differs in outline, found by xstate's own graph search. */
export function shortestPaths<State extends string, Forms, Data extends CaseData>(
  model: Model<Forms, Data>,
): ModelPath<State>[] {
  const { rules, opening, facts, moves, happenings, outline, stopWhen } = model;
  const { mayAct = () => true, mayHappen = () => true } = model;
  const { form, actor, facts: openingFacts = facts } = opening;
  const paths = getShortestPaths(rules.machine, {
    input: { form, actor: actor && personOf(actor), facts: openingFacts },
    serializeState: ({ value, context }) => outline(value, context as Data),
    ...(stopWhen ? { stopWhen: ({ context }) => stopWhen(context as Data) } : {}),
    events: (snapshot) => {
      const data = snapshot.context as Data;
      const people = moves
        .map((move, index) => ({ move, step: `move ${index} ${move.command}` }))
        .filter(({ move }) => snapshot.can(eventOf(move, facts)) && isUnbroken(move, data) && mayAct(move, data))
        .map(({ move, step }) => ({ ...eventOf(move, facts), step }));
      const automatic = happenings
        .map((happening, index) => ({ happening, step: `event ${index} ${happening.type}` }))
        .filter(({ happening }) => mayHappen(happening, String(snapshot.value)))
        .map(({ happening, step }) => ({ ...happening, facts, step }));
      return [...people, ...automatic];
    },
  });
  return paths.map((path) => ({
    to: path.state.value as State,
    steps: path.steps.flatMap(({ event }) =>
      'step' in event && typeof event['step'] === 'string' ? [event['step']] : [],
    ),
  }));

  function isUnbroken({ command, by, form: given }: Move<Forms>, data: Data): boolean {
    return !brokenCondition(rules, command, { data, form: given as object, actor: by, facts });
  }
}

/** How a process takes the steps of its model. */
export interface Turns<Walk, Forms> {
  moves: readonly Move<Forms>[];
  happenings: readonly Happening[];
  act(walk: Walk, move: Move<Forms>): Walk;
  happen(walk: Walk, happening: Happening): Walk;
}

/** Walks paths through the real decision, with real clocks; `between` may replace the walk after every step. */
export function replaying<Path extends ModelPath, Walk, Forms>(
  turns: Turns<Walk, Forms> & { start(path: Path): Walk },
): (path: Path, between?: (walk: Walk) => Walk) => Walk {
  return (path, between = (walk) => walk) =>
    path.steps.reduce((walk, step) => between(takeStep(walk, step, turns)), between(turns.start(path)));
}

export function takeStep<Walk, Forms>(walk: Walk, step: string, turns: Turns<Walk, Forms>): Walk {
  const [kind, index] = step.split(' ');
  const happening = kind === 'event' ? turns.happenings[Number(index)] : undefined;
  if (happening) return turns.happen(walk, happening);
  const move = kind === 'move' ? turns.moves[Number(index)] : undefined;
  if (move) return turns.act(walk, move);
  throw new Error(`no step ${step}`);
}

interface RecordedWalk {
  state: CaseState;
  entries: readonly Entry[];
}

/** What holds for the paths of every machine; `replay` walks one, and may replace the walk after every step. */
export function itFollowsPaths<Path extends ModelPath, Walk extends RecordedWalk>(
  rules: AnyRules,
  paths: readonly Path[],
  replay: (path: Path, between?: (walk: Walk) => Walk) => Walk,
): void {
  it('reach every state', () => {
    expect([...new Set(paths.map((path) => path.to))].sort()).toEqual(Object.keys(rules.states).sort());
  });

  it('lead there through permissions, conditions and clocks as well, entry by entry', () => {
    for (const path of paths) {
      const walk = replay(path);
      expect(walk.state.state, path.steps.join(' > ')).toBe(path.to);
      expect(walk.entries.map((entry) => entry.seq)).toEqual(walk.entries.map((_, index) => index + 1));
      expect(walk.entries.at(-1)?.stateHash).toBe(stateHashOf(walk.state));
    }
  });

  it('give the same fingerprint when the case is stored as JSON after every step', () => {
    for (const path of paths) {
      const stored = replay(path, (walk) => ({ ...walk, state: JSON.parse(JSON.stringify(walk.state)) }));
      expect(stateHashOf(stored.state), path.steps.join(' > ')).toBe(stateHashOf(replay(path).state));
    }
  });
}

function eventOf<Forms>({ command, form, by }: Move<Forms>, facts: Facts) {
  return { type: command, form, actor: personOf(by), facts };
}

function personOf({ id, name }: Actor) {
  return { id, name };
}
