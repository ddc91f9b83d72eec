import { addDays, dateOf, parseIso } from '../../processes/kernel/clock.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import { type DemoSession, signIn } from './client.ts';
import type { Days, Step } from './resident-proposal.ts';

/** Signs each person in once and remembers the session. */
export function createCast(apiUrl: string): (person: string) => Promise<DemoSession> {
  const sessions = new Map<string, Promise<DemoSession>>();
  return (person) => {
    const known = sessions.get(person) ?? signIn(apiUrl, person);
    sessions.set(person, known);
    return known;
  };
}

/**
 * Plays steps on a case, each by its person with a fresh look at the case, and tells what became of it. With `keys` each
 * step has a fixed idempotency key, so that playing again changes nothing.
 */
export async function play(input: {
  view: CaseView;
  steps: readonly Step[];
  cast: (person: string) => Promise<DemoSession>;
  opener: string;
  keys?: (index: number) => string;
  told?: (step: Step, view: CaseView) => void;
}): Promise<CaseView> {
  const { steps, cast, opener, keys, told } = input;
  let view = input.view;
  for (const [index, step] of steps.entries()) {
    if ('advance' in step) {
      view = await (await cast(opener)).advance(view.id, step.advance);
    } else {
      const session = await cast(step.who);
      view = await session.act(view, step.command, step.form(daysOf(view)), keys?.(index));
    }
    told?.(step, view);
  }
  return view;
}

function daysOf(view: CaseView): Days {
  const now = parseIso(view.changedAt) ?? Date.now();
  const today = dateOf(now);
  return { today, in: (days) => addDays(today, days) };
}
