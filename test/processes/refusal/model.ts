import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import type { RefusalData } from '../../../processes/refusal/data.ts';
import type { Event, State } from '../../../processes/refusal/names.ts';
import { rules } from '../../../processes/refusal/rules.ts';
import { type ModelPath, movesWith, replaying, shortestPaths } from '../support/model.ts';
import { sampleForms } from './sample-forms.ts';
import { act, begin, beijing, cast, deadline, list, openingOf, wait } from './walk.ts';

const calendars = [calendar2026];
const opening = { calendars };
const at = beijing('2026-03-02');
const { org, settings } = openingOf();
const facts = { at, caseId: 'refusal-1', org, settings, calendars, registers: list };

const move = movesWith(sampleForms, at);

/** What people do in the model: each command, with every variant that leads another way. */
const moves = [
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
const clocks: Record<Event, string> = {
  'correction.expire': 'correction',
  'window.expire': 'objectionWindow',
};
const happenings = (Object.keys(clocks) as Event[]).map((type) => ({ type }));

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

/** Shortest ways to every state that differs in outline. */
export function modelPaths(): ModelPath<State>[] {
  return shortestPaths({
    rules,
    opening: { form: sampleForms['task.refuse'](at), actor: cast.worker },
    facts,
    moves,
    happenings,
    outline,
    // One threat more than that of the wording is enough to see what a second one does.
    stopWhen: ({ threats }) => threats.length > 2,
  });
}

/** Walks a path through the real decision, with real clocks. */
export const replay = replaying({
  start: () => begin({ at, opening }),
  moves,
  happenings,
  act,
  happen: (before, { type }) => wait(before, deadline(before, clocks[type as Event]).dueAt),
});
