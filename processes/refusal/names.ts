import type { AutomaticEvent, CommandEvent } from '../kernel/define-rules.ts';
import type { RefusalData } from './data.ts';
import type { Forms } from './forms.ts';

export type State =
  | 'reported'
  | 'checking'
  | 'correctionAsked'
  | 'answered'
  | 'notCorrected'
  | 'named'
  | 'corrected'
  | 'admittedLater'
  | 'dismissed'
  | 'reviewing'
  | 'dismissalStands';

export type Command = keyof Forms;

/** What comes without a person: the unit lets its time pass, or the community does. */
export type Event = 'correction.expire' | 'window.expire';

export type Relation = 'registrant' | 'unit' | 'unitSide' | 'reliefHand';

export type Deadline =
  | 'acceptance'
  | 'check'
  | 'correction'
  | 'confirmation'
  | 'naming'
  | 'followUp'
  | 'objectionWindow'
  | 'review';

export type Setting =
  | 'acceptanceDays'
  | 'checkDays'
  | 'correctionDays'
  | 'correctionDaysMax'
  | 'correctionsMax'
  | 'confirmationDays'
  | 'namingDays'
  | 'followUpDays'
  | 'objectionWindowDays'
  | 'reviewDays'
  | 'extensionsMax'
  | 'extensionDaysMax'
  | 'warnDays';

export type Notice =
  | 'registered'
  | 'accepted'
  | 'threatAdded'
  | 'correctionAsked'
  | 'answered'
  | 'notCorrected'
  | 'named'
  | 'assessmentFound'
  | 'corrected'
  | 'admittedLater'
  | 'dismissed'
  | 'objected'
  | 'reviewed';

export type Problem =
  | 'date.future'
  | 'task.listed'
  | 'correction.tooOften'
  | 'correction.limitTooLong'
  | 'naming.notRefused'
  | 'naming.person'
  | 'assessment.none'
  | 'assessment.open'
  | 'assessment.consequenceMissing'
  | 'outcome.notCorrected'
  | 'outcome.admissionMissing'
  | 'outcome.notOnList'
  | 'dismissal.overturned'
  | 'objection.already'
  | 'handsOff.registrant'
  | 'handsOff.unitSide'
  | 'handsOff.reliefHand';

export interface RefusalNames {
  state: State;
  command: Command;
  data: RefusalData;
  forms: Forms;
  relation: Relation;
  deadline: Deadline;
  event: Event;
  problem: Problem;
  notice: Notice;
  setting: Setting;
}

export type RefusalEvent = CommandEvent<Forms> | { [E in Event]: AutomaticEvent<E> }[Event];

/** The event of one command or of one automatic happening. */
export type Act<T extends RefusalEvent['type']> = Extract<RefusalEvent, { type: T }>;
