import type { Grant, ProcessRules, Separation, Source } from '../kernel/define-rules.ts';
import { unheard } from './decision.ts';
import type { AdmissionNames, Command, Problem, Relation } from './names.ts';

/** Who may give each command; nobody else may. The first grant that fits is the one that the ledger names. */
export const permissions: Record<Command, readonly (Grant<Relation> | 'system')[] | 'system'> = {
  'item.apply': ['departmentOfficer', 'districtOfficer'],
  'form.check': ['reliefOfficer'],
  'item.correct': ['#applicant'],
  'item.withdraw': ['#applicant'],
  'basis.check': ['reliefOfficer'],
  'opinion.give': ['#consulted'],
  'consultation.close': ['reliefOfficer'],
  'money.assess': ['districtFinance'],
  'meeting.decide': ['districtOfficer'],
  'list.publish': ['districtOfficer'],
  'agreement.draft': ['#applicant'],
  'agreement.sign': ['reliefOfficer'],
  'funds.confirm': ['districtFinance'],
  'funds.withdraw': ['districtFinance'],
  'trial.conclude': ['reliefOfficer'],
  'review.open': ['reliefOfficer', 'districtOfficer'],
  'review.decide': ['districtOfficer'],
  'item.resume': ['districtOfficer'],
  'item.exit': ['reliefOfficer', 'districtOfficer'],
  'item.revoke': ['districtOfficer'],
  'emergency.decide': ['districtOfficer'],
  'temporary.review': ['reliefOfficer', 'districtOfficer'],
  'dispatch.check': 'system',
  'dispatch.end': 'system',
};

/** Persons by their relation to the admission. */
export const relations: ProcessRules<AdmissionNames>['relations'] = {
  // Who takes over an older list applies for nothing of it.
  applicant: ({ origin, applicant }) => (origin === 'existingList' ? [] : [applicant.id]),
  // Offices, see below; whoever has answered remains related to the case.
  consulted: ({ consultation }) => consultation?.opinions.map(({ by }) => by.id) ?? [],
  assessor: ({ assessment }) => (assessment ? [assessment.by.id] : []),
  decider: ({ decision }) => (decision ? [decision.by.id] : []),
  granter: ({ origin, decision }) => (origin === 'emergency' && decision ? [decision.by.id] : []),
};

/** The communities that were asked and have not answered, each by the office of whoever answers for it. */
export const offices: NonNullable<ProcessRules<AdmissionNames>['offices']> = {
  consulted: (data) =>
    unheard(data).flatMap((org) => [
      { role: 'communityWorker' as const, org },
      { role: 'residentsCommitteeDirector' as const, org },
    ]),
};

const separationOfDuty: Source = {
  title: { zh: '职责分离', en: 'Separation of duties' },
  standing: 'ownChoice',
};

/** Two hands that must not be one: whoever does the one cannot judge by the other. */
export const separations: readonly Separation<Command, Relation, Problem>[] = [
  {
    code: 'handsOff.applicant',
    commands: [
      'form.check',
      'basis.check',
      'opinion.give',
      'consultation.close',
      'money.assess',
      'meeting.decide',
      'list.publish',
      'agreement.sign',
      'funds.confirm',
      'trial.conclude',
      'review.decide',
      'item.resume',
      'emergency.decide',
      'temporary.review',
    ],
    notBy: 'applicant',
    source: separationOfDuty,
  },
  { code: 'handsOff.assessor', commands: ['meeting.decide'], notBy: 'assessor', source: separationOfDuty },
  { code: 'handsOff.granter', commands: ['temporary.review'], notBy: 'granter', source: separationOfDuty },
];
