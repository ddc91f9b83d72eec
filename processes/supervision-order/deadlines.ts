import type { DeadlineRule, ExtensionRule } from '../kernel/define-rules.ts';
import { urgingLadder, windowLadder } from '../law/ladders.ts';
import type { OrderData } from './data.ts';
import type { Deadline, Event, Relation, State } from './names.ts';
import { figureOf, inCalendarDays, inWorkingDays } from './settings.ts';

type OrderDeadline = DeadlineRule<State, Event, OrderData, Relation>;

/** An order that is late itself is urged and does not bring forth another order. */
const ladder = urgingLadder.rungs;

/** More time for the work itself; whoever asks does not decide, and the issuer learns the reason. */
const extension: ExtensionRule<Relation> = {
  by: ['#responsible'],
  decidedBy: ['#decider', 'districtOfficer'],
  timesMax: (values) => figureOf('extensionsMax', values),
  lengthMax: (values) => ({ workingDays: figureOf('extensionDaysMax', values) }),
  tell: ['responsible', 'issuer'],
  source: {
    title: {
      zh: '延期须在期限届满前提出并说明理由;逾期才申请的按超期计',
      en: 'More time is asked before expiry and with a reason; asked later it counts as overdue',
    },
    standing: 'practice',
  },
};

/** The clocks of an order; each limit is a setting and each setting has its source. None of them can be paused. */
export const deadlines: Record<Deadline, OrderDeadline> = {
  signing: { ...inWorkingDays('signingDays'), runsIn: ['issued'], ladder },
  objectionDecision: { ...inWorkingDays('objectionDecisionDays'), runsIn: ['objected'], ladder },
  handling: {
    ...inWorkingDays('handlingDays'),
    limit: (values, data) => ({ workingDays: data.limitWorkingDays ?? figureOf('handlingDays', values) }),
    runsIn: ['handling'],
    ladder,
    extension,
  },
  verification: { ...inWorkingDays('verificationDays'), runsIn: ['replied'], ladder },
  redo: { ...inWorkingDays('redoDays'), runsIn: ['returned'], ladder, extension },
  conclusion: { ...inWorkingDays('conclusionDays'), runsIn: ['verified'], ladder },
  reviewWindow: {
    ...inCalendarDays('reviewWindowDays'),
    runsIn: ['closed'],
    onExpiry: 'window.expire',
    ladder: windowLadder<Relation>(['#responsible']).rungs,
  },
  review: { ...inCalendarDays('reviewDays'), runsIn: ['reviewing'], ladder },
};
