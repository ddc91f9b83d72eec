import type { Grant, ProcessRules, Separation, Source } from '../kernel/define-rules.ts';
import { responsiblePersons } from './assignment.ts';
import { verifiers } from './conclusion.ts';
import { issuer } from './machine-setup.ts';
import type { Command, OrderNames, Problem, Relation } from './names.ts';
import { officeAbove } from './units.ts';

/** Who may give each command; nobody else may. The first grant that fits is the one that the ledger names. */
export const permissions: Record<Command, readonly (Grant<Relation> | 'system')[]> = {
  'order.issue': ['supervisor', 'subdistrictLeader', 'districtOfficer', 'system'],
  'order.sign': ['#responsible'],
  'order.object': ['#responsible'],
  'objection.decide': ['#decider', 'districtOfficer'],
  'order.reply': ['#responsible'],
  'reply.verify': ['supervisor', 'subdistrictOfficer', 'districtOfficer'],
  'order.close': ['#decider', 'supervisor', 'districtOfficer'],
  'review.request': ['#responsible'],
  'review.decide': ['#decider', 'districtOfficer'],
  'order.withdraw': ['#issuer', '#decider', 'districtOfficer'],
};

/** Persons by their relation to the order. */
export const relations: ProcessRules<OrderNames>['relations'] = {
  issuer,
  responsible: responsiblePersons,
  // An office, see below; which one depends on whom the order is for.
  decider: () => [],
  objector: (data) =>
    [...data.pastAssignments, data.assignment].flatMap(({ objection }) => (objection ? [objection.by.id] : [])),
  replier: (data) => data.replies.map((reply) => reply.by.id),
  verifier: verifiers,
  concluder: (data) => (data.conclusion ? [data.conclusion.by.id] : []),
};

/** The order goes to an office, so that a deputy can take over from whoever is on leave. */
export const offices: NonNullable<ProcessRules<OrderNames>['offices']> = {
  responsible: ({ assignment: { responsible } }) =>
    responsible.org === '' ? [] : [{ role: responsible.role, org: responsible.org }],
  // Nobody decides on an order to his own office.
  decider: ({ assignment: { responsible } }) => (responsible.org === '' ? [] : [officeAbove(responsible)]),
};

const separationOfDuty: Source = {
  title: { zh: '职责分离', en: 'Separation of duties' },
  standing: 'ownChoice',
};
/** Named by its number: the word in its title is reserved for acts of governments from the county upwards. */
const withdrawalInReview: Source = {
  title: {
    zh: '国务院令第733号:参与作出结论的人员在复核中回避',
    en: 'State Council Order No. 733: who took part in a conclusion withdraws from its review',
  },
  at: '17',
  standing: 'analogue',
};

/** Two hands that must not be one: whoever does the one cannot judge by the other. */
export const separations: readonly Separation<Command, Relation, Problem>[] = [
  {
    code: 'handsOff.ownMatter',
    commands: ['objection.decide', 'reply.verify', 'order.close', 'review.decide', 'order.withdraw'],
    notBy: 'responsible',
    source: separationOfDuty,
  },
  { code: 'handsOff.objector', commands: ['objection.decide'], notBy: 'objector', source: separationOfDuty },
  {
    code: 'handsOff.replier',
    commands: ['reply.verify', 'order.close', 'review.decide', 'order.withdraw'],
    notBy: 'replier',
    source: separationOfDuty,
  },
  { code: 'handsOff.verifier', commands: ['order.close'], notBy: 'verifier', source: separationOfDuty },
  { code: 'handsOff.verifier', commands: ['review.decide'], notBy: 'verifier', source: withdrawalInReview },
  { code: 'handsOff.concluder', commands: ['review.decide'], notBy: 'concluder', source: withdrawalInReview },
];
