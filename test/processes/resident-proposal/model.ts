import { getShortestPaths } from 'xstate/graph';
import type { Actor } from '../../../processes/kernel/actor.ts';
import { HOUR_MS } from '../../../processes/kernel/clock.ts';
import { brokenCondition } from '../../../processes/kernel/condition.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import type { ProposalData } from '../../../processes/resident-proposal/data.ts';
import { outsideBodyOf } from '../../../processes/resident-proposal/decision.ts';
import type { Forms } from '../../../processes/resident-proposal/forms.ts';
import { machine } from '../../../processes/resident-proposal/machine.ts';
import type { Event, State } from '../../../processes/resident-proposal/names.ts';
import { budgetFen } from '../../../processes/resident-proposal/planning.ts';
import { rules } from '../../../processes/resident-proposal/rules.ts';
import { openMilestones } from '../../../processes/resident-proposal/works.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import {
  act,
  afterRelay,
  answer,
  begin,
  beijing,
  cast,
  deadline,
  openingOf,
  settingValues,
  type Walk,
  wait,
} from './walk.ts';

/**
 * The calendar of 2026, and an invented one for 2027 so that paths may run into that year; which days are off there is of
 * no matter to the paths.
 */
const calendars = [calendar2026, { year: 2027, version: 1, notice: null, holidays: [], makeUpWorkdays: [] }];
const opening = {
  calendars,
  settings: settingValues({
    thresholdPersons: 1,
    thresholdHouseholds: 1,
    evaluationsMin: 1,
    rejectionsMax: 1,
    supervisionMonths: 1,
  }),
};
const at = beijing('2026-03-02');
const facts = { at, caseId: 'case-1', org: openingOf().org, settings: opening.settings, calendars, registers: [] };

const resident = { ...cast.resident, id: 'resident-1', name: 'resident-1' };

type Move = {
  [C in keyof Forms]: { command: C; by: Actor; form: Forms[C]; relayed?: boolean };
}[keyof Forms];

function move<C extends keyof Forms>(command: C, by: Actor, change: Partial<Forms[C]> = {}): Move {
  return { command, by, form: { ...sampleForms[command](at), ...change } } as unknown as Move;
}

const collective = { touches: ['collectiveAssets' as const], decisionBody: 'villageRepresentativesMeeting' as const };
const villagers = (agreed: number) => ({
  result: { body: 'villageRepresentativesMeeting' as const, members: { total: 30, present: 20, for: agreed } },
});
const noMoney = { budget: [] };

/** What people do in the model: each command, with every variant that leads another way. */
const moves: readonly Move[] = [
  move('proposal.publish', cast.lead),
  move('confirmation.call', cast.worker),
  move('proposal.withdraw', cast.lead),
  move('proposal.cosign', resident),
  move('proposal.uncosign', resident),
  move('proposal.accept', cast.worker),
  move('correction.request', cast.worker),
  move('correction.submit', cast.lead),
  move('proposal.decline', cast.worker),
  move('proposal.docket', cast.director),
  move('proposal.transfer', cast.worker),
  move('transfer.object', cast.district),
  move('transfer.conclude', cast.worker),
  move('proposal.merge', cast.worker),
  move('merge.undo', cast.worker),
  { ...move('merge.seal', cast.worker), relayed: true },
  move('plan.submit', cast.worker),
  move('plan.submit', cast.worker, noMoney),
  move('plan.submit', cast.worker, collective),
  move('deliberation.record', cast.moderator),
  move('deliberation.record', cast.moderator, { for: 3, against: 34, abstain: 0 }),
  move('decision.import', cast.director, villagers(18)),
  move('decision.import', cast.director, villagers(3)),
  move('funds.request', cast.worker),
  move('funds.endorse', cast.director),
  move('funds.endorse', cast.director, { verdict: 'returned' }),
  move('funds.review', cast.officer),
  move('funds.review', cast.officer, { verdict: 'returned' }),
  move('funds.review', cast.officer, { verdict: 'refused' }),
  move('funds.confirm', cast.finance),
  move('milestone.report', cast.provider),
  move('work.suspend', cast.worker),
  move('work.resume', cast.worker),
  move('work.terminate', cast.director),
  move('work.complete', cast.provider),
  move('inspection.record', cast.moderator),
  move('inspection.record', cast.moderator, { verdict: 'failed', issues: ['顶棚接缝漏水'] }),
  move('result.publish', cast.worker),
  move('evaluation.give', resident),
  move('evaluation.give', resident, { grade: 'veryDissatisfied' }),
  move('visit.record', cast.worker),
  move('visits.conclude', cast.worker),
  move('visits.conclude', cast.worker, { conclusion: 'rectify' }),
  move('callback.record', cast.worker),
  move('rectification.complete', cast.provider),
  move('case.reopen', cast.residentsSupervisor),
  move('case.reopen', cast.residentsSupervisor, { restartAt: 'implementing' }),
];

/** What happens by itself, and which clock brings it; null: another case answers. */
const happenings: Partial<Record<Event, string | null>> = {
  'cosigning.expire': 'cosigning',
  'correction.expire': 'correction',
  'objection.expire': 'objection',
  'notice.expire': 'publicNotice',
  'evaluation.expire': 'evaluation',
  'supervision.expire': 'supervision',
  'merge.confirmed': null,
  'merge.refused': null,
  'merge.parted': null,
  'merge.partRefused': null,
};

export interface ModelPath {
  to: State;
  onPaper: boolean;
  steps: readonly string[];
}

/** What keeps two states of the model apart, by stage; everything else only makes the graph larger. */
function outline(value: unknown, data: ProposalData): string {
  const { work } = data;
  const state = value as State;
  const kind = rules.states[state].kind;
  if (kind === 'final') return state;
  if (state === 'transferred') return JSON.stringify([state, data.transfers.at(-1)?.settled]);
  if (data.docketedAt === null) return JSON.stringify([state, data.supporters.length > 0, data.correction !== null]);
  return JSON.stringify([
    state,
    state === 'planning' || rules.states[state].stage !== 2 ? null : outsideBodyOf(data) !== null,
    work.plan === null || state === 'planning' ? null : budgetFen(work.plan) > 0,
    rules.states[state].stage === 2 ? data.rejections : 0,
    state === 'implementing' && openMilestones(data).length > 0,
    rules.states[state].stage === 3 ? work.startedBecause : null,
    work.evaluations.map((evaluation) => evaluation.grade),
    work.visits.length > 0,
    work.callBacks.map((callBack) => callBack.recorded !== null),
  ]);
}

/** Shortest ways to every state that differs in outline, found by xstate's own graph search. */
export function modelPaths(onPaper: boolean): ModelPath[] {
  const paths = getShortestPaths(machine, {
    input: { form: startForm(onPaper), actor: starter(onPaper), facts },
    serializeState: (snapshot) => outline(snapshot.value, snapshot.context),
    events: (snapshot) => {
      const data = snapshot.context;
      const people = moves
        .map((one, index) => ({ one: one.by === cast.lead ? { ...one, by: starter(onPaper) } : one, index }))
        .filter(({ one }) => one.command !== 'case.reopen' || data.round === 1)
        .filter(({ one }) => snapshot.can(eventOf(one)))
        .filter(({ one }) => !brokenCondition(rules, one.command, { data, form: one.form, actor: one.by, facts }))
        .map(({ one, index }) => ({ ...eventOf(one), step: `move ${index}` }));
      const automatic = Object.keys(happenings).map((type) => ({ type, facts, step: `event ${type}` }));
      return [...people, ...automatic] as never;
    },
  });
  return paths.map((path) => ({
    to: path.state.value as State,
    onPaper,
    steps: path.steps.flatMap(({ event }) => ('step' in event && typeof event.step === 'string' ? [event.step] : [])),
  }));
}

/**
 * Walks a path through the real decision, with real clocks; `between` may replace the walk after every step. Paths share
 * their beginnings: what one of them has walked, the others take from `walked`.
 */
export function replay(
  path: ModelPath,
  walked: Map<string, Walk>,
  between: (walk: Walk) => Walk = (walk) => walk,
): Walk {
  const key = `${path.onPaper} ${path.steps.join(' > ')}`;
  const known = walked.get(key);
  if (known) return known;
  const lead = starter(path.onPaper);
  const last = path.steps.at(-1);
  const walk =
    last === undefined
      ? begin({ by: lead, form: startForm(path.onPaper), at, opening })
      : take(replay({ ...path, steps: path.steps.slice(0, -1) }, walked, between), last, lead);
  const kept = between(walk);
  walked.set(key, kept);
  return kept;
}

function take(walk: Walk, step: string, lead: Actor): Walk {
  const [kind, name = ''] = step.split(' ');
  if (kind === 'event') {
    const clock = happenings[name as Event];
    return clock ? wait(walk, deadline(walk, clock).dueAt) : answer(walk, name);
  }
  const one = moves[Number(name)];
  if (!one) throw new Error(`no move ${name}`);
  const now = walk.at + HOUR_MS;
  if (one.relayed) return afterRelay(walk, one.command, one.form);
  // Dates of the form follow the clock of the walk; what the variant is about stays.
  const fresh = sampleForms[one.command](now);
  const variant = differing(one.form, sampleForms[one.command](at));
  const by = one.by === cast.lead ? lead : one.by;
  return act(walk, { command: one.command, by, form: { ...fresh, ...variant } } as never);
}

function differing(form: object, sample: object): object {
  const original: Record<string, unknown> = { ...sample };
  return Object.fromEntries(
    Object.entries(form).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(original[key])),
  );
}

function eventOf(one: Move) {
  return { type: one.command, form: one.form, actor: { id: one.by.id, name: one.by.name }, facts } as never as {
    type: 'proposal.publish';
    form: Forms['proposal.publish'];
    actor: { id: string; name: string };
    facts: typeof facts;
  };
}

function starter(onPaper: boolean): Actor {
  return onPaper ? cast.buildingLeader : cast.lead;
}

function startForm(onPaper: boolean): Forms['proposal.draft'] {
  const form = sampleForms['proposal.draft'](at);
  if (!onPaper) return { ...form, jointProposers: [{ personId: 'joint', name: '钱慧' }] };
  return { ...form, enteredOnBehalf: { name: '韩秀英', phone: '010-64400000', reason: '82岁,不会用手机' } };
}
