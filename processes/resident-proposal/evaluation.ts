import type { Instant } from '../kernel/clock.ts';
import type { SettingValues } from '../kernel/define-rules.ts';
import type { CallBack, Evaluation, Outcome, ProposalData } from './data.ts';
import type { Act } from './names.ts';
import { concludeRound, nextRound } from './rounds.ts';

const SATISFIED: readonly Evaluation['grade'][] = ['verySatisfied', 'satisfied'];
const BAD: readonly Evaluation['grade'][] = ['dissatisfied', 'veryDissatisfied'];

export function evaluate(data: ProposalData, event: Act<'evaluation.give'>): ProposalData {
  const { form, actor, facts } = event;
  const evaluation: Evaluation = {
    number: data.work.evaluations.length + 1,
    by: actor,
    grade: form.grade,
    comment: form.comment ?? null,
    named: form.named,
    at: facts.at,
  };
  return { ...data, work: { ...data.work, evaluations: [...data.work.evaluations, evaluation] } };
}

export function recordVisit(data: ProposalData, event: Act<'visit.record'>): ProposalData {
  const { form, actor, facts } = event;
  return { ...data, work: { ...data.work, visits: [...data.work.visits, { ...form, by: actor, at: facts.at }] } };
}

/** How satisfied people are, in whole numbers: 24 of 38 are 632 ‰. */
export function tally(
  grades: readonly Evaluation['grade'][],
): Pick<Outcome, 'evaluations' | 'satisfied' | 'satisfiedPermille'> {
  const satisfied = grades.filter((grade) => SATISFIED.includes(grade)).length;
  return {
    evaluations: grades.length,
    satisfied,
    satisfiedPermille: grades.length === 0 ? null : Math.round((satisfied * 1000) / grades.length),
  };
}

/** Compared without rounding: 69.96 % is not 70 %. */
export function reachesSatisfaction(grades: readonly Evaluation['grade'][], percentMin: number): boolean {
  const { evaluations, satisfied } = tally(grades);
  return evaluations > 0 && satisfied * 100 >= percentMin * evaluations;
}

export function hasTooFewEvaluations(data: ProposalData, settings: SettingValues): boolean {
  return data.work.evaluations.length < (settings['evaluationsMin'] ?? 0);
}

export function isSatisfied(data: ProposalData, settings: SettingValues): boolean {
  return reachesSatisfaction(gradesOf(data), settings['satisfiedPercentMin'] ?? 100);
}

export function close(data: ProposalData, because: Outcome['because'], at: Instant): ProposalData {
  return concludeRound(data, { ...tally(gradesOf(data)), closedAt: at, because });
}

/** The round is over as not satisfied; the next one rectifies under the same plan, and calls back every named bad review. */
export function startRectification(
  data: ProposalData,
  because: 'belowThreshold' | 'visits',
  at: Instant,
): ProposalData {
  const callBacks: CallBack[] = data.work.evaluations
    .filter((evaluation) => evaluation.named && BAD.includes(evaluation.grade))
    .map((evaluation) => ({ evaluation: evaluation.number, person: evaluation.by, recorded: null }));
  const next = nextRound(close(data, because, at), { at, because, reason: null, keepPlan: true });
  return { ...next, work: { ...next.work, callBacks } };
}

export function recordCallBack(data: ProposalData, event: Act<'callback.record'>): ProposalData {
  const { form, actor, facts } = event;
  const recorded = { reached: form.reached, remark: form.remark, by: actor, at: facts.at };
  const callBacks = data.work.callBacks.map((callBack) =>
    callBack.evaluation === form.evaluation ? { ...callBack, recorded } : callBack,
  );
  return { ...data, work: { ...data.work, callBacks } };
}

/** A new round after closing; the old one keeps its outcome as it was. */
export function reopen(data: ProposalData, event: Act<'case.reopen'>): ProposalData {
  const { form, facts } = event;
  return nextRound(data, {
    at: facts.at,
    because: 'reopened',
    reason: form.reason,
    clawbackQuestion: form.clawbackQuestion,
    keepPlan: form.restartAt === 'implementing',
  });
}

/** Grades given by evaluation, and on return visits by people who had not evaluated themselves. */
export function gradesOf(data: ProposalData): Evaluation['grade'][] {
  const { evaluations, visits } = data.work;
  const byPerson = new Set(evaluations.map((evaluation) => evaluation.by.id));
  const visited = visits.flatMap((visit) =>
    visit.grade && !(visit.person.personId && byPerson.has(visit.person.personId)) ? [visit.grade] : [],
  );
  return [...evaluations.map((evaluation) => evaluation.grade), ...visited];
}
