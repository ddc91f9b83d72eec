import type { LedgerSight, Viewer } from '../kernel/define-rules.ts';
import type { ProposalData, Round } from './data.ts';
import { meetingPasses } from './decision.ts';
import { gradesOf, tally } from './evaluation.ts';
import { confirmedFen, outstandingFen } from './funds.ts';
import { countSupporters } from './supporters.ts';

/**
 * The data as a viewer may see it. The public sees the matter and counts, of persons only `3号楼 王**` unless they agreed
 * to be named, and no telephone; who takes part also sees his own entries; staff see what the work needs, but not who gave
 * an evaluation without his name.
 */
export function present(data: ProposalData, viewer: Viewer): Record<string, unknown> {
  const supporters = countSupporters(data.supporters);
  if (viewer.kind === 'staff') {
    const rounds = data.rounds.map((round) => withoutUnnamed(round, viewer.id));
    return { ...data, work: withoutUnnamed(data.work, viewer.id), rounds, supporterCounts: supporters };
  }
  const open = {
    round: data.round,
    ...data.content,
    supporterCounts: supporters,
    threshold: data.threshold,
    proposers: data.proposers.map((person) => shownName(person, data.content.consentToName)),
    acceptedAt: data.acceptedAt,
    correctionRequested: data.correction !== null,
    declined: data.declined,
    transfers: data.transfers.map(({ target, targetKind, reason, at, conclusion }) => ({
      target,
      targetKind,
      reason,
      at,
      answer: conclusion?.answer ?? null,
    })),
    mergedInto: data.merge?.confirmed ? data.merge.into : null,
    mergedCases: data.mergedCases.map(({ caseId, title }) => ({ caseId, title })),
    docketedAt: data.docketedAt,
    recusals: data.recusals.length,
    work: presentRound(data, data.work),
    rounds: data.rounds.map((round) => presentRound(data, round)),
    patrols: data.patrols.map(({ inOrder, finding, at }) => ({ inOrder, finding, at })),
    termination: data.termination,
  };
  return viewer.kind === 'public' ? open : { ...open, own: ownPart(data, viewer.id) };
}

/** Who gave no name for his evaluation is nobody in the ledger as well, to all but himself. */
export function ledgerSight(
  _data: ProposalData,
  viewer: Viewer,
  actorId: string | null,
  entry?: { type: string; form: { named?: boolean } },
): LedgerSight | undefined {
  const unnamed = entry?.type === 'evaluation.give' && entry.form.named !== true;
  return unnamed && actorId !== viewer.id ? 'nameless' : undefined;
}

/** A round in which nobody reads who gave an evaluation without his name, himself excepted. */
function withoutUnnamed(round: Round, viewerId: string): Record<string, unknown> {
  const evaluations = round.evaluations.map(({ by, ...evaluation }) =>
    evaluation.named || by.id === viewerId ? { by, ...evaluation } : evaluation,
  );
  return { ...round, evaluations };
}

/** `王桂兰` in building 3 becomes `3号楼 王**`; characters outside the basic plane stay whole. */
export function maskedName(person: { name: string; building: string | null }): string {
  const [first = '', ...rest] = [...person.name];
  return [person.building, `${first}${'*'.repeat(Math.max(1, rest.length))}`].filter((part) => part).join(' ');
}

function shownName(person: { name: string; building: string }, consent: boolean): string {
  return consent ? person.name : maskedName(person);
}

function presentRound(data: ProposalData, round: Round): Record<string, unknown> {
  const { plan, decision, result } = round;
  return {
    number: round.number,
    startedAt: round.startedAt,
    startedBecause: round.startedBecause,
    reason: round.reason,
    clawbackQuestion: round.clawbackQuestion,
    plan: plan && presentPlan(plan),
    objections: round.objections.map(({ text, at }) => ({ text, at })),
    deliberations: round.deliberations.map((meeting) => ({
      meeting: meeting.meeting,
      advisory: meeting.advisory,
      heldOn: meeting.heldOn,
      invited: meeting.invited,
      recused: meeting.recused.length,
      present: meeting.present,
      for: meeting.for,
      against: meeting.against,
      abstain: meeting.abstain,
      rule: meeting.rule,
      passed: !meeting.advisory && meetingPasses(meeting),
    })),
    decision: decision && {
      result: decision.result,
      certificateNumber: decision.certificateNumber,
      decidedOn: decision.decidedOn,
      rule: decision.rule,
      passed: decision.passed,
    },
    funds: round.funds && {
      fund: round.funds.request.fund,
      approvedYuan: round.funds.approvedYuan,
      ...(round === data.work
        ? { confirmedYuan: confirmedFen(data) / 100, outstandingYuan: outstandingFen(data) / 100 }
        : {}),
    },
    reports: round.reports.map(({ milestone, doneOn, percent, remark }) => ({ milestone, doneOn, percent, remark })),
    suspensions: round.suspensions,
    inspections: round.inspections.map(({ verdict, inspectedOn, issues, photos, members }) => ({
      verdict,
      inspectedOn,
      issues,
      photos,
      members: members.length,
    })),
    result,
    satisfaction: round === data.work && round.outcome === null ? tally(gradesOf(data)) : round.outcome,
    callBacks: {
      total: round.callBacks.length,
      done: round.callBacks.filter((callBack) => callBack.recorded !== null).length,
    },
  };
}

function presentPlan(plan: NonNullable<Round['plan']>): Record<string, unknown> {
  const { by: _, leader: __, implementer, ...open } = plan;
  return { ...open, implementer: implementer.name };
}

function ownPart(data: ProposalData, id: string): Record<string, unknown> {
  const proposer = data.proposers.find((person) => person.personId === id);
  return {
    proposer: proposer ?? null,
    contact: data.proposers[0]?.personId === id ? data.contact : null,
    supporter: data.supporters.find((supporter) => supporter.personId === id) ?? null,
    objections: data.work.objections.filter((objection) => objection.by.id === id),
    evaluation: data.work.evaluations.find((evaluation) => evaluation.by.id === id) ?? null,
    correction: proposer || data.entry?.by.id === id ? data.correction : null,
    withdrawalAsked: data.withdrawals.some((request) => request.proposer === id),
  };
}
