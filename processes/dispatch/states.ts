import type { StateRule } from '../kernel/define-rules.ts';
import type { Command, Relation, State } from './names.ts';

/** What each state is to the world, and whose turn it is. What a community has not been offered is not yet the community's matter. */
export const states: Record<State, StateRule<Command, Relation>> = {
  checking: { stage: 1, kind: 'open', visibleTo: 'related', expects: {} },
  blocked: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'gates.recheck': '#issuer' } },
  offered: { stage: 2, kind: 'open', visibleTo: 'community', expects: { 'task.accept': 'residentsCommitteeDirector' } },
  accepted: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'task.report': 'communityWorker' } },
  sentBack: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'task.report': 'communityWorker' } },
  // It waits for the admission; nobody owes anything.
  suspended: { stage: 3, kind: 'open', visibleTo: 'community', expects: {} },
  reported: { stage: 4, kind: 'open', visibleTo: 'community', expects: { 'task.confirm': '#issuer' } },
  returning: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'return.acknowledge': '#issuer' } },
  disputed: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'return.decide': 'reliefOfficer' } },
  ending: { stage: 4, kind: 'closed', visibleTo: 'community', expects: {} },
  closed: { stage: 4, kind: 'final', visibleTo: 'community', expects: {} },
  refused: { stage: 2, kind: 'final', visibleTo: 'community', expects: {} },
  returned: { stage: 3, kind: 'final', visibleTo: 'community', expects: {} },
  withdrawn: { stage: 1, kind: 'final', visibleTo: 'related', expects: {} },
};
