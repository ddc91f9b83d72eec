import type { AutomaticEvent, CommandEvent } from '../kernel/define-rules.ts';
import type { OrderData } from './data.ts';
import type { Forms } from './forms.ts';

export type State =
  | 'issued'
  | 'objected'
  | 'handling'
  | 'replied'
  | 'returned'
  | 'verified'
  | 'closed'
  | 'reviewing'
  | 'archived'
  | 'withdrawn';

export type Command = keyof Forms;

/** What comes without a person: a clock that runs out, and answers of the case that the order is about. */
export type Event = 'window.expire' | 'link.recorded' | 'link.refused' | 'closing.recorded' | 'closing.refused';

export type Relation = 'issuer' | 'responsible' | 'decider' | 'objector' | 'replier' | 'verifier' | 'concluder';

export type Deadline =
  | 'signing'
  | 'objectionDecision'
  | 'handling'
  | 'verification'
  | 'redo'
  | 'conclusion'
  | 'reviewWindow'
  | 'review';

export type Setting =
  | 'signingDays'
  | 'objectionDecisionDays'
  | 'handlingDays'
  | 'verificationDays'
  | 'redoDays'
  | 'conclusionDays'
  | 'reviewWindowDays'
  | 'reviewDays'
  | 'extensionsMax'
  | 'extensionDaysMax'
  | 'warnDays';

export type Notice =
  | 'issued'
  | 'linkRefused'
  | 'signed'
  | 'objected'
  | 'objectionRejected'
  | 'reassigned'
  | 'replied'
  | 'returned'
  | 'verified'
  | 'closed'
  | 'reviewRequested'
  | 'reviewed'
  | 'withdrawn';

export type Problem =
  | 'date.future'
  | 'responsible.org'
  | 'objection.already'
  | 'objection.unitMissing'
  | 'objection.sameUnit'
  | 'verification.notDone'
  | 'review.already'
  | 'review.latenessMissing'
  | 'handsOff.ownMatter'
  | 'handsOff.objector'
  | 'handsOff.replier'
  | 'handsOff.verifier'
  | 'handsOff.concluder';

export interface OrderNames {
  state: State;
  command: Command;
  data: OrderData;
  forms: Forms;
  relation: Relation;
  deadline: Deadline;
  event: Event;
  problem: Problem;
  notice: Notice;
  setting: Setting;
}

export type OrderEvent = CommandEvent<Forms> | { [E in Event]: AutomaticEvent<E> }[Event];

/** The event of one command or of one automatic happening. */
export type Act<T extends OrderEvent['type']> = Extract<OrderEvent, { type: T }>;
