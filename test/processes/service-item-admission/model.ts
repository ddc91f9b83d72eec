import type { Actor } from '../../../processes/kernel/actor.ts';
import { MINUTE_MS } from '../../../processes/kernel/clock.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import type { AdmissionData } from '../../../processes/service-item-admission/data.ts';
import { unheard } from '../../../processes/service-item-admission/decision.ts';
import type { Forms } from '../../../processes/service-item-admission/forms.ts';
import { confirmedFen } from '../../../processes/service-item-admission/funds.ts';
import type { Event, State } from '../../../processes/service-item-admission/names.ts';
import { rules } from '../../../processes/service-item-admission/rules.ts';
import { type Happening, type ModelPath, movesWith, replaying, shortestPaths } from '../support/model.ts';
import { communities, sampleForms } from './sample-forms.ts';
import {
  act,
  answer,
  begin,
  beijing,
  cast,
  deadline,
  emergencyForm,
  openingOf,
  relayed,
  type Walk,
  wait,
} from './walk.ts';

const at = beijing('2026-09-14');
const { org, settings } = openingOf();
const facts = { at, caseId: 'admission-1', org, settings, calendars, registers: [] };

const move = movesWith(sampleForms, at);

/** What people do in the model: each command, with every variant that leads another way. */
const moves = [
  move('form.check', cast.relief),
  move('form.check', cast.relief, { verdict: 'correctionNeeded' }),
  move('form.check', cast.relief, { verdict: 'incomplete' }),
  move('item.correct', cast.department),
  move('item.withdraw', cast.department),
  move('basis.check', cast.relief),
  move('basis.check', cast.relief, { verdict: 'failed', articles: '《北京市街道办事处条例》第32条' }),
  move('opinion.give', cast.worker),
  move('opinion.give', cast.director1, { community: communities[1] }),
  move('opinion.give', cast.worker2, { community: communities[2] }),
  move('consultation.close', cast.relief),
  move('money.assess', cast.finance),
  move('meeting.decide', cast.district),
  move('meeting.decide', cast.district, { verdict: 'refused', articles: '《北京市街道办事处条例》第32条' }),
  move('meeting.decide', cast.district, {
    verdict: 'conditional',
    conditions: [{ kind: 'moneyBeforeDispatch', text: '经费到位前不得下派。' }],
  }),
  move('list.publish', cast.district),
  move('agreement.draft', cast.department),
  move('agreement.sign', cast.relief),
  move('agreement.sign', cast.relief, { verdict: 'returned' }),
  move('funds.confirm', cast.finance, { voucherNumber: 'V-1' }),
  move('funds.confirm', cast.finance, { voucherNumber: 'V-2' }),
  move('funds.withdraw', cast.finance),
  move('trial.conclude', cast.relief),
  move('trial.conclude', cast.relief, { verdict: 'exit' }),
  move('review.open', cast.relief),
  move('review.decide', cast.district),
  move('review.decide', cast.district, { verdict: 'adjust', hoursPerMonth: 10 }),
  move('review.decide', cast.district, { verdict: 'suspend' }),
  move('review.decide', cast.district, { verdict: 'exit' }),
  move('item.resume', cast.district),
  move('item.exit', cast.relief),
  move('item.revoke', cast.district),
  move('emergency.decide', cast.district),
  move('emergency.decide', cast.district, { verdict: 'refused' }),
  move('temporary.review', cast.relief),
  move('temporary.review', cast.relief, { verdict: 'ended' }),
];

/** What happens by itself, and which clock brings it; null: a task answers. */
const clocks: Record<Event, string | null> = {
  'correction.lapse': 'correction',
  'validity.expire': 'validity',
  'review.due': 'yearlyReview',
  'temporary.lapse': 'temporaryReview',
  'windingUp.end': 'windingUp',
  'task.suspended': null,
  'task.suspendRefused': null,
  'task.resumed': null,
  'task.resumeRefused': null,
};
const happenings = (Object.keys(clocks) as Event[]).map((type) => ({ type }));

const origins = {
  application: {},
  emergency: { form: emergencyForm },
  existingList: {
    by: cast.district,
    form: { origin: 'existingList' as const, startOn: '2018-07-25', money: { needed: false, reason: '不另需经费。' } },
  },
};
export type Origin = keyof typeof origins;

/**
 * Every year up to 2028 is loaded, so that each clock ends on a certain day: the model walks years ahead, and a date that
 * rests on a year without a table moves nothing.
 */
const loaded = [2027, 2028].map((year) => ({ year, version: 1, notice: null, holidays: [], makeUpWorkdays: [] }));
const opening = { calendars: [...calendars, ...loaded] };

export interface ItemPath extends ModelPath<State> {
  origin: Origin;
}

/** What keeps two states of the model apart; everything else only makes the graph larger. */
function outline(value: unknown, data: AdmissionData): string {
  const early = value === 'applied' || value === 'correcting';
  return JSON.stringify([
    value,
    early && data.formalChecks.some(({ verdict }) => verdict === 'correctionNeeded'),
    value === 'consulting' ? unheard(data).length : null,
    data.suspension && [data.suspension.because, data.suspension.from],
    confirmedFen(data) > 0,
    data.movements.filter(({ kind }) => kind === 'confirmed').length === 2,
  ]);
}

/** Shortest ways to every state that differs in outline, from each origin. */
export function modelPaths(): ItemPath[] {
  return (Object.keys(origins) as Origin[]).flatMap((origin) => {
    const { form, by = cast.department } = { form: {}, ...origins[origin] } as { form: object; by?: Actor };
    const opened = { form: { ...sampleForms['item.apply'](at), ...form }, actor: by };
    return shortestPaths<State, Forms, AdmissionData>({
      rules,
      opening: opened,
      facts,
      moves,
      happenings,
      outline,
      mayHappen,
    }).map((path) => ({ origin, ...path }));
  });
}

/** Walks a path through the real decision, with real clocks. */
export const replay = replaying({
  start: (path: ItemPath) => begin({ at, opening, ...origins[path.origin] }),
  moves,
  happenings,
  // A minute apart, so that a long path still ends on the day on which its forms were written.
  act: (before, one) => act(before, { ...one, at: before.at + MINUTE_MS }),
  happen: (before, { type }) => {
    const clock = clocks[type as Event];
    return clock ? wait(before, deadline(before, clock).dueAt) : answer(before, type, { code: 'case.closed' });
  },
});

/** A clock ends only where it runs. */
function mayHappen({ type }: Happening, state: string): boolean {
  const clock = clocks[type as Event];
  if (clock === null) return true;
  return (rules.deadlines[clock as keyof typeof rules.deadlines].runsIn as readonly string[]).includes(state);
}

/** A task that asks, wherever the item stands. */
export function asks(walk: Walk): Walk {
  return relayed(walk, 'dispatch.check', { at: walk.at + MINUTE_MS });
}
