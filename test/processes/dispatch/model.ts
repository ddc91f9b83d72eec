import type { DispatchData } from '../../../processes/dispatch/data.ts';
import type { Forms } from '../../../processes/dispatch/forms.ts';
import type { Event, State } from '../../../processes/dispatch/names.ts';
import { rules } from '../../../processes/dispatch/rules.ts';
import type { Actor } from '../../../processes/kernel/actor.ts';
import type { RegisterLine } from '../../../processes/kernel/register.ts';
import { type Happening, type ModelPath, movesWith, replaying, shortestPaths } from '../support/model.ts';
import { listed, lookedUp, theList } from './register-book.ts';
import { sampleForms } from './sample-forms.ts';
import { act, admissionReply, answer, begin, beijing, cast, ID, openingOf } from './walk.ts';

const at = beijing('2026-03-02');
const late = [listed('2026-06-01')];
const opening = openingOf();

function factsWith(registers: readonly RegisterLine[]) {
  return { at, caseId: ID, org: opening.org, settings: opening.settings, calendars: opening.calendars, registers };
}
const query = { register: 'serviceItemList', scope: 'line' } as const;
const facts = factsWith(lookedUp(theList, [query], { org: opening.org.id, at }));

const move = movesWith(sampleForms, at);
/** Who sends what no person may. */
const admission: Actor = { id: 'case:admission-1', name: 'admission-1', holdings: [] };

/** What people and the admission do in the model: each command, with every variant that leads another way. */
const moves = [
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
  move('task.suspend', admission),
  move('task.resume', admission),
];

/** What the admission answers. */
const happenings: readonly Happening<Event>[] = [
  { type: 'check.answered', reply: admissionReply() },
  { type: 'check.answered', reply: admissionReply([{ gate: 'funded', reason: 'funds.none' }]) },
  { type: 'check.refused', reply: { code: 'case.closed' } },
  { type: 'end.recorded' },
  { type: 'end.refused', reply: { code: 'case.closed' } },
];

export interface TaskPath extends ModelPath<State> {
  /** Whether the item stood in the list when the task was issued. */
  listed: boolean;
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

/** Shortest ways to every state that differs in outline. */
export function modelPaths(): TaskPath[] {
  return [true, false].flatMap((isListed) => {
    const opened = {
      form: sampleForms['task.issue'](at),
      actor: cast.department,
      facts: isListed ? facts : factsWith([]),
    };
    const paths = shortestPaths<State, Forms, DispatchData>({
      rules,
      opening: opened,
      facts,
      moves,
      happenings,
      outline,
    });
    return paths.map((path) => ({ listed: isListed, ...path }));
  });
}

/** Walks a path through the real decision, with real clocks. */
export const replay = replaying({
  start: (path: TaskPath) => ({
    // A task that was not listed finds the item in the list when the gates are asked again.
    ...begin({ at, opening, book: path.listed ? theList : late }),
    book: theList,
  }),
  moves,
  happenings,
  act: (before, { by, ...sent }) => act(before, by === admission ? sent : { by, ...sent }),
  happen: (before, { type, reply }) => answer(before, type, reply),
});
