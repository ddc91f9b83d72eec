import type { DeadlineRule } from '../kernel/define-rules.ts';
import { officeLadder, urgingLadder } from '../law/ladders.ts';
import type { CleanUpData } from './data.ts';
import type { Deadline, Event, Relation, State } from './names.ts';
import { figureOf, inWorkingDays, settings } from './settings.ts';

type CleanUpDeadline = DeadlineRule<State, Event, CleanUpData, Relation>;

/** The relief group is urged; an order can only go to those who answer for the community. */
const ladder = urgingLadder.rungs;

/** The clocks of a clean-up; each limit is a setting and each setting has its source. */
export const deadlines: Record<Deadline, CleanUpDeadline> = {
  census: { ...inWorkingDays('censusDays'), runsIn: ['registering'], ladder },
  comparison: { ...inWorkingDays('comparisonDays'), runsIn: ['comparing'], ladder },
  publication: { ...inWorkingDays('publicationDays'), runsIn: ['publishing'], ladder },
  // Starts anew when something has come back: what was confirmed before is not undone by it.
  stopping: { ...inWorkingDays('stoppingDays'), runsIn: ['stopping'], ladder: officeLadder.rungs },
  settlement: { ...inWorkingDays('settlementDays'), runsIn: ['relapsed'], ladder },
  checkWindow: {
    limit: (values) => ({ months: figureOf('checkWindowMonths', values) }),
    warnBefore: () => ({ calendarDays: 7 }),
    source: settings.checkWindowMonths.source,
    runsIn: ['checking'],
    onExpiry: 'checkWindow.expire',
    ladder: [],
  },
};
