import type { StateRule } from '../kernel/define-rules.ts';
import type { Command, Relation, State } from './names.ts';

/**
 * What each state is to the world, and whose turn it is. The case itself stays between its sides for good, because its
 * ledger names who acted; the public reads the register.
 */
export const states: Record<State, StateRule<Command, Relation>> = {
  reported: { stage: 1, kind: 'open', visibleTo: 'related', expects: { 'relief.accept': 'reliefOfficer' } },
  checking: {
    stage: 2,
    kind: 'open',
    visibleTo: 'related',
    expects: { 'assessment.find': 'reliefOfficer', 'correction.ask': 'reliefOfficer' },
  },
  correctionAsked: {
    stage: 3,
    kind: 'open',
    visibleTo: 'related',
    expects: { 'correction.answer': '#unit', 'assessment.find': 'reliefOfficer' },
  },
  answered: {
    stage: 3,
    kind: 'open',
    visibleTo: 'related',
    expects: { 'assessment.find': 'reliefOfficer', 'outcome.decide': 'reliefOfficer' },
  },
  notCorrected: {
    stage: 3,
    kind: 'open',
    visibleTo: 'related',
    expects: { 'unit.name': 'reliefOfficer', 'assessment.find': 'reliefOfficer' },
  },
  named: {
    stage: 4,
    kind: 'open',
    visibleTo: 'related',
    expects: { 'correction.answer': '#unit', 'outcome.decide': 'reliefOfficer', 'assessment.find': 'reliefOfficer' },
  },
  dismissed: { stage: 4, kind: 'closed', visibleTo: 'related', expects: {} },
  reviewing: { stage: 4, kind: 'open', visibleTo: 'related', expects: { 'review.decide': 'districtOfficer' } },
  corrected: { stage: 4, kind: 'final', visibleTo: 'related', expects: {} },
  admittedLater: { stage: 4, kind: 'final', visibleTo: 'related', expects: {} },
  dismissalStands: { stage: 4, kind: 'final', visibleTo: 'related', expects: {} },
};
