import type { Grant, ProcessRules, Separation, Source } from '../kernel/define-rules.ts';
import { reliefSide, unique } from './machine-setup.ts';
import type { CleanUpNames, Command, Problem, Relation } from './names.ts';

/** Who may give each command; nobody else may. */
export const permissions: Record<Command, readonly (Grant<Relation> | 'system')[]> = {
  'census.open': ['communityWorker', 'subdistrictOfficer'],
  'object.register': ['communityWorker', 'residentsCommitteeDirector'],
  'object.correct': ['communityWorker', 'residentsCommitteeDirector'],
  'object.remove': ['communityWorker', 'residentsCommitteeDirector'],
  'census.close': ['communityWorker', 'subdistrictOfficer'],
  'object.judge': ['reliefOfficer'],
  'result.publish': ['reliefOfficer', 'districtOfficer'],
  'stop.confirm': ['communityWorker', 'residentsCommitteeDirector'],
  'check.record': ['residentsSupervisor', 'supervisor'],
  // Whoever is asked for it again may say so.
  'relapse.report': [
    'communityWorker',
    'residentsCommitteeDirector',
    'residentsSupervisor',
    'buildingLeader',
    'resident',
  ],
  'relapse.settle': ['reliefOfficer'],
  'census.withdraw': ['#opener', 'subdistrictOfficer'],
};

/** Persons by their relation to the census. */
export const relations: ProcessRules<CleanUpNames>['relations'] = {
  opener: ({ openedBy }) => [openedBy.id],
  registrar: ({ objects }) => unique(objects.map(({ registered, corrected }) => (corrected ?? registered).by.id)),
  judge: reliefSide,
  confirmer: ({ objects }) => turnsBy(objects, 'stopped'),
  reporter: ({ objects }) => turnsBy(objects, 'relapsed'),
};

const separationOfDuty: Source = {
  title: { zh: '职责分离', en: 'Separation of duties' },
  standing: 'ownChoice',
};

/** Two hands that must not be one: who enters does not judge, who says “stopped” does not check it. */
export const separations: readonly Separation<Command, Relation, Problem>[] = [
  { code: 'handsOff.registrar', commands: ['object.judge'], notBy: 'registrar', source: separationOfDuty },
  { code: 'handsOff.confirmer', commands: ['check.record'], notBy: 'confirmer', source: separationOfDuty },
  { code: 'handsOff.reporter', commands: ['relapse.settle'], notBy: 'reporter', source: separationOfDuty },
];

function turnsBy(objects: CleanUpNames['data']['objects'], type: 'stopped' | 'relapsed'): string[] {
  return unique(objects.flatMap(({ turns }) => turns.filter((turn) => turn.type === type).map(({ by }) => by.id)));
}
