import type { DeadlineRule, ExtensionRule, RungRule } from '../kernel/define-rules.ts';
import { officeLadder, urgingLadder, windowLadder } from '../law/ladders.ts';
import type { RefusalData } from './data.ts';
import type { Deadline, Event, Relation, State } from './names.ts';
import { figureOf, inCalendarDays, inWorkingDays } from './settings.ts';

type RefusalDeadline = DeadlineRule<State, Event, RefusalData, Relation>;

/**
 * The relief group sits at the district, and the task often comes from the sub-district: copies and orders about its lateness
 * go to the district and never to the leader of the office that was refused.
 */
const atDistrict = (rungs: readonly RungRule[]): readonly RungRule[] =>
  rungs.map((rung) => ({
    ...rung,
    ...(rung.action === 'order' ? { to: ['districtOfficer'] as const } : {}),
    ...(rung.copyTo ? { copyTo: ['districtOfficer'] as const } : {}),
  }));

const orderedLadder = atDistrict(officeLadder.rungs);
/** Where the whole limit is hardly longer than the lead of the first reminder, the inbox alone announces the step. */
const shortLadder = orderedLadder.filter(({ name }) => name !== 'remindBefore');
const urgedLadder = atDistrict(urgingLadder.rungs);

/** More time is asked by whoever needs it and granted by somebody else, who tells the community. */
function extension(
  by: ExtensionRule<Relation>['by'],
  decidedBy: ExtensionRule<Relation>['decidedBy'],
): ExtensionRule<Relation> {
  return {
    by,
    decidedBy,
    timesMax: (values) => figureOf('extensionsMax', values),
    lengthMax: (values) => ({ workingDays: figureOf('extensionDaysMax', values) }),
    tell: ['registrant', 'reliefHand'],
    source: {
      title: {
        zh: '延期须在期限届满前提出并说明理由;逾期才申请的按超期计',
        en: 'More time is asked before expiry and with a reason; asked later it counts as overdue',
      },
      standing: 'practice',
    },
  };
}

/** The clocks of a refusal; each limit is a setting and each setting has its source. None of them can be paused. */
export const deadlines: Record<Deadline, RefusalDeadline> = {
  acceptance: { ...inWorkingDays('acceptanceDays'), runsIn: ['reported'], ladder: shortLadder },
  check: {
    ...inWorkingDays('checkDays'),
    runsIn: ['checking'],
    ladder: orderedLadder,
    extension: extension(['reliefOfficer'], ['districtOfficer']),
  },
  correction: {
    ...inWorkingDays('correctionDays'),
    // The catalogue asks for the usual limit, without a case.
    limit: (values, { corrections = [] }) => ({
      workingDays: corrections.at(-1)?.limitWorkingDays ?? figureOf('correctionDays', values),
    }),
    runsIn: ['correctionAsked'],
    onExpiry: 'correction.expire',
    ladder: windowLadder<Relation>(['#unit']).rungs,
    extension: extension(['#unit'], ['reliefOfficer']),
  },
  confirmation: { ...inWorkingDays('confirmationDays'), runsIn: ['answered'], ladder: shortLadder },
  naming: { ...inWorkingDays('namingDays'), runsIn: ['notCorrected'], ladder: shortLadder },
  followUp: { ...inWorkingDays('followUpDays'), runsIn: ['named'], ladder: urgedLadder },
  objectionWindow: {
    ...inCalendarDays('objectionWindowDays'),
    runsIn: ['dismissed'],
    onExpiry: 'window.expire',
    ladder: windowLadder<Relation>(['#registrant']).rungs,
  },
  review: { ...inCalendarDays('reviewDays'), runsIn: ['reviewing'], ladder: urgedLadder },
};
