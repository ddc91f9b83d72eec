import type { Grant, ProcessRules, Separation, Source } from '../kernel/define-rules.ts';
import { issuer } from './machine-setup.ts';
import type { Command, DispatchNames, Problem, Relation } from './names.ts';

/** Who may give each command; nobody else may. The first grant that fits is the one that the ledger names. */
export const permissions: Record<Command, readonly (Grant<Relation> | 'system')[] | 'system'> = {
  'task.issue': ['departmentOfficer', 'subdistrictOfficer'],
  'gates.recheck': ['#issuer'],
  // Whether a community takes a task on is for its committee; the work may be reported by whoever does it.
  'task.accept': ['residentsCommitteeDirector', 'partySecretary'],
  'task.refuse': ['residentsCommitteeDirector', 'partySecretary'],
  'task.report': ['communityWorker', 'residentsCommitteeDirector'],
  'task.return': ['residentsCommitteeDirector', 'partySecretary'],
  // A district officer stands in where whoever issued the task has left.
  'task.confirm': ['#issuer', 'districtOfficer'],
  'task.sendBack': ['#issuer', 'districtOfficer'],
  'return.acknowledge': ['#issuer', 'districtOfficer'],
  'return.dispute': ['#issuer'],
  'return.decide': ['reliefOfficer'],
  'task.withdraw': ['#issuer', 'districtOfficer'],
  'task.suspend': 'system',
  'task.resume': 'system',
};

/** Persons by their relation to the task. */
export const relations: ProcessRules<DispatchNames>['relations'] = {
  issuer,
  accepter: ({ acceptance }) => (acceptance ? [acceptance.by.id] : []),
  reporter: ({ reports }) => [...new Set(reports.map(({ by }) => by.id))],
  returner: ({ returns }) => [...new Set(returns.map(({ by }) => by.id))],
};

const separationOfDuty: Source = {
  title: { zh: '职责分离', en: 'Separation of duties' },
  standing: 'ownChoice',
};

/** Two hands that must not be one: whoever does the one cannot judge by the other. */
export const separations: readonly Separation<Command, Relation, Problem>[] = [
  {
    code: 'handsOff.issuer',
    commands: ['task.accept', 'task.refuse', 'task.report', 'task.return', 'return.decide'],
    notBy: 'issuer',
    source: separationOfDuty,
  },
  {
    code: 'handsOff.reporter',
    commands: ['task.confirm', 'task.sendBack'],
    notBy: 'reporter',
    source: separationOfDuty,
  },
  {
    code: 'handsOff.returner',
    commands: ['return.acknowledge', 'return.dispute', 'return.decide'],
    notBy: 'returner',
    source: separationOfDuty,
  },
];
