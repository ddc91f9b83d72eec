import type { CleanUpData } from '../../../processes/clean-up/data.ts';
import type { Forms } from '../../../processes/clean-up/forms.ts';
import type { Event, State } from '../../../processes/clean-up/names.ts';
import { rules } from '../../../processes/clean-up/rules.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import { type Happening, type ModelPath, movesWith, replaying, shortestPaths } from '../support/model.ts';
import { sampleForms } from './sample-forms.ts';
import { act, begin, beijing, cast, deadline, openingOf, wait } from './walk.ts';

const at = beijing('2026-03-02');
const { org, settings } = openingOf();
const facts = { at, caseId: 'census-1', org, settings, calendars: [calendar2026], registers: [] };

const move = movesWith(sampleForms, at);
const second = { name: '出租房屋台账' };
const both = (verdict: 'keep' | 'cancel'): Forms['object.judge']['judgements'] => [
  { object: 'o1', verdict, reason: '比对结果' },
  { object: 'o2', verdict: 'cancel', reason: '比对结果' },
];

/** What people do in the model: each command, with every variant that leads another way. */
const moves = [
  move('object.register', cast.worker),
  move('object.register', cast.director, second),
  move('object.correct', cast.worker),
  move('object.remove', cast.worker),
  move('census.close', cast.officer),
  move('census.withdraw', cast.worker),
  move('object.judge', cast.relief),
  move('object.judge', cast.relief, { judgements: both('cancel').slice(0, 1) }),
  move('object.judge', cast.relief, { judgements: both('keep') }),
  move('object.judge', cast.relief, { judgements: both('cancel') }),
  move('result.publish', cast.district),
  move('stop.confirm', cast.worker),
  move('stop.confirm', cast.director, { objects: ['o2'] }),
  move('check.record', cast.inspector),
  move('check.record', cast.inspector, { found: 'running' }),
  move('relapse.report', cast.resident),
  move('relapse.report', cast.resident, { object: 'o2' }),
  move('relapse.settle', cast.relief),
  move('relapse.settle', cast.relief, { object: 'o2', measure: 'unfounded' }),
];

/** What happens by itself: the time for spot checks runs out. */
const happenings = [{ type: 'checkWindow.expire' }] as const satisfies Happening<Event>[];

/** What keeps two states of the model apart; everything else only makes the graph larger. */
function outline(value: unknown, { objects, checks, settlements }: CleanUpData): string {
  const shapes = objects.map(({ removed, judgement, turns }) => [
    removed !== null,
    judgement?.verdict ?? null,
    turns.map(({ type }) => type),
  ]);
  return JSON.stringify([value, shapes, checks.length > 0, settlements.length]);
}

/** Shortest ways to every state that differs in outline. */
export function modelPaths(): ModelPath<State>[] {
  return shortestPaths({
    rules,
    opening: { form: sampleForms['census.open'](at), actor: cast.worker },
    facts,
    moves,
    happenings,
    outline,
    // Two objects and one relapse each show every turn; more of the same only repeats them.
    stopWhen: ({ objects, settlements }) =>
      objects.length > 2 || settlements.length > 1 || objects.some(({ turns }) => turns.length > 3),
  });
}

/** Walks a path through the real decision, with real clocks. */
export const replay = replaying({
  start: () => begin({ at }),
  moves,
  happenings,
  act,
  happen: (before) => wait(before, deadline(before, 'checkWindow').dueAt),
});
