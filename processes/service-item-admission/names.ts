import type { AutomaticEvent, CommandEvent } from '../kernel/define-rules.ts';
import type { AdmissionData } from './data.ts';
import type { Forms } from './forms.ts';

export type State =
  | 'applied'
  | 'correcting'
  | 'checkingBasis'
  | 'consulting'
  | 'costing'
  | 'meeting'
  | 'approved'
  | 'approvedConditionally'
  | 'published'
  | 'agreementDrafted'
  | 'agreed'
  | 'trial'
  | 'regular'
  | 'reviewing'
  | 'suspended'
  | 'emergencyAsked'
  | 'temporary'
  | 'exited'
  | 'revoked'
  | 'refused'
  | 'lapsed'
  | 'withdrawn'
  | 'archived';

export type Command = keyof Forms;

/** What comes without a person: clocks that run out, and answers of the tasks that were told to stand still or go on. */
export type Event =
  | 'correction.lapse'
  | 'validity.expire'
  | 'review.due'
  | 'temporary.lapse'
  | 'windingUp.end'
  | 'task.suspended'
  | 'task.suspendRefused'
  | 'task.resumed'
  | 'task.resumeRefused';

export type Relation = 'applicant' | 'consulted' | 'assessor' | 'decider' | 'granter';

export type Deadline =
  | 'decision'
  | 'correction'
  | 'consultation'
  | 'agreement'
  | 'emergencyDecision'
  | 'temporaryReview'
  | 'trial'
  | 'yearlyReview'
  | 'reviewDecision'
  | 'validity'
  | 'windingUp';

export type Setting =
  | 'applyAheadDays'
  | 'decisionDays'
  | 'correctionDays'
  | 'consultedMin'
  | 'consultationDays'
  | 'agreementDays'
  | 'emergencyHours'
  | 'temporaryDaysMax'
  | 'temporaryReviewDays'
  | 'trialMonths'
  | 'reviewMonths'
  | 'reviewDays'
  | 'windingUpDays'
  | 'warnDays';

export type Notice =
  | 'correctionNeeded'
  | 'lapsed'
  | 'consulted'
  | 'approved'
  | 'approvedConditionally'
  | 'refused'
  | 'published'
  | 'agreementReturned'
  | 'agreed'
  | 'inEffect'
  | 'fundsConfirmed'
  | 'fundsWithdrawn'
  | 'suspended'
  | 'resumed'
  | 'reviewDue'
  | 'reviewed'
  | 'temporary'
  | 'ended'
  | 'taskUnreached';

/** What an application may lack; each is told by itself, and one correction notice names all of them. */
export type Finding =
  | 'contact'
  | 'necessity'
  | 'authority'
  | 'equipment'
  | 'standard'
  | 'exitConditions'
  | 'validUntil'
  | 'money'
  | 'surveyMarks';

export type Problem =
  | `missing.${Finding}`
  | 'origin.notYours'
  | 'item.codeTaken'
  | 'item.negativeList'
  | 'responsibility.shifted'
  | 'start.tooEarly'
  | 'start.past'
  | 'term.reversed'
  | 'term.over'
  | 'areas.outside'
  | 'plan.missing'
  | 'plan.order'
  | 'plan.gap'
  | 'plan.outsideTerm'
  | 'money.reasonMissing'
  | 'emergency.tooLong'
  | 'correction.already'
  | 'correction.first'
  | 'correction.empty'
  | 'basis.negativeList'
  | 'basis.duplicate'
  | 'refusal.articleMissing'
  | 'consult.tooFew'
  | 'consult.outside'
  | 'opinion.notConsulted'
  | 'opinion.notYours'
  | 'opinion.already'
  | 'consultation.tooFew'
  | 'date.future'
  | 'decision.conditionsMissing'
  | 'decision.meetingEarly'
  | 'funds.notNeeded'
  | 'funds.aboveApproved'
  | 'funds.aboveConfirmed'
  | 'funds.voucherTwice'
  | 'adjustment.missing'
  | 'adjustment.widens'
  | 'resume.byMoney'
  | 'handsOff.applicant'
  | 'handsOff.assessor'
  | 'handsOff.granter';

export interface AdmissionNames {
  state: State;
  command: Command;
  data: AdmissionData;
  forms: Forms;
  relation: Relation;
  deadline: Deadline;
  event: Event;
  problem: Problem;
  notice: Notice;
  setting: Setting;
}

export type AdmissionEvent = CommandEvent<Forms> | { [E in Event]: AutomaticEvent<E> }[Event];

/** The event of one command or of one automatic happening. */
export type Act<T extends AdmissionEvent['type']> = Extract<AdmissionEvent, { type: T }>;
