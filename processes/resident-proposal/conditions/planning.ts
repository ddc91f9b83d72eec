import { dateOf, daysBetween } from '../../kernel/clock.ts';
import type { ProcessRules } from '../../kernel/define-rules.ts';
import type { ProblemValues } from '../../kernel/problem.ts';
import { meetingRuleOn, reaches, shareText } from '../../law/meeting-rules.ts';
import type { ProposalData } from '../data.ts';
import {
  bodyValues,
  decisionHasQuorum,
  electorateOf,
  outsideBody,
  outsideBodyOf,
  ruleOfDecision,
  ruleOfMeeting,
  touchesOf,
  voteOpensOn,
} from '../decision.ts';
import type { Forms } from '../forms.ts';
import type { Problem, ProposalNames } from '../names.ts';
import { settings } from '../settings.ts';
import { type ConditionOf, notInFuture } from './dates.ts';

type BodyProblem = Extract<Problem, `body.${'owners' | 'village'}${string}`>;
const bodyProblems: readonly BodyProblem[] = ['body.ownersUse', 'body.ownersThreeQuarters', 'body.village'];

/** Conditions of the second stage: plan, publicity, decision. */
export const planningConditions: ProcessRules<ProposalNames>['conditions'] = {
  'plan.submit': [
    ...bodyProblems.map(
      (code): ConditionOf<'plan.submit'> => ({
        code,
        needsForm: true,
        pointer: '/decisionBody',
        fails: ({ data, form, facts }) => wrongBody(code, data, form, dateOf(facts.at)),
      }),
    ),
    {
      code: 'body.notNeeded',
      needsForm: true,
      pointer: '/decisionBody',
      fails: ({ data, form }) => {
        const outside = outsideBody(touchesOf(data, form));
        const asksOutside =
          form.decisionBody === 'ownersAssembly' || form.decisionBody === 'villageRepresentativesMeeting';
        return asksOutside && outside === null ? {} : undefined;
      },
    },
    {
      code: 'date.past',
      needsForm: true,
      pointer: '/milestones',
      fails: ({ form, facts }) => {
        const early = form.milestones.find((milestone) => milestone.plannedOn < dateOf(facts.at));
        return early ? { day: early.plannedOn } : undefined;
      },
    },
  ],
  'notice.object': [
    {
      code: 'objection.already',
      fails: ({ data, actor }) => {
        const since = data.work.plan?.at ?? 0;
        return data.work.objections.some((one) => one.by.id === actor.id && one.at >= since) ? {} : undefined;
      },
    },
  ],
  'recusal.declare': [
    { code: 'recusal.already', fails: ({ data, actor }) => (isRecused(data, actor.id) ? {} : undefined) },
  ],
  'recusal.order': [
    {
      code: 'recusal.already',
      needsForm: true,
      pointer: '/delegate',
      fails: ({ data, form }) => (isRecused(data, form.delegate.personId) ? {} : undefined),
    },
  ],
  'deliberation.record': [
    notInFuture('heldOn'),
    ...bodyProblems.map(
      (code): ConditionOf<'deliberation.record'> => ({
        code,
        needsForm: true,
        pointer: '/advisory',
        fails: ({ data, form }) => {
          const outside = outsideBodyOf(data);
          if (form.advisory || outside === null || problemFor(outside) !== code) return undefined;
          return bodyValues(meetingRuleOn({ ...outside, on: form.heldOn }));
        },
      }),
    ),
    {
      code: 'meeting.otherBody',
      needsForm: true,
      pointer: '/meeting',
      fails: ({ data, form }) =>
        form.advisory || data.work.plan === null || data.work.plan.decisionBody === form.meeting ? undefined : {},
    },
    {
      code: 'meeting.beforeNoticeEnd',
      needsForm: true,
      pointer: '/heldOn',
      fails: ({ data, form }) => (form.advisory ? undefined : heldTooEarly(data, form.heldOn)),
    },
    {
      code: 'meeting.noticeShort',
      needsForm: true,
      pointer: '/agendaPostedOn',
      fails: ({ form, facts }) => {
        const days = facts.settings['meetingNoticeDays'] ?? settings.meetingNoticeDays.value;
        return !form.advisory && daysBetween(form.agendaPostedOn, form.heldOn) < days ? { days } : undefined;
      },
    },
    {
      code: 'recusal.missing',
      needsForm: true,
      pointer: '/recused',
      fails: ({ data, form }) => {
        const named = new Set(form.recused.map((person) => person.personId));
        const missing = data.recusals.filter((recusal) => !named.has(recusal.personId));
        return missing.length > 0 ? { names: missing.map((recusal) => recusal.name).join('、') } : undefined;
      },
    },
    {
      code: 'meeting.countsDiffer',
      needsForm: true,
      pointer: '/validVotes',
      fails: ({ form }) => {
        const electorate = electorateOf(form);
        const votes = form.for + form.against + form.abstain;
        const consistent = votes === form.validVotes && form.validVotes <= form.present && form.present <= electorate;
        return consistent ? undefined : { votes, validVotes: form.validVotes, present: form.present, electorate };
      },
    },
    {
      code: 'meeting.ruleUnknown',
      needsForm: true,
      pointer: '/heldOn',
      fails: ({ form }) => (form.advisory || ruleOfMeeting(form) ? undefined : { day: form.heldOn }),
    },
    {
      code: 'meeting.noQuorum',
      needsForm: true,
      pointer: '/present',
      fails: ({ form }) => {
        const rule = ruleOfMeeting(form);
        const electorate = electorateOf(form);
        return form.advisory || !rule || reaches(rule.quorum, form.present, electorate)
          ? undefined
          : { present: form.present, electorate, quorum: shareText(rule.quorum) };
      },
    },
  ],
  'decision.import': [
    notInFuture('decidedOn'),
    {
      code: 'decision.otherBody',
      needsForm: true,
      pointer: '/result',
      fails: ({ data, form }) => (outsideBodyOf(data)?.body === form.result.body ? undefined : {}),
    },
    {
      code: 'decision.system',
      needsForm: true,
      pointer: '/system',
      fails: ({ form }) => (form.system === 'otherOnlineTool' ? {} : undefined),
    },
    {
      code: 'meeting.beforeNoticeEnd',
      needsForm: true,
      pointer: '/decidedOn',
      fails: ({ data, form }) => heldTooEarly(data, form.decidedOn),
    },
    {
      code: 'meeting.ruleUnknown',
      needsForm: true,
      pointer: '/decidedOn',
      fails: ({ data, form }) => (ruleOfDecision(data, form) ? undefined : { day: form.decidedOn }),
    },
    {
      code: 'decision.agendaLate',
      needsForm: true,
      pointer: '/agendaPostedOn',
      fails: ({ data, form }) => {
        const days = ruleOfDecision(data, form)?.agendaCalendarDays ?? 0;
        return daysBetween(form.agendaPostedOn, form.decidedOn) < days ? { days } : undefined;
      },
    },
    {
      code: 'decision.countsDiffer',
      needsForm: true,
      pointer: '/result',
      fails: ({ form }) => (countsAgree(form.result) ? undefined : {}),
    },
    {
      code: 'decision.noQuorum',
      needsForm: true,
      pointer: '/result',
      fails: ({ data, form }) => {
        const rule = ruleOfDecision(data, form);
        return !rule || decisionHasQuorum(rule, form) ? undefined : bodyValues(rule);
      },
    },
  ],
};

function wrongBody(
  code: BodyProblem,
  data: ProposalData,
  form: Forms['plan.submit'],
  on: string,
): ProblemValues | undefined {
  const outside = outsideBody(touchesOf(data, form));
  if (outside === null || outside.body === form.decisionBody || problemFor(outside) !== code) return undefined;
  return bodyValues(meetingRuleOn({ ...outside, on }));
}

function problemFor(outside: NonNullable<ReturnType<typeof outsideBody>>): BodyProblem {
  if (outside.body === 'villageRepresentativesMeeting') return 'body.village';
  return outside.subject === 'ownersThreeQuarters' ? 'body.ownersThreeQuarters' : 'body.ownersUse';
}

function heldTooEarly(data: ProposalData, day: string): ProblemValues | undefined {
  const opensOn = voteOpensOn(data);
  return opensOn !== null && day < opensOn ? { opensOn } : undefined;
}

function isRecused(data: ProposalData, personId: string): boolean {
  return data.recusals.some((recusal) => recusal.personId === personId);
}

function countsAgree(result: Forms['decision.import']['result']): boolean {
  if (result.body === 'villageRepresentativesMeeting') {
    const { total, present, for: agreed } = result.members;
    return agreed <= present && present <= total;
  }
  const { area, heads } = result;
  return (
    heads.for <= heads.participating &&
    heads.participating <= heads.total &&
    area.forSquareMetres <= area.participatingSquareMetres &&
    area.participatingSquareMetres <= area.totalSquareMetres
  );
}
