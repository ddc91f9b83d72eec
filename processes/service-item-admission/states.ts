import type { StateRule } from '../kernel/define-rules.ts';
import type { Command, Relation, State } from './names.ts';

/** What each state is to the world, and whose turn it is. What is on the list, or was, is open to everybody. */
export const states: Record<State, StateRule<Command, Relation>> = {
  applied: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'form.check': 'reliefOfficer' } },
  correcting: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'item.correct': '#applicant' } },
  checkingBasis: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'basis.check': 'reliefOfficer' } },
  consulting: {
    stage: 2,
    kind: 'open',
    visibleTo: 'related',
    expects: { 'opinion.give': '#consulted', 'consultation.close': 'reliefOfficer' },
  },
  costing: { stage: 2, kind: 'open', visibleTo: 'related', expects: { 'money.assess': 'districtFinance' } },
  meeting: { stage: 2, kind: 'open', visibleTo: 'related', expects: { 'meeting.decide': 'districtOfficer' } },
  approved: { stage: 2, kind: 'open', visibleTo: 'related', expects: { 'list.publish': 'districtOfficer' } },
  approvedConditionally: {
    stage: 2,
    kind: 'open',
    visibleTo: 'related',
    expects: { 'list.publish': 'districtOfficer' },
  },
  published: { stage: 2, kind: 'open', visibleTo: 'community', expects: { 'agreement.draft': '#applicant' } },
  agreementDrafted: { stage: 2, kind: 'open', visibleTo: 'community', expects: { 'agreement.sign': 'reliefOfficer' } },
  agreed: { stage: 2, kind: 'open', visibleTo: 'community', expects: { 'funds.confirm': 'districtFinance' } },
  trial: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'trial.conclude': 'reliefOfficer' } },
  // In effect and settled: nothing waits for anybody until its review, so it counts as done.
  regular: { stage: 3, kind: 'closed', visibleTo: 'community', expects: {} },
  reviewing: { stage: 4, kind: 'open', visibleTo: 'community', expects: { 'review.decide': 'districtOfficer' } },
  suspended: {
    stage: 4,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'funds.confirm': 'districtFinance', 'item.resume': 'districtOfficer' },
  },
  emergencyAsked: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'emergency.decide': 'districtOfficer' } },
  temporary: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'temporary.review': 'reliefOfficer' } },
  exited: { stage: 4, kind: 'closed', visibleTo: 'community', expects: {} },
  revoked: { stage: 4, kind: 'closed', visibleTo: 'community', expects: {} },
  refused: { stage: 1, kind: 'final', visibleTo: 'related', expects: {} },
  lapsed: { stage: 1, kind: 'final', visibleTo: 'related', expects: {} },
  withdrawn: { stage: 1, kind: 'final', visibleTo: 'related', expects: {} },
  archived: { stage: 4, kind: 'final', visibleTo: 'community', expects: {} },
};
