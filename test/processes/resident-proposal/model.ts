import type { Actor } from '../../../processes/kernel/actor.ts';
import { HOUR_MS } from '../../../processes/kernel/clock.ts';
import { calendar2026 } from '../../../processes/law/calendars/2026.ts';
import type { ProposalData } from '../../../processes/resident-proposal/data.ts';
import { outsideBodyOf } from '../../../processes/resident-proposal/decision.ts';
import type { Forms } from '../../../processes/resident-proposal/forms.ts';
import type { Event, State } from '../../../processes/resident-proposal/names.ts';
import { budgetFen } from '../../../processes/resident-proposal/planning.ts';
import { rules } from '../../../processes/resident-proposal/rules.ts';
import { openMilestones } from '../../../processes/resident-proposal/works.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import { type ModelPath, movesWith, shortestPaths, takeStep } from '../support/model.ts';
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

const move = movesWith(sampleForms, at);
/** Who sends what no person may. */
const otherCase: Actor = { id: 'case:main', name: 'main', holdings: [] };

const collective = { touches: ['collectiveAssets' as const], decisionBody: 'villageRepresentativesMeeting' as const };
const villagers = (agreed: number) => ({
  result: { body: 'villageRepresentativesMeeting' as const, members: { total: 30, present: 20, for: agreed } },
});
const noMoney = { budget: [] };

/** What people do in the model: each command, with every variant that leads another way. */
const moves = [
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
  move('merge.seal', otherCase),
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
const clocks: Partial<Record<Event, string | null>> = {
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

const happenings = (Object.keys(clocks) as Event[]).map((type) => ({ type }));

export interface ProposalPath extends ModelPath<State> {
  onPaper: boolean;
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

/** Shortest ways to every state that differs in outline. */
export function modelPaths(onPaper: boolean): ProposalPath[] {
  return shortestPaths<State, Forms, ProposalData>({
    rules,
    opening: { form: startForm(onPaper), actor: starter(onPaper) },
    facts,
    moves: moves.map((one) => (one.by === cast.lead ? { ...one, by: starter(onPaper) } : one)),
    happenings,
    outline,
    mayAct: ({ command }, { round }) => command !== 'case.reopen' || round === 1,
  }).map((path) => ({ onPaper, ...path }));
}

/**
 * Walks a path through the real decision, with real clocks; `between` may replace the walk after every step. Paths share
 * their beginnings: what one of them has walked, the others take from `walked`.
 */
export function replay(
  path: ProposalPath,
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
  return takeStep(walk, step, {
    moves,
    happenings,
    act: (before, one) => {
      if (one.by === otherCase) return afterRelay(before, one.command, one.form);
      // Dates of the form follow the clock of the walk; what the variant is about stays.
      const fresh = sampleForms[one.command](before.at + HOUR_MS);
      const variant = differing(one.form, sampleForms[one.command](at));
      const by = one.by === cast.lead ? lead : one.by;
      return act(before, { command: one.command, by, form: { ...fresh, ...variant } } as never);
    },
    happen: (before, { type }) => {
      const clock = clocks[type as Event];
      return clock ? wait(before, deadline(before, clock).dueAt) : answer(before, type);
    },
  });
}

function differing(form: object, sample: object): object {
  const original: Record<string, unknown> = { ...sample };
  return Object.fromEntries(
    Object.entries(form).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(original[key])),
  );
}

function starter(onPaper: boolean): Actor {
  return onPaper ? cast.buildingLeader : cast.lead;
}

function startForm(onPaper: boolean): Forms['proposal.draft'] {
  const form = sampleForms['proposal.draft'](at);
  if (!onPaper) return { ...form, jointProposers: [{ personId: 'joint', name: '钱慧' }] };
  return { ...form, enteredOnBehalf: { name: '韩秀英', phone: '010-64400000', reason: '82岁,不会用手机' } };
}
