import { z } from 'zod';
import { caseId, count, date, identifier, orgId, phone, text, yuan } from '../kernel/form-field.ts';
import { assistingActs, itemKinds } from '../law/service-items.ts';

const reason = text({ min: 4, max: 1000 });
/** Hours of a community's work in a month; half an hour is the least that is worth a line. */
const hours = z.number().min(0).max(10_000).multipleOf(0.5);
const acts = z.array(z.enum(assistingActs)).min(1).max(assistingActs.length);

/** A stretch of time and what it costs, in yuan with at most two decimals. */
const period = z.strictObject({ from: date(), until: date(), amountYuan: yuan().min(0.01) });
const plan = z.array(period).min(1).max(40);

/** Money with its plan, or the written reason why none is needed. Left out: the formal check will ask for it. */
const money = z.strictObject({
  needed: z.boolean(),
  reason: reason.optional(),
  source: text({ max: 300 }).optional(),
  payment: text({ max: 500 }).optional(),
  plan: plan.optional(),
});

/** What a statistical form must show, or the respondent may refuse it (统计法 art. 17). */
const survey = z.strictObject({
  formNumber: text({ max: 60 }),
  issuedBy: text({ max: 100 }),
  approvalNumber: text({ max: 100 }),
  validUntil: date(),
});

/** What may be corrected of an application, each field for itself. */
const content = {
  name: text({ min: 4, max: 120 }),
  department: text({ max: 100 }),
  contact: z.strictObject({ name: text({ max: 50 }), phone: phone() }).optional(),
  basis: z
    .array(
      z.strictObject({
        kind: z.enum(['law', 'regulation', 'policy']),
        title: text({ max: 200 }),
        documentNumber: text({ max: 100 }).optional(),
        article: text({ max: 60 }).optional(),
      }),
    )
    .min(1)
    .max(20),
  necessity: reason.optional(),
  mainResponsible: z.enum(['department', 'community']),
  acts,
  actsDetail: text({ max: 2000 }).optional(),
  authority: text({ max: 1000 }).optional(),
  serviceTargets: text({ max: 500 }).optional(),
  hoursPerMonth: hours,
  equipment: text({ max: 1000 }).optional(),
  dataSource: text({ max: 500 }).optional(),
  money: money.optional(),
  startOn: date(),
  validUntil: date().optional(),
  standard: text({ max: 3000 }).optional(),
  training: text({ max: 1000 }).optional(),
  assessment: text({ max: 500 }).optional(),
  duplicates: text({ max: 500 }).optional(),
  exitConditions: text({ max: 500 }).optional(),
  /** Organisations in which it is to hold; left out: the whole district. */
  areas: z.array(orgId()).min(1).max(200).optional(),
  survey: survey.optional(),
  /** Why it does not fall under the negative list although a word of it stands there. */
  negativeListNote: text({ min: 10, max: 500 }).optional(),
};

/** One strict schema per command: a field that is not listed is refused. */
export const forms = {
  'item.apply': z.strictObject({
    code: identifier(),
    kind: z.enum(itemKinds),
    category: z.enum(['assisting', 'ownDuty']).optional(),
    /** `existingList`: it stood in a list before; `emergency`: a short admission at once, looked at afterwards. */
    origin: z.enum(['application', 'existingList', 'emergency']),
    ...content,
  }),
  'form.check': z.strictObject({ verdict: z.enum(['complete', 'correctionNeeded', 'incomplete']), note: reason }),
  'item.correct': z.strictObject(content).partial(),
  'item.withdraw': z.strictObject({ reason }),
  'basis.check': z.strictObject({
    verdict: z.enum(['passed', 'failed']),
    finding: reason,
    articles: text({ max: 300 }).optional(),
    negativeCleared: reason.optional(),
    duplicateCleared: reason.optional(),
    consult: z.array(orgId()).max(200).optional(),
  }),
  'opinion.give': z.strictObject({
    community: orgId(),
    verdict: z.enum(['agree', 'agreeIf', 'oppose']),
    opinion: reason,
    hoursPerMonth: hours.optional(),
  }),
  'consultation.close': z.strictObject({ summary: reason }),
  'money.assess': z.strictObject({ needed: z.boolean(), plan: plan.optional(), opinion: reason }),
  'meeting.decide': z.strictObject({
    verdict: z.enum(['approved', 'conditional', 'refused']),
    meetingOn: date(),
    reason,
    articles: text({ max: 300 }).optional(),
    conditions: z
      .array(z.strictObject({ kind: z.enum(['moneyBeforeDispatch', 'other']), text: text({ min: 4, max: 300 }) }))
      .min(1)
      .max(10)
      .optional(),
  }),
  'list.publish': z.strictObject({ effectiveFrom: date() }),
  'agreement.draft': z.strictObject({
    rights: reason,
    moneyTerms: reason,
    limits: reason,
    standard: text({ min: 4, max: 3000 }),
  }),
  'agreement.sign': z.strictObject({ verdict: z.enum(['signed', 'returned']), remark: text({ max: 500 }).optional() }),
  'funds.confirm': z.strictObject({ amountYuan: yuan().min(0.01), voucherNumber: text({ max: 60 }) }),
  'funds.withdraw': z.strictObject({ amountYuan: yuan().min(0.01), reason }),
  'trial.conclude': z.strictObject({ verdict: z.enum(['regular', 'exit']), finding: reason }),
  'review.open': z.strictObject({ reason }),
  'review.decide': z.strictObject({
    verdict: z.enum(['keep', 'adjust', 'suspend', 'exit']),
    finding: reason,
    satisfactionPercent: count(100).optional(),
    /** An adjustment may only ask less of communities; what asks for more is a new application. */
    hoursPerMonth: hours.optional(),
    acts: acts.optional(),
  }),
  'item.resume': z.strictObject({ reason }),
  'item.exit': z.strictObject({ ground: z.enum(['residents', 'notNeeded', 'replaced']), reason }),
  'item.revoke': z.strictObject({ breach: reason, articles: text({ max: 300 }) }),
  'emergency.decide': z.strictObject({ verdict: z.enum(['granted', 'refused']), reason }),
  'temporary.review': z.strictObject({ verdict: z.enum(['confirmed', 'ended']), finding: reason }),
  /** Sent by the case of a task; what it says is judged by the gates, never refused. */
  'dispatch.check': z.strictObject({
    dispatchId: caseId(),
    number: text({ max: 100 }).optional(),
    org: orgId(),
    from: date(),
    until: date(),
    acts: z.array(text({ max: 60 })).max(20),
    hoursPerMonth: z.number().min(0).max(100_000),
    mainResponsible: z.enum(['department', 'community']),
    burden: z.strictObject({
      committedHoursPerMonth: z.number().min(0),
      ceilingHoursPerMonth: z.number().min(0),
      overCeilingDecidedBy: text({ max: 100 }).nullable(),
    }),
  }),
  'dispatch.end': z.strictObject({
    dispatchId: caseId(),
    how: z.enum(['finished', 'returned', 'refused', 'withdrawn']),
  }),
};

/** What each form holds once it is checked. */
export type Forms = { [C in keyof typeof forms]: z.infer<(typeof forms)[C]> };
