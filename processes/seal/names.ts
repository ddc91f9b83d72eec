import type { AutomaticEvent, CommandEvent } from '../kernel/define-rules.ts';
import type { SealData } from './data.ts';
import type { Forms } from './forms.ts';

export type State =
  | 'judging'
  | 'notIssued'
  | 'verifying'
  | 'deliberating'
  | 'publicizing'
  | 'approving'
  | 'approved'
  | 'declined'
  | 'registered'
  | 'irregular'
  | 'archived'
  | 'withdrawn'
  | 'lossReported'
  | 'lossNotice'
  | 'sealMaking'
  | 'handingOver'
  | 'witnessing'
  | 'custodySettled';

export type Command = keyof Forms;

/** What comes without a person: three clocks that run out. */
export type Event = 'publicity.expire' | 'checkWindow.expire' | 'lossNotice.expire';

export type Relation =
  | 'applicant'
  | 'submitter'
  | 'judge'
  | 'verifier'
  | 'approver'
  | 'keeper'
  | 'outgoingKeeper'
  | 'incomingKeeper';

export type Deadline =
  | 'judging'
  | 'verification'
  | 'publicity'
  | 'approval'
  | 'use'
  | 'checkWindow'
  | 'settlement'
  | 'lossReceipt'
  | 'lossNotice'
  | 'newSeal'
  | 'handOver';

export type Setting =
  | 'judgingDays'
  | 'verificationDays'
  | 'publicityDays'
  | 'approvalDays'
  | 'useDays'
  | 'checkWindowDays'
  | 'settlementDays'
  | 'lossReceiptDays'
  | 'lossNoticeDays'
  | 'newSealDays'
  | 'handOverDays'
  | 'warnDays';

export type Notice =
  | 'notIssued'
  | 'toVerify'
  | 'approved'
  | 'declined'
  | 'used'
  | 'irregular'
  | 'settled'
  | 'withdrawn'
  | 'custodySettled';

export type Problem =
  | 'kind.staffOnly'
  | 'type.missing'
  | 'type.nameMissing'
  | 'type.nameUseless'
  | 'purpose.missing'
  | 'body.missing'
  | 'copies.missing'
  | 'content.blank'
  | 'loss.missing'
  | 'handOver.missing'
  | 'handOver.samePerson'
  | 'date.future'
  | 'judgement.basisMissing'
  | 'judgement.typeMissing'
  | 'judgement.listed'
  | 'verification.lowered'
  | 'decision.figures'
  | 'decision.quorum'
  | 'decision.majority'
  | 'approval.tooManyCopies'
  | 'use.tooManyCopies'
  | 'use.contentDiffers'
  | 'use.sealLost'
  | 'check.findingMissing'
  | 'receipt.noticeMissing'
  | 'handsOff.applicant'
  | 'handsOff.submitter'
  | 'handsOff.verifier'
  | 'handsOff.approver'
  | 'handsOff.keeper'
  | 'handsOff.handOver';

export interface SealNames {
  state: State;
  command: Command;
  data: SealData;
  forms: Forms;
  relation: Relation;
  deadline: Deadline;
  event: Event;
  problem: Problem;
  notice: Notice;
  setting: Setting;
}

export type SealEvent = CommandEvent<Forms> | { [E in Event]: AutomaticEvent<E> }[Event];

/** The event of one command or of one automatic happening. */
export type Act<T extends SealEvent['type']> = Extract<SealEvent, { type: T }>;
