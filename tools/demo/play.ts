import { setTimeout } from 'node:timers/promises';
import { addDays, dateOf, HOUR_MS, parseIso, SECOND_MS, startOfDay } from '../../processes/kernel/clock.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import { type DemoSession, type Patience, signIn } from './client.ts';
import { type Cases, type Days, isTime, isWait, type StoryStep, type TimeStep, type WaitStep } from './story.ts';

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
  /** The cases of other stories, for steps that are given on them or name them. */
  cases?: Cases;
  told?: (step: Step, view: CaseView) => void;
}): Promise<CaseView> {
  const { steps, cast, opener, keys, cases = noCases, told } = input;
  let view = input.view;
  for (const [index, step] of steps.entries()) {
    const key = keys?.(index);
    if (isTime(step)) {
      view = await (await cast(opener)).advance(view.id, durationOf(step, view), key);
    } else if (isWait(step)) {
      view = await untilThere(await cast(opener), view.id, step);
    } else {
      const session = await cast(step.who);
      const form = step.form(daysOf(view), cases);
      if (step.on === undefined) view = await session.act(view, step.command, form, key);
      else await session.act({ id: cases(step.on).id, seq: 0 }, step.command, form, key);
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

/** A time of day at which offices are open, so that what is sent then is sent at once. */
const HOUR_OF_DAY = 10;

function durationOf(step: TimeStep, view: CaseView): string {
  if ('advance' in step) return step.advance;
  const { deadline, days } = step.advanceTo;
  const found = view.deadlines.find(({ key }) => key === deadline);
  if (!found) throw new Error(`${view.number}: no clock ${deadline} runs`);
  const day = addDays(found.dueDate ?? dateOf(parseIso(found.dueAt) ?? Date.now()), days);
  const ms = startOfDay(day) + HOUR_OF_DAY * HOUR_MS - (parseIso(view.changedAt) ?? Date.now());
  return `PT${Math.max(1, Math.ceil(ms / SECOND_MS))}S`;
}

async function untilThere(session: DemoSession, id: string, step: WaitStep): Promise<CaseView> {
  const isThere = (view: CaseView) =>
    'reaches' in step ? view.state === step.reaches : view.links.some(({ relation }) => relation === step.linked);
  const giveUpAt = Date.now() + REACHES_WITHIN_MS;
  for (;;) {
    const view = await session.get(id);
    if (isThere(view)) return view;
    if (Date.now() >= giveUpAt) throw new Error(`${view.number}: ${view.state}, ${JSON.stringify(step)} expected`);
    await setTimeout(ASK_EVERY_MS);
  }
}

function noCases(story: string): never {
  throw new Error(`No case of ${story} here.`);
}
