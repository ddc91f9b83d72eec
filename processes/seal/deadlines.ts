import type { DeadlineRule } from '../kernel/define-rules.ts';
import { urgingLadder, windowLadder } from '../law/ladders.ts';
import type { SealData } from './data.ts';
import type { Deadline, Event, Relation, State } from './names.ts';
import { inCalendarDays, inWorkingDays } from './settings.ts';

type SealDeadline = DeadlineRule<State, Event, SealData, Relation>;

/** A stamp that is late is urged; no supervision order is worth a stamp. */
const ladder = urgingLadder.rungs;

/** The clocks of the seal; each limit is a setting and each setting has its source. */
export const deadlines: Record<Deadline, SealDeadline> = {
  judging: { ...inWorkingDays('judgingDays'), runsIn: ['judging'], ladder },
  verification: { ...inWorkingDays('verificationDays'), runsIn: ['verifying'], ladder },
  publicity: { ...inCalendarDays('publicityDays'), runsIn: ['publicizing'], onExpiry: 'publicity.expire', ladder: [] },
  approval: { ...inWorkingDays('approvalDays'), runsIn: ['approving'], ladder },
  use: { ...inWorkingDays('useDays'), runsIn: ['approved'], ladder },
  // An irregularity stops the window; once it is settled, the use may be looked at for the whole time again.
  checkWindow: {
    ...inCalendarDays('checkWindowDays'),
    runsIn: ['registered'],
    onExpiry: 'checkWindow.expire',
    ladder: [],
  },
  settlement: { ...inWorkingDays('settlementDays'), runsIn: ['irregular'], ladder },
  lossReceipt: { ...inWorkingDays('lossReceiptDays'), runsIn: ['lossReported'], ladder },
  lossNotice: {
    ...inCalendarDays('lossNoticeDays'),
    runsIn: ['lossNotice'],
    onExpiry: 'lossNotice.expire',
    ladder: windowLadder<Relation>(['#submitter']).rungs,
  },
  newSeal: { ...inWorkingDays('newSealDays'), runsIn: ['sealMaking'], ladder },
  handOver: {
    ...inWorkingDays('handOverDays'),
    limit: (_, data) => ({ workingDays: data.handOver?.workingDaysLeft ?? 1 }),
    runsIn: ['handingOver', 'witnessing'],
    ladder,
  },
};
