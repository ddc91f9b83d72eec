import { setTimeout } from 'node:timers/promises';
import { addDays, dateOf, parseIso } from '../../processes/kernel/clock.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import { type DemoSession, type Patience, signIn } from './client.ts';
import type { Days, StoryStep } from './story.ts';

/** What one case tells another is there within a second; a minute is a machine that hardly moves. */
const REACHES_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 100;

export type Cast = (person: string) => Promise<DemoSession>;

/** Signs each person in once and remembers the session. */
export function createCast(apiUrl: string, patience: Patience = {}): Cast {
  const sessions = new Map<string, Promise<DemoSession>>();
  return (person) => {
    const known = sessions.get(person) ?? signIn(apiUrl, person, patience);
    sessions.set(person, known);
    return known;
  };
}

/**
 * Plays steps on a case, each by its person with a fresh look at the case, and tells what became of it. With `keys` each
 * step has a fixed idempotency key, so that playing again changes nothing.
 */
export async function play<Step extends StoryStep>(input: {
  view: CaseView;
  steps: readonly Step[];
  cast: Cast;
  opener: string;
  keys?: (index: number) => string;
  /** The case of another story, for steps that are given on it. */
  caseOf?: (story: string) => string;
  told?: (step: Step, view: CaseView) => void;
}): Promise<CaseView> {
  const { steps, cast, opener, keys, caseOf, told } = input;
  let view = input.view;
  for (const [index, step] of steps.entries()) {
    const key = keys?.(index);
    if ('advance' in step) {
      view = await (await cast(opener)).advance(view.id, step.advance, key);
    } else if ('reaches' in step) {
      view = await untilReached(await cast(opener), view.id, step.reaches);
    } else {
      const session = await cast(step.who);
      const form = step.form(daysOf(view));
      if (step.on === undefined || caseOf === undefined) view = await session.act(view, step.command, form, key);
      else await session.act({ id: caseOf(step.on), seq: 0 }, step.command, form, key);
    }
    told?.(step, view);
  }
  return view;
}

/** Days of the clock that the case has, or will have if it is opened now. */
export function daysOf(view?: Pick<CaseView, 'drill' | 'changedAt'>): Days {
  const now = view?.drill ? parseIso(view.changedAt) : undefined;
  const today = dateOf(now ?? Date.now());
  return { today, in: (days) => addDays(today, days) };
}

async function untilReached(session: DemoSession, id: string, state: string): Promise<CaseView> {
  const giveUpAt = Date.now() + REACHES_WITHIN_MS;
  for (;;) {
    const view = await session.get(id);
    if (view.state === state) return view;
    if (Date.now() >= giveUpAt) throw new Error(`${view.number}: ${view.state}, ${state} expected`);
    await setTimeout(ASK_EVERY_MS);
  }
}
