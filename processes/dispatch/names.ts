import type { AutomaticEvent, CommandEvent } from '../kernel/define-rules.ts';
import type { DispatchData } from './data.ts';
import type { Forms } from './forms.ts';

export type State =
  | 'checking'
  | 'blocked'
  | 'offered'
  | 'accepted'
  | 'sentBack'
  | 'suspended'
  | 'reported'
  | 'returning'
  | 'disputed'
  | 'ending'
  | 'closed'
  | 'refused'
  | 'returned'
  | 'withdrawn';

export type Command = keyof Forms;

/** What comes without a person: the answers of the admission to the check of the gates and to the end of the task. */
export type Event = 'check.answered' | 'check.refused' | 'end.recorded' | 'end.refused';

export type Relation = 'issuer' | 'accepter' | 'reporter' | 'returner';

export type Deadline = 'answer' | 'work' | 'redo' | 'confirmation' | 'returnAnswer' | 'returnDecision';

export type Setting =
  | 'answerDays'
  | 'redoDays'
  | 'confirmationDays'
  | 'returnAnswerDays'
  | 'returnDecisionDays'
  | 'extensionsMax'
  | 'warnDays'
  | 'sendBacksMax'
  | 'taskMonthsMax'
  | 'burdenCeilingHoursPerMonth';

export type Notice =
  | 'blocked'
  | 'offered'
  | 'accepted'
  | 'refused'
  | 'reported'
  | 'sentBack'
  | 'confirmed'
  | 'returnAsked'
  | 'returnAcknowledged'
  | 'returnDisputed'
  | 'returnDecided'
  | 'suspended'
  | 'resumed'
  | 'withdrawn'
  | 'endNotRecorded';

export type Problem =
  | 'responsibility.shifted'
  | 'time.past'
  | 'time.order'
  | 'time.sameDay'
  | 'time.tooLong'
  | 'time.over'
  | 'burden.overCeiling'
  | 'overCeiling.ownDecision'
  | 'task.accepted'
  | 'task.notAccepted'
  | 'date.future'
  | 'sendBack.already'
  | 'handsOff.issuer'
  | 'handsOff.reporter'
  | 'handsOff.returner';

export interface DispatchNames {
  state: State;
  command: Command;
  data: DispatchData;
  forms: Forms;
  relation: Relation;
  deadline: Deadline;
  event: Event;
  problem: Problem;
  notice: Notice;
  setting: Setting;
}

export type DispatchEvent = CommandEvent<Forms> | { [E in Event]: AutomaticEvent<E> }[Event];

/** The event of one command or of one automatic happening. */
export type Act<T extends DispatchEvent['type']> = Extract<DispatchEvent, { type: T }>;
