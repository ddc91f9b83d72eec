import type { Grant, ProcessRules, Separation, Source } from '../kernel/define-rules.ts';
import type { Command, Problem, ProposalNames, Relation } from './names.ts';
import { implementersOf } from './works.ts';

/** Who may give each command; nobody else may. The first grant that fits is the one that the ledger names. */
export const permissions: Record<Command, readonly Grant<Relation>[] | 'system'> = {
  'proposal.draft': ['resident', 'buildingLeader', 'communityWorker'],
  'proposal.edit': ['#lead', '#enteredBy'],
  'proposer.confirm': ['#invited'],
  'confirmation.call': ['communityWorker', 'residentsCommitteeDirector'],
  'proposal.publish': ['#lead', '#enteredBy'],
  'proposal.cosign': ['resident', 'buildingLeader', 'communityWorker'],
  'proposal.uncosign': ['#supporter'],
  'supporter.void': ['communityWorker', 'residentsCommitteeDirector'],
  'audit.close': ['residentsSupervisor', 'supervisor'],
  'proposal.withdraw': ['#proposer', '#enteredBy'],
  'proposal.accept': ['communityWorker', 'residentsCommitteeDirector'],
  'correction.request': ['communityWorker', 'residentsCommitteeDirector'],
  'correction.submit': ['#lead', '#enteredBy'],
  'proposal.decline': ['communityWorker', 'residentsCommitteeDirector', 'partySecretary'],
  'proposal.docket': ['residentsCommitteeDirector', 'partySecretary'],
  'proposal.transfer': ['communityWorker', 'residentsCommitteeDirector', 'subdistrictOfficer'],
  'transfer.object': ['subdistrictOfficer', 'districtOfficer'],
  'transfer.conclude': ['communityWorker', 'residentsCommitteeDirector', 'subdistrictOfficer'],
  'proposal.merge': ['communityWorker', 'residentsCommitteeDirector'],
  'merge.undo': ['communityWorker', 'residentsCommitteeDirector'],
  'supporters.join': 'system',
  'supporters.part': 'system',
  'merge.seal': 'system',
  'plan.submit': ['communityWorker', 'residentsCommitteeDirector', '#lead'],
  'notice.object': ['resident', '#proposer', '#mergedProposer', '#supporter'],
  'recusal.declare': ['deliberationDelegate'],
  'recusal.order': ['hallModerator', 'residentsSupervisor'],
  'deliberation.record': ['hallModerator', 'communityWorker'],
  'decision.import': ['residentsCommitteeDirector', 'communityWorker'],
  'funds.request': ['communityWorker'],
  'funds.endorse': ['residentsCommitteeDirector'],
  'funds.review': ['subdistrictOfficer', 'subdistrictLeader'],
  'funds.confirm': ['subdistrictFinance'],
  'milestone.report': ['#implementer', 'communityWorker'],
  'work.suspend': ['residentsCommitteeDirector', 'communityWorker'],
  'work.resume': ['residentsCommitteeDirector', 'communityWorker'],
  'work.terminate': ['residentsCommitteeDirector', 'subdistrictLeader'],
  'work.complete': ['#implementer', 'communityWorker'],
  'inspection.record': ['hallModerator', 'residentsSupervisor', 'communityWorker'],
  'result.publish': ['communityWorker', 'residentsCommitteeDirector'],
  'evaluation.give': ['#proposer', '#mergedProposer', '#supporter', 'resident'],
  'visit.record': ['communityWorker', 'residentsSupervisor'],
  'visits.conclude': ['communityWorker', 'residentsCommitteeDirector'],
  'callback.record': ['communityWorker', 'residentsSupervisor'],
  'rectification.complete': ['#implementer', 'communityWorker'],
  'patrol.record': ['residentsSupervisor', 'supervisor', 'communityWorker'],
  'case.reopen': ['residentsSupervisor', 'supervisor'],
};

/** Persons by their relation to the case. */
export const relations: ProcessRules<ProposalNames>['relations'] = {
  lead: (data) => accounts(data.proposers.slice(0, 1)),
  proposer: (data) => accounts(data.proposers),
  mergedProposer: (data) => accounts(data.mergedCases.flatMap((mergedCase) => mergedCase.proposers)),
  invited: (data) => accounts(data.invited),
  supporter: (data) => accounts(data.supporters),
  enteredBy: (data) => (data.entry ? [data.entry.by.id] : []),
  planAuthor: (data) => (data.work.plan ? [data.work.plan.by.id] : []),
  recused: (data) => accounts(data.recusals),
  implementer: implementersOf,
  fundApplicant: (data) => (data.work.funds ? [data.work.funds.requestedBy.id] : []),
  fundEndorser: (data) => (data.work.funds?.endorsedBy ? [data.work.funds.endorsedBy.id] : []),
  fundReviewer: (data) => (data.work.funds?.reviewedBy ? [data.work.funds.reviewedBy.id] : []),
  inspector: (data) =>
    data.work.inspections.flatMap((inspection) =>
      inspection.members.flatMap((member) => (member.personId ? [member.personId] : [])),
    ),
};

const separationOfDuty: Source = {
  title: { zh: '职责分离', en: 'Separation of duties' },
  standing: 'ownChoice',
};
const threeHands: Source = {
  title: {
    zh: '资金审批单:经办人、主任、街道审核人不得同一人(街道经费审批单签批做法,新江湾城2023)',
    en: 'Fund slip: applicant, director and sub-district reviewer are three persons (practice of Xinjiangwancheng, 2023)',
  },
  standing: 'practice',
};

/** Two hands that must not be one: whoever does the one cannot judge by the other. */
export const separations: readonly Separation<Command, Relation, Problem>[] = [
  {
    code: 'handsOff.ownProposal',
    commands: ['proposal.accept', 'correction.request', 'proposal.decline', 'proposal.docket', 'supporter.void'],
    notBy: 'proposer',
    source: separationOfDuty,
  },
  { code: 'handsOff.ownEntry', commands: ['confirmation.call'], notBy: 'enteredBy', source: separationOfDuty },
  { code: 'handsOff.recused', commands: ['deliberation.record'], notBy: 'recused', source: separationOfDuty },
  {
    code: 'handsOff.fundApplicant',
    commands: ['funds.endorse', 'funds.review', 'funds.confirm'],
    notBy: 'fundApplicant',
    source: threeHands,
  },
  {
    code: 'handsOff.fundEndorser',
    commands: ['funds.review', 'funds.confirm'],
    notBy: 'fundEndorser',
    source: threeHands,
  },
  { code: 'handsOff.fundReviewer', commands: ['funds.confirm'], notBy: 'fundReviewer', source: threeHands },
  {
    code: 'handsOff.implementer',
    commands: ['inspection.record', 'evaluation.give', 'visit.record', 'visits.conclude', 'callback.record'],
    notBy: 'implementer',
    source: separationOfDuty,
  },
];

function accounts(people: readonly { personId: string | null }[]): string[] {
  return people.flatMap((person) => (person.personId === null ? [] : [person.personId]));
}
