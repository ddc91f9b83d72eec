import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import type { OrderData } from '../../../processes/supervision-order/data.ts';
import type { Forms } from '../../../processes/supervision-order/forms.ts';
import type { Event, State } from '../../../processes/supervision-order/names.ts';
import { rules } from '../../../processes/supervision-order/rules.ts';
import { type ModelPath, type Move, movesWith, replaying, shortestPaths } from '../support/model.ts';
import { sampleForms } from './sample-forms.ts';
import { act, answer, begin, beijing, cast, deadline, openingOf, wait } from './walk.ts';

const calendars = [calendar2026];
const opening = { calendars };
const at = beijing('2026-03-02');
const facts = { at, caseId: 'order-1', org: openingOf().org, settings: openingOf().settings, calendars, registers: [] };

const move = movesWith(sampleForms, at);
const toOfficer = { role: 'subdistrictOfficer' as const, org: 'chaoyang.anzhen' };

/** What people do in the model: each command, with every variant that leads another way. */
const moves = [
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
const clocks: Record<Event, string | null> = {
  'window.expire': 'reviewWindow',
  'link.recorded': null,
  'link.refused': null,
  'closing.recorded': null,
  'closing.refused': null,
};
const happenings = (Object.keys(clocks) as Event[]).map((type) => ({ type }));

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

/** Shortest ways to every state that differs in outline. */
export function modelPaths(): ModelPath<State>[] {
  return shortestPaths({
    rules,
    // Issued by the system.
    opening: { form: sampleForms['order.issue'](at), actor: null },
    facts,
    moves,
    happenings,
    outline,
    mayAct,
  });
}

/** Walks a path through the real decision, with real clocks. */
export const replay = replaying({
  start: () => begin({ at, opening }),
  moves,
  happenings,
  act,
  happen: (before, { type }) => {
    const clock = clocks[type as Event];
    return clock ? wait(before, deadline(before, clock).dueAt) : answer(before, type);
  },
});

/** Only the office that has the order now may act for it. */
function mayAct({ command, by }: Move<Forms>, { assignment }: OrderData): boolean {
  const { role } = assignment.responsible;
  return !rules.permissions[command].includes('#responsible') || by.holdings.some((holding) => holding.role === role);
}
