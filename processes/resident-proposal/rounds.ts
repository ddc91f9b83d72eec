import type { Instant } from '../kernel/clock.ts';
import type { Outcome, ProposalData, Round } from './data.ts';

/** A blank round. */
export function newRound(start: {
  number: number;
  at: Instant;
  because: Round['startedBecause'];
  reason: string | null;
  clawbackQuestion?: boolean;
}): Round {
  return {
    number: start.number,
    startedAt: start.at,
    startedBecause: start.because,
    reason: start.reason,
    clawbackQuestion: start.clawbackQuestion ?? false,
    plan: null,
    pastPlans: [],
    noticeEndedAt: null,
    objections: [],
    deliberations: [],
    decision: null,
    funds: null,
    reports: [],
    suspensions: [],
    completion: null,
    inspections: [],
    result: null,
    evaluations: [],
    visits: [],
    callBacks: [],
    outcome: null,
  };
}

/** Puts the outcome of the round under way on record. */
export function concludeRound(data: ProposalData, outcome: Outcome): ProposalData {
  return { ...data, work: { ...data.work, outcome } };
}

/**
 * Lays the round aside for good and begins the next. With `keepPlan` the work goes on under the plan and the money that
 * were decided; otherwise planning begins anew.
 */
export function nextRound(
  data: ProposalData,
  start: {
    at: Instant;
    because: Round['startedBecause'];
    reason: string | null;
    clawbackQuestion?: boolean;
    keepPlan: boolean;
  },
): ProposalData {
  const number = data.round + 1;
  const { keepPlan, ...opening } = start;
  const work = newRound({ number, ...opening });
  const { plan, funds, decision } = data.work;
  return {
    ...data,
    round: number,
    rounds: [...data.rounds, data.work],
    rejections: 0,
    work: keepPlan ? { ...work, plan, funds, decision } : work,
  };
}

/** All rounds, the one under way last. */
export function allRounds(data: ProposalData): Round[] {
  return [...data.rounds, data.work];
}
