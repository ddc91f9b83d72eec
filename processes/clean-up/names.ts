import type { AutomaticEvent, CommandEvent } from '../kernel/define-rules.ts';
import type { CleanUpData } from './data.ts';
import type { Forms } from './forms.ts';

export type State =
  | 'registering'
  | 'comparing'
  | 'publishing'
  | 'stopping'
  | 'relapsed'
  | 'checking'
  | 'closed'
  | 'withdrawn';

export type Command = keyof Forms;

/** What comes without a person: the time for spot checks runs out. */
export type Event = 'checkWindow.expire';

export type Relation = 'opener' | 'registrar' | 'judge' | 'confirmer' | 'reporter';

export type Deadline = 'census' | 'comparison' | 'publication' | 'stopping' | 'settlement' | 'checkWindow';

export type Setting =
  | 'censusDays'
  | 'comparisonDays'
  | 'publicationDays'
  | 'stoppingDays'
  | 'settlementDays'
  | 'checkWindowMonths'
  | 'warnDays';

export type Notice = 'compared' | 'published' | 'stopped' | 'relapsed' | 'settled' | 'withdrawn';

export type Problem =
  | 'object.unknown'
  | 'object.twice'
  | 'object.tooMany'
  | 'object.duplicateOfItself'
  | 'census.empty'
  | 'judgement.twice'
  | 'judgement.againstRule'
  | 'judgement.mergeTarget'
  | 'judgement.handOverTarget'
  | 'stop.notDue'
  | 'relapse.notStopped'
  | 'relapse.notOpen'
  | 'date.future'
  | 'handsOff.registrar'
  | 'handsOff.confirmer'
  | 'handsOff.reporter';

export interface CleanUpNames {
  state: State;
  command: Command;
  data: CleanUpData;
  forms: Forms;
  relation: Relation;
  deadline: Deadline;
  event: Event;
  problem: Problem;
  notice: Notice;
  setting: Setting;
}

export type CleanUpEvent = CommandEvent<Forms> | { [E in Event]: AutomaticEvent<E> }[Event];

/** The event of one command or of one automatic happening. */
export type Act<T extends CleanUpEvent['type']> = Extract<CleanUpEvent, { type: T }>;
