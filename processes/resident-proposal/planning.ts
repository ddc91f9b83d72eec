import type { Plan, ProposalData } from './data.ts';
import type { Act } from './names.ts';

export function submitPlan(data: ProposalData, event: Act<'plan.submit'>): ProposalData {
  const { form, actor, facts } = event;
  const plan: Plan = { ...form, by: actor, at: facts.at };
  const { work } = data;
  return {
    ...data,
    work: {
      ...work,
      plan,
      pastPlans: work.plan ? [...work.pastPlans, work.plan] : work.pastPlans,
      noticeEndedAt: null,
      decision: null,
      funds: null,
    },
  };
}

export function recordObjection(data: ProposalData, event: Act<'notice.object'>): ProposalData {
  const { form, actor, facts } = event;
  const objection = { by: actor, text: form.text, at: facts.at };
  return { ...data, work: { ...data.work, objections: [...data.work.objections, objection] } };
}

export function endNotice(data: ProposalData, event: Act<'notice.expire'>): ProposalData {
  return { ...data, work: { ...data.work, noticeEndedAt: event.facts.at } };
}

/** Amounts are added in fen, because sums of decimals drift. */
export function fen(yuan: number): number {
  return Math.round(yuan * 100);
}

/** What the plan costs, in fen; lines whose source is `none` are work without money. */
export function budgetFen(plan: Pick<Plan, 'budget'> | null): number {
  const lines = plan?.budget.filter((line) => line.source !== 'none') ?? [];
  return lines.reduce((sum, line) => sum + fen(line.amountYuan), 0);
}

export function needsMoney(data: ProposalData): boolean {
  return budgetFen(data.work.plan) > 0;
}
