import type { DeadlineRule, RungRule } from '../kernel/define-rules.ts';
import type { Limit } from '../kernel/limit.ts';
import { officeLadder } from '../law/ladders.ts';
import type { AdmissionData } from './data.ts';
import type { Deadline, Event, Relation, Setting, State } from './names.ts';
import { figureOf, settings } from './settings.ts';

type AdmissionDeadline = DeadlineRule<State, Event, AdmissionData, Relation>;

/**
 * The ladder of offices without its last rung: an order (督办单) is given within a sub-district, and this is a matter of the
 * district, whose officer gets the copy.
 */
const ladder: readonly RungRule<Relation>[] = officeLadder.rungs
  .filter(({ action }) => action !== 'order')
  .map((rung) => (rung.copyTo ? { ...rung, copyTo: ['districtOfficer'] } : rung));

/** Those concerned are reminded before something ends by itself. */
const beforeItEnds: readonly RungRule<Relation>[] = [
  {
    name: 'remindBefore',
    action: 'remind',
    when: { before: { workingDays: 3 } },
    to: ['#applicant', 'reliefOfficer'],
  },
];

const inEffect: State[] = ['trial', 'regular', 'reviewing', 'suspended', 'temporary'];

/** The clocks of an admission; each limit is a setting and each setting has its source. */
export const deadlines: Record<Deadline, AdmissionDeadline> = {
  /** From the application to the decision; while the applicant corrects, it stands still. */
  decision: {
    ...counted('decisionDays', 'workingDays'),
    runsIn: ['applied', 'checkingBasis', 'consulting', 'costing', 'meeting'],
    pausedIn: ['correcting'],
    ladder,
  },
  correction: {
    ...counted('correctionDays', 'workingDays'),
    runsIn: ['correcting'],
    onExpiry: 'correction.lapse',
    ladder: beforeItEnds,
  },
  consultation: { ...counted('consultationDays', 'workingDays'), runsIn: ['consulting'], ladder },
  agreement: { ...counted('agreementDays', 'workingDays'), runsIn: ['published', 'agreementDrafted'], ladder },
  emergencyDecision: { ...counted('emergencyHours', 'hours'), runsIn: ['emergencyAsked'], ladder: [] },
  temporaryReview: {
    ...counted('temporaryReviewDays', 'workingDays'),
    runsIn: ['temporary'],
    onExpiry: 'temporary.lapse',
    ladder,
  },
  trial: { ...counted('trialMonths', 'months'), runsIn: ['trial'], pausedIn: ['suspended'], ladder },
  yearlyReview: {
    ...counted('reviewMonths', 'months'),
    runsIn: ['regular'],
    pausedIn: ['suspended'],
    onExpiry: 'review.due',
    ladder: beforeItEnds,
  },
  reviewDecision: { ...counted('reviewDays', 'workingDays'), runsIn: ['reviewing'], ladder },
  /** Ends with the last day of the term that was approved, working day or not; an item without a term has no such clock. */
  validity: {
    limit: (_, { item }) => (item.validUntil === undefined ? null : { untilDate: item.validUntil }),
    runsIn: ['published', 'agreementDrafted', 'agreed', ...inEffect],
    warnBefore: () => ({ calendarDays: 30 }),
    onExpiry: 'validity.expire',
    ladder: beforeItEnds,
    source: {
      title: { zh: '准入决定写明的期限;到期自动退出', en: 'The term in the decision; the item ends by itself with it' },
      standing: 'practice',
    },
  },
  windingUp: {
    ...counted('windingUpDays', 'calendarDays'),
    runsIn: ['exited', 'revoked'],
    onExpiry: 'windingUp.end',
    ladder: [],
  },
};

function counted(setting: Setting, unit: 'workingDays' | 'calendarDays' | 'months' | 'hours') {
  return {
    limit: (values: Readonly<Record<string, number>>): Limit => ({ [unit]: figureOf(setting, values) }) as Limit,
    warnBefore: (values: Readonly<Record<string, number>>) =>
      unit === 'hours' ? { hours: 4 } : { workingDays: figureOf('warnDays', values) },
    source: settings[setting].source,
  };
}
