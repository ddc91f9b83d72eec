import type { StateRule } from '../kernel/define-rules.ts';
import type { Command, Relation, State } from './names.ts';

/** What each state is to the world, and whose turn it is. What somebody wants certified is between him and the staff. */
export const states: Record<State, StateRule<Command, Relation>> = {
  judging: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'type.judge': 'communityWorker' } },
  notIssued: { stage: 1, kind: 'final', visibleTo: 'related', expects: {} },
  verifying: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'application.verify': 'communityWorker' } },
  deliberating: { stage: 2, kind: 'open', visibleTo: 'related', expects: { 'decision.record': 'communityWorker' } },
  publicizing: { stage: 2, kind: 'open', visibleTo: 'related', expects: {} },
  approving: { stage: 2, kind: 'open', visibleTo: 'related', expects: { 'use.approve': 'residentsCommitteeDirector' } },
  approved: { stage: 3, kind: 'open', visibleTo: 'related', expects: { 'seal.use': 'sealKeeper' } },
  declined: { stage: 2, kind: 'final', visibleTo: 'related', expects: {} },
  registered: { stage: 4, kind: 'closed', visibleTo: 'related', expects: {} },
  irregular: {
    stage: 4,
    kind: 'open',
    visibleTo: 'related',
    expects: { 'irregularity.settle': 'subdistrictOfficer' },
  },
  archived: { stage: 4, kind: 'final', visibleTo: 'related', expects: {} },
  withdrawn: { stage: 1, kind: 'final', visibleTo: 'related', expects: {} },
  lossReported: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'loss.receive': 'subdistrictOfficer' } },
  // A notice of loss is for everybody; `present` leaves the persons out.
  lossNotice: { stage: 3, kind: 'open', visibleTo: 'community', expects: {} },
  sealMaking: {
    stage: 3,
    kind: 'open',
    visibleTo: 'community',
    expects: { 'newSeal.register': 'subdistrictOfficer' },
  },
  handingOver: { stage: 3, kind: 'open', visibleTo: 'related', expects: { 'handOver.give': '#outgoingKeeper' } },
  witnessing: { stage: 3, kind: 'open', visibleTo: 'related', expects: { 'handOver.witness': 'subdistrictOfficer' } },
  custodySettled: { stage: 4, kind: 'final', visibleTo: 'related', expects: {} },
};
