import type { StateRule } from '../kernel/define-rules.ts';
import type { Command, Relation, State } from './names.ts';

/** What each state is to the world, and whose turn it is. While it is open, an order is between its two sides. */
export const states: Record<State, StateRule<Command, Relation>> = {
  issued: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'order.sign': '#responsible' } },
  objected: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'objection.decide': '#decider' } },
  handling: { stage: 3, kind: 'open', visibleTo: 'related', expects: { 'order.reply': '#responsible' } },
  replied: { stage: 4, kind: 'open', visibleTo: 'related', expects: { 'reply.verify': 'supervisor' } },
  returned: { stage: 3, kind: 'open', visibleTo: 'related', expects: { 'order.reply': '#responsible' } },
  // The one who verified may not conclude, so the next step stands in another office's inbox.
  verified: { stage: 4, kind: 'open', visibleTo: 'related', expects: { 'order.close': '#decider' } },
  closed: { stage: 4, kind: 'closed', visibleTo: 'community', expects: {} },
  reviewing: { stage: 4, kind: 'open', visibleTo: 'community', expects: { 'review.decide': 'districtOfficer' } },
  archived: { stage: 4, kind: 'final', visibleTo: 'community', expects: {} },
  withdrawn: { stage: 1, kind: 'final', visibleTo: 'related', expects: {} },
};
