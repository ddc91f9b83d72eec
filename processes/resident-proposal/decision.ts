import { dateOf } from '../kernel/clock.ts';
import type { ProblemValues } from '../kernel/problem.ts';
import {
  type MeetingBody,
  type MeetingRule,
  type MeetingSubject,
  meetingRuleOn,
  reaches,
  shareText,
} from '../law/meeting-rules.ts';
import type { Deliberation, ExternalDecision, Plan, ProposalData, Recusal } from './data.ts';
import type { Forms } from './forms.ts';
import type { Act } from './names.ts';

type Touch = Plan['touches'][number];

/** What the matter touches: as the proposal says, as the plan says, and as the money in the budget shows. */
export function touchesOf(data: ProposalData, plan: Forms['plan.submit'] | null): Set<Touch> {
  const sources = [data.content.funding.source, ...(plan?.budget.map((line) => line.source) ?? [])];
  const byMoney: Touch[] = sources.flatMap((source) => {
    if (source === 'maintenanceFund') return ['maintenanceFundUse'];
    if (source === 'commonPartIncome') return ['commonPartIncome'];
    return source === 'collectiveFunds' ? ['collectiveAssets'] : [];
  });
  return new Set([...(data.content.touches ?? []), ...(plan?.touches ?? []), ...byMoney]);
}

const THREE_QUARTERS: readonly Touch[] = ['maintenanceFundRaising', 'commonPartRebuilding', 'commonPartBusiness'];

/** The body outside the hall that alone may decide, or null if the residents may (民法典 arts. 278, 282). */
export function outsideBody(touches: ReadonlySet<Touch>): { body: MeetingBody; subject: MeetingSubject } | null {
  if (touches.has('collectiveAssets')) return { body: 'villageRepresentativesMeeting', subject: 'ordinary' };
  if (touches.size === 0) return null;
  const subject = THREE_QUARTERS.some((touch) => touches.has(touch)) ? 'ownersThreeQuarters' : 'ownersFundUse';
  return { body: 'ownersAssembly', subject };
}

/** The outside body for the plan under way. */
export function outsideBodyOf(data: ProposalData): { body: MeetingBody; subject: MeetingSubject } | null {
  return outsideBody(touchesOf(data, data.work.plan));
}

/** What a refusal tells about the body that must decide. */
export function bodyValues(rule: MeetingRule | undefined): ProblemValues {
  if (!rule) return {};
  return {
    quorum: shareText(rule.quorum),
    majority: shareText(rule.majority),
    article: rule.article,
    agendaDays: rule.agendaCalendarDays ?? 0,
  };
}

/** The rule by which a meeting's record is judged: the one in force on the day it was held. */
export function ruleOfMeeting(form: Forms['deliberation.record']): MeetingRule | undefined {
  return meetingRuleOn({ body: form.meeting, subject: 'ordinary', on: form.heldOn });
}

/** Recused members are no part of the electorate: they count neither as invited nor as present. */
export function electorateOf(form: Forms['deliberation.record']): number {
  return Math.max(0, form.invited - form.recused.length);
}

export function recordDeliberation(data: ProposalData, event: Act<'deliberation.record'>): ProposalData {
  const { form, actor, facts } = event;
  const rule = ruleOfMeeting(form);
  const record: Deliberation = { ...form, by: actor, at: facts.at, rule: rule?.id ?? '', passed: meetingPasses(form) };
  return countRejection(
    { ...data, work: { ...data.work, deliberations: [...data.work.deliberations, record] } },
    !form.advisory && !record.passed,
  );
}

/** An advisory vote (咨询性) decides nothing, whatever its result. */
export function meetingPasses(form: Forms['deliberation.record']): boolean {
  const rule = ruleOfMeeting(form);
  return rule !== undefined && reaches(rule.majority, form.for, form.present);
}

/** The rule by which an imported decision is judged. */
export function ruleOfDecision(data: ProposalData, form: Forms['decision.import']): MeetingRule | undefined {
  const outside = outsideBodyOf(data);
  return outside ? meetingRuleOn({ ...outside, on: form.decidedOn }) : undefined;
}

export function decisionHasQuorum(rule: MeetingRule, form: Forms['decision.import']): boolean {
  const { result } = form;
  if (result.body === 'villageRepresentativesMeeting') {
    return reaches(rule.quorum, result.members.present, result.members.total);
  }
  return (
    reaches(rule.quorum, result.heads.participating, result.heads.total) &&
    reaches(rule.quorum, result.area.participatingSquareMetres, result.area.totalSquareMetres)
  );
}

export function decisionPasses(data: ProposalData, form: Forms['decision.import']): boolean {
  const rule = ruleOfDecision(data, form);
  if (!rule) return false;
  const { result } = form;
  if (result.body === 'villageRepresentativesMeeting') {
    return reaches(rule.majority, result.members.for, result.members.present);
  }
  return (
    reaches(rule.majority, result.heads.for, result.heads.participating) &&
    reaches(rule.majority, result.area.forSquareMetres, result.area.participatingSquareMetres)
  );
}

export function importDecision(data: ProposalData, event: Act<'decision.import'>): ProposalData {
  const { form, actor, facts } = event;
  const passed = decisionPasses(data, form);
  const rule = ruleOfDecision(data, form)?.id ?? '';
  const decision: ExternalDecision = { ...form, by: actor, at: facts.at, rule, passed };
  return countRejection({ ...data, work: { ...data.work, decision } }, !passed);
}

function countRejection(data: ProposalData, rejected: boolean): ProposalData {
  return rejected ? { ...data, rejections: data.rejections + 1 } : data;
}

export function declareRecusal(data: ProposalData, event: Act<'recusal.declare'>): ProposalData {
  const { form, actor, facts } = event;
  return addRecusal(data, { ...form, personId: actor.id, name: actor.name, by: actor, at: facts.at });
}

export function orderRecusal(data: ProposalData, event: Act<'recusal.order'>): ProposalData {
  const { form, actor, facts } = event;
  const { delegate, relation, explanation } = form;
  return addRecusal(data, { ...delegate, relation, explanation, by: actor, at: facts.at });
}

function addRecusal(data: ProposalData, recusal: Recusal): ProposalData {
  return { ...data, recusals: [...data.recusals, recusal] };
}

/** The day from which a vote may be held: the first day after the publicity. */
export function voteOpensOn(data: ProposalData): string | null {
  return data.work.noticeEndedAt === null ? null : dateOf(data.work.noticeEndedAt);
}
