import { dateOf } from '../kernel/clock.ts';
import type { Condition, ProcessRules } from '../kernel/define-rules.ts';
import { lastReply } from './conclusion.ts';
import type { OrderData, Responsible } from './data.ts';
import type { OrderNames, Problem } from './names.ts';
import { isSameUnit, sitsAt } from './units.ts';

/** What must hold beyond permission and state. */
export const conditions: ProcessRules<OrderNames>['conditions'] = {
  'order.issue': [unitSitsThere()],
  'order.object': [
    { code: 'objection.already', fails: ({ data }) => (data.assignment.objection === null ? undefined : {}) },
  ],
  'objection.decide': [
    {
      code: 'objection.unitMissing',
      needsForm: true,
      pointer: '/responsible',
      fails: ({ form }) => (form.verdict === 'reassigned' && form.responsible === undefined ? {} : undefined),
    },
    unitSitsThere(),
    {
      code: 'objection.sameUnit',
      needsForm: true,
      pointer: '/responsible',
      fails: ({ data, form }) =>
        form.verdict === 'reassigned' && form.responsible && isSameUnit(form.responsible, data.assignment.responsible)
          ? {}
          : undefined,
    },
  ],
  'order.reply': [notInFuture('completedOn')],
  'reply.verify': [
    notInFuture('verifiedOn'),
    {
      code: 'verification.notDone',
      needsForm: true,
      pointer: '/verdict',
      fails: ({ data, form }) =>
        form.verdict === 'passed' && lastReply(data)?.result === 'partlyDone' ? {} : undefined,
    },
  ],
  'review.request': [{ code: 'review.already', fails: ({ data }) => (data.review === null ? undefined : {}) }],
  'review.decide': [
    {
      code: 'review.latenessMissing',
      needsForm: true,
      pointer: '/lateness',
      fails: ({ form }) => (form.verdict === 'amended' && form.lateness === undefined ? {} : undefined),
    },
  ],
};

/** What is reported as done cannot lie in the future. */
function notInFuture<F extends string>(field: F): Condition<OrderData, Record<F, string>, Problem> {
  return {
    code: 'date.future',
    needsForm: true,
    pointer: `/${field}`,
    fails: ({ form, facts }) => (form[field] > dateOf(facts.at) ? { day: form[field] } : undefined),
  };
}

/** An office that does not reach the case could neither see the order nor answer it. */
function unitSitsThere(): Condition<OrderData, { responsible?: Responsible | undefined }, Problem> {
  return {
    code: 'responsible.org',
    needsForm: true,
    pointer: '/responsible/org',
    fails: ({ form, facts }) =>
      form.responsible && !sitsAt(form.responsible, facts.org.id) ? { org: form.responsible.org } : undefined,
  };
}
