import type { StateRule } from '../kernel/define-rules.ts';
import type { Command, Relation, State } from './names.ts';

// Falls away by itself where no audit is open: its condition needs one.
const audit = { 'audit.close': 'residentsSupervisor' } as const;

/** What each state is to the world, and whose turn it is. */
export const states: Record<State, StateRule<Command, Relation>> = {
  draft: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'proposal.publish': '#lead' } },
  awaitingConfirmation: {
    stage: 1,
    kind: 'open',
    visibleTo: 'related',
    expects: { 'confirmation.call': 'communityWorker' },
  },
  collecting: { stage: 1, kind: 'open', visibleTo: 'community', expects: { 'proposal.cosign': 'resident', ...audit } },
  awaitingAcceptance: {
    stage: 1,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'proposal.accept': 'communityWorker', ...audit },
  },
  correcting: { stage: 1, kind: 'open', visibleTo: 'community', expects: { 'correction.submit': '#lead', ...audit } },
  accepted: {
    stage: 1,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'proposal.docket': 'residentsCommitteeDirector', ...audit },
  },
  merging: { stage: 1, kind: 'open', visibleTo: 'community', expects: {} },
  merged: { stage: 1, kind: 'closed', visibleTo: 'community', expects: {} },
  unmerging: { stage: 1, kind: 'open', visibleTo: 'community', expects: {} },
  transferred: {
    stage: 1,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'transfer.conclude': 'communityWorker' },
  },
  declined: { stage: 1, kind: 'final', visibleTo: 'community', expects: {} },
  planning: { stage: 2, kind: 'open', visibleTo: 'community', expects: { 'plan.submit': 'communityWorker', ...audit } },
  publicNotice: { stage: 2, kind: 'open', visibleTo: 'community', expects: { 'notice.object': 'resident', ...audit } },
  deliberating: {
    stage: 2,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'deliberation.record': 'hallModerator', ...audit },
  },
  externalDecision: {
    stage: 2,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'decision.import': 'residentsCommitteeDirector', ...audit },
  },
  rejected: { stage: 2, kind: 'final', visibleTo: 'community', expects: {} },
  fundApplication: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'funds.request': 'communityWorker' } },
  fundEndorsement: {
    stage: 3,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'funds.endorse': 'residentsCommitteeDirector' },
  },
  fundReview: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'funds.review': 'subdistrictOfficer' } },
  awaitingFunds: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'funds.confirm': 'subdistrictFinance' } },
  implementing: {
    stage: 3,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'milestone.report': '#implementer', 'work.complete': '#implementer' },
  },
  suspended: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'work.resume': 'communityWorker' } },
  inspecting: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'inspection.record': 'hallModerator' } },
  resultNotice: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'result.publish': 'communityWorker' } },
  evaluating: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'evaluation.give': 'resident' } },
  returnVisits: {
    stage: 3,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'visit.record': 'communityWorker', 'visits.conclude': 'communityWorker' },
  },
  rectifying: {
    stage: 3,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'callback.record': 'communityWorker', 'rectification.complete': '#implementer' },
  },
  standingSupervision: {
    stage: 4,
    kind: 'closed',
    visibleTo: 'community',
    expects: { 'patrol.record': 'residentsSupervisor', ...audit },
  },
  archived: { stage: 4, kind: 'final', visibleTo: 'community', expects: {} },
  withdrawn: { stage: 1, kind: 'final', visibleTo: 'related', expects: {} },
  terminated: { stage: 3, kind: 'final', visibleTo: 'community', expects: {} },
  lapsed: { stage: 1, kind: 'final', visibleTo: 'community', expects: {} },
};
