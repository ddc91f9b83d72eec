import { dateOf } from '../../kernel/clock.ts';
import type { ProcessRules } from '../../kernel/define-rules.ts';
import type { ProposalNames } from '../names.ts';
import { implementersOf, openMilestones } from '../works.ts';
import { notInFuture } from './dates.ts';

/** Conditions of the third stage: work, inspection, evaluation, rectification. */
export const implementingConditions: ProcessRules<ProposalNames>['conditions'] = {
  'milestone.report': [
    {
      code: 'milestone.unknown',
      needsForm: true,
      pointer: '/milestone',
      fails: ({ data, form }) => {
        const count = data.work.plan?.milestones.length ?? 0;
        return form.milestone <= count ? undefined : { count };
      },
    },
    notInFuture('doneOn'),
  ],
  'work.suspend': [
    {
      code: 'date.past',
      needsForm: true,
      pointer: '/reviewOn',
      fails: ({ form, facts }) => (form.reviewOn > dateOf(facts.at) ? undefined : { day: form.reviewOn }),
    },
  ],
  'work.terminate': [notInFuture('publishedOn')],
  'work.complete': [
    {
      code: 'milestone.open',
      fails: ({ data }) => {
        const open = openMilestones(data);
        return open.length > 0 ? { count: open.length, numbers: open.join(', ') } : undefined;
      },
    },
    notInFuture('completedOn'),
  ],
  'inspection.record': [
    notInFuture('inspectedOn'),
    {
      code: 'inspection.head',
      needsForm: true,
      pointer: '/members',
      fails: ({ form }) => {
        const heads = form.members.filter((member) => member.head).length;
        return heads === 1 ? undefined : { heads };
      },
    },
    {
      code: 'inspection.headIsProposer',
      needsForm: true,
      pointer: '/members',
      fails: ({ data, form }) => {
        const head = form.members.find((member) => member.head);
        const people = [...data.proposers, ...data.mergedCases.flatMap((mergedCase) => mergedCase.proposers)];
        const proposes = people.some((person) => person.personId !== null && person.personId === head?.personId);
        return head && proposes ? { name: head.name } : undefined;
      },
    },
    {
      code: 'inspection.memberIsImplementer',
      needsForm: true,
      pointer: '/members',
      fails: ({ data, form }) => {
        const implementers = implementersOf(data);
        const member = form.members.find((one) => one.personId !== undefined && implementers.includes(one.personId));
        return member ? { name: member.name } : undefined;
      },
    },
    {
      code: 'inspection.memberRelated',
      needsForm: true,
      pointer: '/members',
      fails: ({ form }) => {
        const member = form.members.find((one) => one.relatedToImplementer);
        return member ? { name: member.name } : undefined;
      },
    },
  ],
  'evaluation.give': [
    {
      code: 'evaluation.already',
      fails: ({ data, actor }) =>
        data.work.evaluations.some((evaluation) => evaluation.by.id === actor.id) ? {} : undefined,
    },
  ],
  'visit.record': [
    {
      code: 'visit.gradeMissing',
      needsForm: true,
      pointer: '/grade',
      fails: ({ form }) => (form.reached && form.grade === undefined ? {} : undefined),
    },
  ],
  'visits.conclude': [{ code: 'visit.none', fails: ({ data }) => (data.work.visits.length === 0 ? {} : undefined) }],
  'callback.record': [
    {
      code: 'callBack.unknown',
      needsForm: true,
      pointer: '/evaluation',
      fails: ({ data, form }) =>
        data.work.callBacks.some((callBack) => callBack.evaluation === form.evaluation) ? undefined : {},
    },
    {
      code: 'callBack.already',
      needsForm: true,
      pointer: '/evaluation',
      fails: ({ data, form }) =>
        data.work.callBacks.some((one) => one.evaluation === form.evaluation && one.recorded !== null) ? {} : undefined,
    },
  ],
  'rectification.complete': [
    {
      code: 'callBack.missing',
      fails: ({ data }) => {
        const count = data.work.callBacks.filter((callBack) => callBack.recorded === null).length;
        return count > 0 ? { count } : undefined;
      },
    },
    notInFuture('completedOn'),
  ],
};
