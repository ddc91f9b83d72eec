import type { Grant, ProcessRules, Separation, Source } from '../kernel/define-rules.ts';
import { orgAtLevel } from '../organisation.ts';
import type { Command, Problem, RefusalNames, Relation } from './names.ts';
import { reliefHands, unitPersons } from './relief.ts';

/** Who speaks for a community; any of them may refuse, report pressure and object. */
const community = ['communityWorker', 'residentsCommitteeDirector', 'partySecretary'] as const;

/** Who may give each command; nobody else may. Nothing here is open to another case: no process can act on a refusal. */
export const permissions: Record<Command, readonly Grant<Relation>[]> = {
  'task.refuse': community,
  'threat.add': community,
  'relief.accept': ['reliefOfficer'],
  'assessment.find': ['reliefOfficer'],
  'correction.ask': ['reliefOfficer'],
  'correction.answer': ['#unit'],
  'answer.record': ['reliefOfficer'],
  'unit.name': ['reliefOfficer'],
  'outcome.decide': ['reliefOfficer'],
  'objection.raise': community,
  'review.decide': ['districtOfficer'],
};

/** Persons by their relation to the refusal. */
export const relations: ProcessRules<RefusalNames>['relations'] = {
  registrant: (data) => [data.registeredBy.id],
  // An office, see below; a unit of the city has none here, and what it answers is recorded by the relief group.
  unit: () => [],
  unitSide: unitPersons,
  reliefHand: reliefHands,
};

export const offices: NonNullable<ProcessRules<RefusalNames>['offices']> = {
  unit: ({ task, org }) => {
    if (org === '' || task.unit.level === 'city') return [];
    return task.unit.level === 'subdistrict'
      ? [{ role: 'subdistrictOfficer', org: orgAtLevel(org, 'subdistrict') }]
      : [{ role: 'departmentOfficer', org: orgAtLevel(org, 'district') }];
  },
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

const reliefWork = ['relief.accept', 'assessment.find', 'correction.ask', 'unit.name', 'outcome.decide'] as const;

/** Two hands that must not be one: whoever does the one cannot judge by the other. */
export const separations: readonly Separation<Command, Relation, Problem>[] = [
  {
    code: 'handsOff.registrant',
    commands: [...reliefWork, 'correction.answer', 'answer.record', 'review.decide'],
    notBy: 'registrant',
    source: separationOfDuty,
  },
  {
    code: 'handsOff.unitSide',
    commands: [...reliefWork, 'review.decide'],
    notBy: 'unitSide',
    source: separationOfDuty,
  },
  { code: 'handsOff.reliefHand', commands: ['review.decide'], notBy: 'reliefHand', source: withdrawalInReview },
];
