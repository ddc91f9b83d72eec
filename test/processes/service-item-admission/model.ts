import { getShortestPaths } from 'xstate/graph';
import type { Actor } from '../../../processes/kernel/actor.ts';
import { brokenCondition } from '../../../processes/kernel/condition.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import type { AdmissionData } from '../../../processes/service-item-admission/data.ts';
import { unheard } from '../../../processes/service-item-admission/decision.ts';
import type { Forms } from '../../../processes/service-item-admission/forms.ts';
import { confirmedFen } from '../../../processes/service-item-admission/funds.ts';
import { machine } from '../../../processes/service-item-admission/machine.ts';
import type { Event, State } from '../../../processes/service-item-admission/names.ts';
import { rules } from '../../../processes/service-item-admission/rules.ts';
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

type Command = Exclude<keyof Forms, 'dispatch.check' | 'dispatch.end'>;
type Move = { [C in Command]: { command: C; by: Actor; form: Forms[C] } }[Command];

function move<C extends Command>(command: C, by: Actor, change: Partial<Forms[C]> = {}): Move {
  return { command, by, form: { ...sampleForms[command](at), ...change } } as unknown as Move;
}

/** What people do in the model: each command, with every variant that leads another way. */
const moves: readonly Move[] = [
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
const happenings: Record<Event, string | null> = {
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

export interface ModelPath {
  origin: Origin;
  to: State;
  steps: readonly string[];
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

/** Shortest ways to every state that differs in outline, found by xstate's own graph search from each origin. */
export function modelPaths(): ModelPath[] {
  return (Object.keys(origins) as Origin[]).flatMap((origin) => {
    const { form, by = cast.department } = { form: {}, ...origins[origin] } as { form: object; by?: Actor };
    const input = { form: { ...sampleForms['item.apply'](at), ...form }, actor: { id: by.id, name: by.name }, facts };
    const paths = getShortestPaths(machine, {
      input,
      serializeState: (snapshot) => outline(snapshot.value, snapshot.context),
      events: (snapshot) => {
        const data = snapshot.context;
        const people = moves
          .map((one, index) => ({ one, index }))
          .filter(({ one }) => snapshot.can(eventOf(one)) && mayAct(one, data))
          .map(({ one, index }) => ({ ...eventOf(one), step: `move ${index}` }));
        const automatic = Object.keys(happenings)
          .filter((type) => mayHappen(type as Event, String(snapshot.value)))
          .map((type) => ({ type, facts, step: `event ${type}` }));
        return [...people, ...automatic] as never;
      },
    });
    return paths.map((path) => ({
      origin,
      to: path.state.value as State,
      steps: path.steps.flatMap(({ event }) => ('step' in event && typeof event.step === 'string' ? [event.step] : [])),
    }));
  });
}

/** Walks a path through the real decision, with real clocks; `between` may replace the walk after every step. */
export function replay(path: ModelPath, between: (walk: Walk) => Walk = (walk) => walk): Walk {
  const started = between(begin({ at, opening, ...origins[path.origin] }));
  return path.steps.reduce((walk, step) => between(take(walk, step)), started);
}

function take(walk: Walk, step: string): Walk {
  const [kind, name = ''] = step.split(' ');
  if (kind === 'event') {
    const clock = happenings[name as Event];
    return clock ? wait(walk, deadline(walk, clock).dueAt) : answer(walk, name, { code: 'case.closed' });
  }
  const one = moves[Number(name)];
  if (!one) throw new Error(`no move ${name}`);
  // A minute apart, so that a long path still ends on the day on which its forms were written.
  return act(walk, { ...one, at: walk.at + 60_000 });
}

/** A clock ends only where it runs. */
function mayHappen(event: Event, state: string): boolean {
  const clock = happenings[event];
  if (clock === null) return true;
  return (rules.deadlines[clock as keyof typeof rules.deadlines].runsIn as readonly string[]).includes(state);
}

function mayAct(one: Move, data: AdmissionData): boolean {
  return !brokenCondition(rules, one.command, { data, form: one.form, actor: one.by, facts });
}

function eventOf(one: Move) {
  return { type: one.command, form: one.form, actor: { id: one.by.id, name: one.by.name }, facts } as never as {
    type: 'item.withdraw';
    form: Forms['item.withdraw'];
    actor: { id: string; name: string };
    facts: typeof facts;
  };
}

/** A task that asks, wherever the item stands. */
export function asks(walk: Walk): Walk {
  return relayed(walk, 'dispatch.check', { at: walk.at + 60_000 });
}
