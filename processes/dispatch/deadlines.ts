import { dateOf, daysBetween } from '../kernel/clock.ts';
import type { DeadlineRule, ExtensionRule } from '../kernel/define-rules.ts';
import { urgingLadder } from '../law/ladders.ts';
import type { DispatchData } from './data.ts';
import type { Deadline, Event, Relation, State } from './names.ts';
import { figureOf, inWorkingDays } from './settings.ts';

type DispatchDeadline = DeadlineRule<State, Event, DispatchData, Relation>;

/**
 * Everybody is urged and nobody ordered: a community helps with a task of somebody else, and supervision orders of the
 * sub-district's ladder do not reach the departments above it.
 */
const ladder = urgingLadder.rungs;

/** More time to do it over; whoever asks does not decide, and both sides learn the reason. */
const extension: ExtensionRule<Relation> = {
  by: ['communityWorker', 'residentsCommitteeDirector'],
  decidedBy: ['#issuer', 'districtOfficer'],
  timesMax: (values) => figureOf('extensionsMax', values),
  lengthMax: (values) => ({ workingDays: figureOf('redoDays', values) }),
  tell: ['issuer', 'accepter'],
  source: {
    title: {
      zh: '延期须在期限届满前提出并说明理由;逾期才申请的按超期计',
      en: 'More time is asked before expiry and with a reason; asked later it counts as overdue',
    },
    standing: 'practice',
  },
};

/**
 * The clocks of a task. All of them stand still while it is not covered (`suspended`); the work also while it is undecided
 * whether the community may give it back. What was late before stays late.
 */
export const deadlines: Record<Deadline, DispatchDeadline> = {
  /** Its end brings urging and nothing else: silence is neither acceptance nor refusal. */
  answer: { ...inWorkingDays('answerDays'), runsIn: ['offered'], pausedIn: ['suspended'], ladder },
  /**
   * Ends on the task's own last day. Calendar days: rest days within the time count, and a last day that is a rest day moves
   * to the first working day after it (民法典 art. 203). It is not extended: time that nobody has paid for is a new task,
   * which passes the gates anew (费随事转).
   */
  work: {
    limit: (_, data) => ({ calendarDays: workDays(data) }),
    warnBefore: () => ({ workingDays: 3 }),
    runsIn: ['accepted'],
    pausedIn: ['suspended', 'returning', 'disputed'],
    ladder,
    source: {
      title: {
        zh: '任务书写明的止期(街道办事处条例:临时任务应有要求、标准和流程)',
        en: 'The last day that the task names (Sub-district Regulations: requirements, standard and procedure are given)',
      },
      at: '41',
      standing: 'ownChoice',
    },
  },
  redo: {
    ...inWorkingDays('redoDays'),
    runsIn: ['sentBack'],
    pausedIn: ['suspended', 'returning', 'disputed'],
    ladder,
    extension,
  },
  confirmation: { ...inWorkingDays('confirmationDays'), runsIn: ['reported'], ladder },
  returnAnswer: { ...inWorkingDays('returnAnswerDays'), runsIn: ['returning'], ladder },
  returnDecision: { ...inWorkingDays('returnDecisionDays'), runsIn: ['disputed'], ladder },
};

/** Who accepts on a day before the last has at least one day. */
function workDays({ acceptance, issuedAt, until }: DispatchData): number {
  return Math.max(1, daysBetween(dateOf(acceptance?.at ?? issuedAt), until));
}
