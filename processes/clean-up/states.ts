import type { StateRule } from '../kernel/define-rules.ts';
import type { Command, Relation, State } from './names.ts';

/** What each state is to the world, and whose turn it is. A clean-up is public: it names units and things, no residents. */
export const states: Record<State, StateRule<Command, Relation>> = {
  registering: { stage: 1, kind: 'open', visibleTo: 'community', expects: { 'census.close': 'communityWorker' } },
  comparing: { stage: 2, kind: 'open', visibleTo: 'community', expects: { 'object.judge': 'reliefOfficer' } },
  publishing: { stage: 2, kind: 'open', visibleTo: 'community', expects: { 'result.publish': 'reliefOfficer' } },
  stopping: { stage: 3, kind: 'open', visibleTo: 'community', expects: { 'stop.confirm': 'communityWorker' } },
  relapsed: { stage: 4, kind: 'open', visibleTo: 'community', expects: { 'relapse.settle': 'reliefOfficer' } },
  checking: { stage: 4, kind: 'closed', visibleTo: 'community', expects: { 'check.record': 'residentsSupervisor' } },
  closed: { stage: 4, kind: 'final', visibleTo: 'community', expects: {} },
  withdrawn: { stage: 1, kind: 'final', visibleTo: 'community', expects: {} },
};
