import type { Grant, ProcessRules, Separation, Source } from '../kernel/define-rules.ts';
import type { Command, Problem, Relation, SealNames } from './names.ts';

/** Who may give each command; nobody else may. The first grant that fits is the one that the ledger names. */
export const permissions: Record<Command, readonly (Grant<Relation> | 'system')[]> = {
  'seal.apply': ['resident', 'communityWorker', 'sealKeeper', 'residentsCommitteeDirector', 'partySecretary'],
  'type.judge': ['communityWorker', 'residentsCommitteeDirector'],
  'application.verify': ['communityWorker'],
  'decision.record': ['communityWorker', 'residentsCommitteeDirector'],
  'use.approve': ['residentsCommitteeDirector', 'partySecretary'],
  'seal.use': ['sealKeeper'],
  'use.check': ['residentsSupervisor', 'supervisor'],
  'irregularity.settle': ['subdistrictOfficer'],
  'application.withdraw': ['#applicant', '#submitter'],
  'loss.receive': ['subdistrictOfficer'],
  'newSeal.register': ['subdistrictOfficer'],
  // Whoever keeps the seal hands it over; once he has left office, the person who is named in the matter still can.
  'handOver.give': ['#outgoingKeeper', 'sealKeeper'],
  'handOver.witness': ['subdistrictOfficer', 'residentsSupervisor'],
};

/** Persons by their relation to the matter. */
export const relations: ProcessRules<SealNames>['relations'] = {
  applicant: ({ applicant }) => (applicant.personId === undefined ? [] : [applicant.personId]),
  submitter: ({ submittedBy }) => [submittedBy.id],
  judge: ({ judgement }) => (judgement.by ? [judgement.by.id] : []),
  verifier: ({ verification }) => (verification ? [verification.by.id] : []),
  approver: ({ approval }) => (approval ? [approval.by.id] : []),
  keeper: ({ use }) => (use ? [use.by.id] : []),
  outgoingKeeper: ({ handOver }) => (handOver ? [handOver.outgoing.personId] : []),
  incomingKeeper: ({ handOver }) => (handOver ? [handOver.incoming.personId] : []),
};

const separationOfDuty: Source = {
  title: {
    zh: '职责分离:保管人与审批人不得为同一人',
    en: 'Separation of duties: who keeps the seal does not approve its use',
  },
  standing: 'ownChoice',
};

/** Hands that must not be one: who asks, who verifies, who approves, who keeps the seal, who checks. */
export const separations: readonly Separation<Command, Relation, Problem>[] = [
  {
    code: 'handsOff.applicant',
    commands: ['type.judge', 'application.verify', 'use.approve', 'seal.use', 'use.check'],
    notBy: 'applicant',
    source: separationOfDuty,
  },
  // Who entered it for somebody at the counter may verify it, but neither approve nor stamp.
  {
    code: 'handsOff.submitter',
    commands: ['use.approve', 'seal.use', 'use.check', 'irregularity.settle'],
    notBy: 'submitter',
    source: separationOfDuty,
  },
  {
    code: 'handsOff.verifier',
    commands: ['use.approve', 'use.check'],
    notBy: 'verifier',
    source: separationOfDuty,
  },
  { code: 'handsOff.verifier', commands: ['use.approve', 'use.check'], notBy: 'judge', source: separationOfDuty },
  {
    code: 'handsOff.approver',
    commands: ['seal.use', 'use.check', 'irregularity.settle'],
    notBy: 'approver',
    source: separationOfDuty,
  },
  {
    code: 'handsOff.keeper',
    commands: ['use.check', 'irregularity.settle'],
    notBy: 'keeper',
    source: separationOfDuty,
  },
  { code: 'handsOff.handOver', commands: ['handOver.witness'], notBy: 'outgoingKeeper', source: separationOfDuty },
  {
    code: 'handsOff.handOver',
    commands: ['handOver.give', 'handOver.witness'],
    notBy: 'incomingKeeper',
    source: separationOfDuty,
  },
];
