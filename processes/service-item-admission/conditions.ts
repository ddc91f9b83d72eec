import { isWithin } from '../kernel/actor.ts';
import { dateOf } from '../kernel/clock.ts';
import type { Condition, ProcessRules } from '../kernel/define-rules.ts';
import { orgAtLevel } from '../organisation.ts';
import { correctionGiven, earliestStart, findingsOf, negativeOf } from './application.ts';
import { applicationConditions, correctionConditions } from './application-conditions.ts';
import type { AdmissionData } from './data.ts';
import { unheard } from './decision.ts';
import { approvedFen, confirmedFen, fen } from './funds.ts';
import { listedSameName, listedWithCode } from './lookups.ts';
import type { AdmissionNames, Finding, Problem } from './names.ts';
import { planConditions } from './plan-conditions.ts';
import { speaksFor } from './pointless.ts';
import { figureOf } from './settings.ts';

type Check<Form> = Condition<AdmissionData, Form, Problem>;

/** What must hold beyond permission and state. */
export const conditions: ProcessRules<AdmissionNames>['conditions'] = {
  'item.apply': applicationConditions,
  'form.check': [
    {
      code: 'correction.already',
      needsForm: true,
      pointer: '/verdict',
      fails: ({ data, form }) => (form.verdict === 'correctionNeeded' && correctionGiven(data) ? {} : undefined),
    },
    {
      code: 'correction.first',
      needsForm: true,
      pointer: '/verdict',
      fails: ({ data, form }) => (form.verdict === 'incomplete' && !correctionGiven(data) ? {} : undefined),
    },
    ...(['money', 'contact', 'necessity', 'authority', 'equipment', 'standard'] as const).map(nothingMissing),
    ...(['exitConditions', 'validUntil', 'surveyMarks'] as const).map(nothingMissing),
  ],
  'item.correct': correctionConditions,
  'basis.check': [
    articlesNamed((form) => form.verdict === 'failed'),
    {
      code: 'basis.negativeList',
      needsForm: true,
      pointer: '/negativeCleared',
      fails: ({ data, form, facts }) => {
        const [found] = negativeOf(data.item, dateOf(facts.at));
        if (!found || form.verdict !== 'passed' || form.negativeCleared !== undefined) return undefined;
        return { mark: found.mark, article: found.entry.article };
      },
    },
    {
      code: 'basis.duplicate',
      needsForm: true,
      pointer: '/duplicateCleared',
      fails: ({ data, form, facts }) => {
        const code = form.verdict === 'passed' ? listedSameName(facts, data.item) : undefined;
        return code !== undefined && form.duplicateCleared === undefined ? { code } : undefined;
      },
    },
    {
      code: 'consult.outside',
      needsForm: true,
      pointer: '/consult',
      fails: ({ data, form }) => {
        const org = form.consult?.find((one) => !isCommunity(one) || !data.areas.some((area) => isWithin(one, area)));
        return org === undefined ? undefined : { org };
      },
    },
    {
      code: 'consult.tooFew',
      needsForm: true,
      pointer: '/consult',
      fails: ({ form, facts }) => {
        const needed = figureOf('consultedMin', facts.settings);
        const asked = new Set(form.consult ?? []).size;
        return form.verdict === 'passed' && asked < needed ? { asked, needed } : undefined;
      },
    },
  ],
  'opinion.give': [
    {
      code: 'opinion.notConsulted',
      needsForm: true,
      pointer: '/community',
      fails: ({ data, form }) =>
        data.consultation?.communities.includes(form.community) ? undefined : { org: form.community },
    },
    {
      code: 'opinion.already',
      needsForm: true,
      pointer: '/community',
      fails: ({ data, form }) => (unheard(data).includes(form.community) ? undefined : { org: form.community }),
    },
    {
      code: 'opinion.notYours',
      needsForm: true,
      pointer: '/community',
      fails: ({ form, actor }) => (speaksFor(actor, form.community) ? undefined : { org: form.community }),
    },
  ],
  'consultation.close': [
    {
      code: 'consultation.tooFew',
      fails: ({ data, facts }) => {
        const needed = figureOf('consultedMin', facts.settings);
        const given = data.consultation?.opinions.length ?? 0;
        return given < needed ? { given, needed } : undefined;
      },
    },
  ],
  'money.assess': planConditions({
    planOf: (form) => form.plan,
    itemOf: (data) => data.item,
    missing: (form) => form.needed && form.plan === undefined,
    at: '/plan',
  }),
  'meeting.decide': [
    {
      code: 'date.future',
      needsForm: true,
      pointer: '/meetingOn',
      fails: ({ form, facts }) => (form.meetingOn > dateOf(facts.at) ? { day: form.meetingOn } : undefined),
    },
    {
      code: 'decision.meetingEarly',
      needsForm: true,
      pointer: '/meetingOn',
      fails: ({ data, form }) => (form.meetingOn < dateOf(data.appliedAt) ? { day: form.meetingOn } : undefined),
    },
    articlesNamed((form) => form.verdict === 'refused'),
    {
      code: 'decision.conditionsMissing',
      needsForm: true,
      pointer: '/conditions',
      fails: ({ form }) => (form.verdict === 'conditional' && form.conditions === undefined ? {} : undefined),
    },
  ],
  'list.publish': [
    {
      code: 'item.codeTaken',
      needsForm: true,
      fails: ({ data, facts }) => (listedWithCode(facts, data.item.code) ? { code: data.item.code } : undefined),
    },
    {
      code: 'start.past',
      needsForm: true,
      pointer: '/effectiveFrom',
      fails: ({ form, facts }) => (form.effectiveFrom < dateOf(facts.at) ? { day: form.effectiveFrom } : undefined),
    },
    {
      // Counted anew: a calendar that was not known at the application may be known now.
      code: 'start.tooEarly',
      needsForm: true,
      pointer: '/effectiveFrom',
      fails: ({ data, form, facts }) => {
        const { day, workingDays } = earliestStart(data.appliedAt, facts);
        return form.effectiveFrom < day ? { asked: form.effectiveFrom, earliest: day, days: workingDays } : undefined;
      },
    },
    {
      code: 'term.over',
      needsForm: true,
      pointer: '/effectiveFrom',
      fails: ({ data, form }) => {
        const { validUntil } = data.item;
        return validUntil !== undefined && form.effectiveFrom > validUntil ? { until: validUntil } : undefined;
      },
    },
  ],
  'funds.confirm': [
    moneyIsNeeded(),
    {
      code: 'funds.voucherTwice',
      needsForm: true,
      pointer: '/voucherNumber',
      fails: ({ data, form }) =>
        data.movements.some(({ kind, note }) => kind === 'confirmed' && note === form.voucherNumber)
          ? { number: form.voucherNumber }
          : undefined,
    },
    {
      code: 'funds.aboveApproved',
      needsForm: true,
      pointer: '/amountYuan',
      fails: ({ data, form }) => {
        const left = approvedFen(data) - confirmedFen(data);
        return fen(form.amountYuan) > left ? { asked: form.amountYuan, left: left / 100 } : undefined;
      },
    },
  ],
  'funds.withdraw': [
    moneyIsNeeded(),
    {
      code: 'funds.aboveConfirmed',
      needsForm: true,
      pointer: '/amountYuan',
      fails: ({ data, form }) => {
        const confirmed = confirmedFen(data);
        return fen(form.amountYuan) > confirmed ? { asked: form.amountYuan, confirmed: confirmed / 100 } : undefined;
      },
    },
  ],
  'review.decide': [
    {
      code: 'adjustment.missing',
      needsForm: true,
      pointer: '/hoursPerMonth',
      fails: ({ form }) =>
        form.verdict === 'adjust' && form.hoursPerMonth === undefined && form.acts === undefined ? {} : undefined,
    },
    {
      code: 'adjustment.widens',
      needsForm: true,
      pointer: '/hoursPerMonth',
      fails: ({ data: { item }, form }) => {
        const more = form.hoursPerMonth !== undefined && form.hoursPerMonth > item.hoursPerMonth;
        return more || form.acts?.some((act) => !item.acts.includes(act)) ? { hours: item.hoursPerMonth } : undefined;
      },
    },
  ],
  'item.resume': [
    { code: 'resume.byMoney', fails: ({ data }) => (data.suspension?.because === 'money' ? {} : undefined) },
  ],
};

/** The formal check cannot pass over what is missing; the correction notice asks for all of it at once. */
function nothingMissing(finding: Finding): Check<{ verdict: string }> {
  return {
    code: `missing.${finding}`,
    needsForm: true,
    pointer: '/verdict',
    fails: ({ data, form }) => (form.verdict === 'complete' && findingsOf(data).includes(finding) ? {} : undefined),
  };
}

/** Whoever is refused learns the article. */
function articlesNamed<Form extends { articles?: string | undefined }>(
  isRefusal: (form: Form) => boolean,
): Check<Form> {
  return {
    code: 'refusal.articleMissing',
    needsForm: true,
    pointer: '/articles',
    fails: ({ form }) => (isRefusal(form) && form.articles === undefined ? {} : undefined),
  };
}

function moneyIsNeeded(): Check<object> {
  return { code: 'funds.notNeeded', fails: ({ data }) => (data.money?.needed ? undefined : {}) };
}

function isCommunity(org: string): boolean {
  return orgAtLevel(org, 'community') === org && orgAtLevel(org, 'subdistrict') !== org;
}
