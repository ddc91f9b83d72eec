import { dateOf, daysBetween } from '../kernel/clock.ts';
import type { DeadlineRule, Grant, RungRule, SettingValues } from '../kernel/define-rules.ts';
import type { Lead, Limit } from '../kernel/limit.ts';
import { officeLadder, urgingLadder, windowLadder } from '../law/ladders.ts';
import { type PauseReasonName, workReasons } from '../law/pause-reasons.ts';
import type { ProposalData } from './data.ts';
import type { Deadline, Event, Relation, Setting, State } from './names.ts';
import { figureOf, settings } from './settings.ts';

type Rule = DeadlineRule<State, Event, ProposalData, Relation>;

/** Who is told why a date moved (北京市接诉即办工作条例 art. 15). */
const proposers: readonly Relation[] = ['proposer', 'mergedProposer'];

/** The clocks of a proposal; each limit is a setting and each setting has its source. */
export const deadlines: Record<Deadline, Rule> = {
  confirmationCall: { ...inWorkingDays('confirmationCallDays'), runsIn: ['awaitingConfirmation'] },
  cosigning: {
    ...inCalendarDays('cosigningDays'),
    runsIn: ['collecting'],
    onExpiry: 'cosigning.expire',
    ladder: reminding('#lead'),
  },
  // A corrected text starts the term anew (政府信息公开条例 art. 30), and below the threshold it is not owed at all.
  acceptance: { ...inWorkingDays('acceptanceDays'), runsIn: ['awaitingAcceptance'] },
  correction: {
    ...inWorkingDays('correctionDays'),
    runsIn: ['correcting'],
    onExpiry: 'correction.expire',
    ladder: reminding('#lead', '#enteredBy'),
  },
  docketing: {
    ...inWorkingDays('docketingDays'),
    runsIn: ['accepted'],
    pausedIn: ['merging'],
    pause: pausedFor(['otherBodies', 'applicantDelay'], ['communityWorker', 'residentsCommitteeDirector']),
  },
  objection: { ...inWorkingDays('objectionDays'), runsIn: ['transferred'], onExpiry: 'objection.expire', ladder: [] },
  planDrafting: {
    ...inWorkingDays('planDraftingDays'),
    runsIn: ['planning'],
    extension: {
      by: ['communityWorker', 'residentsCommitteeDirector'],
      decidedBy: ['residentsCommitteeDirector', 'subdistrictLeader'],
      timesMax,
      lengthMax: (values) => ({ workingDays: figureOf('planDraftingExtensionDays', values) }),
      tell: proposers,
      source: settings.planDraftingExtensionDays.source,
    },
    pause: pausedFor(workReasons, ['communityWorker', 'residentsCommitteeDirector']),
  },
  publicNotice: {
    ...inCalendarDays('publicNoticeDays'),
    runsIn: ['publicNotice'],
    onExpiry: 'notice.expire',
    ladder: [],
  },
  deliberation: { ...inWorkingDays('deliberationDays'), runsIn: ['deliberating'] },
  fundReview: {
    ...inWorkingDays('fundReviewDays'),
    runsIn: ['fundReview'],
    extension: {
      by: ['subdistrictOfficer'],
      decidedBy: ['subdistrictLeader'],
      timesMax,
      lengthMax: (values) => ({ workingDays: figureOf('fundReviewExtensionDays', values) }),
      tell: proposers,
      source: settings.fundReviewExtensionDays.source,
    },
    pause: pausedFor(['expertReview', 'otherBodies', 'applicantDelay'], ['subdistrictOfficer', 'subdistrictLeader']),
  },
  implementation: {
    limit: (values) => ({ months: figureOf('implementationMonths', values) }),
    warnBefore: warnLead,
    source: settings.implementationMonths.source,
    runsIn: ['implementing'],
    pausedIn: ['suspended', 'inspecting'],
    ladder: officeLadder.rungs,
    extension: {
      by: ['#implementer', 'communityWorker'],
      decidedBy: ['residentsCommitteeDirector', 'subdistrictLeader'],
      timesMax,
      lengthMax: (values) => ({ months: figureOf('implementationExtensionMonths', values) }),
      tell: proposers,
      source: settings.implementationExtensionMonths.source,
    },
    pause: pausedFor(workReasons, ['communityWorker', 'residentsCommitteeDirector']),
  },
  suspensionReview: {
    limit: (_, data) => reviewLimit(data),
    warnBefore: warnLead,
    source: {
      title: { zh: '挂账须定复核日', en: 'A matter that is parked needs a day of review' },
      standing: 'practice',
    },
    runsIn: ['suspended'],
    ladder: urgingLadder.rungs,
  },
  inspection: {
    ...inWorkingDays('inspectionDays'),
    runsIn: ['inspecting'],
    pause: pausedFor(['inspection', 'test', 'appraisal', 'expertReview'], ['hallModerator', 'communityWorker']),
  },
  resultPublication: { ...inCalendarDays('resultPublicationDays'), runsIn: ['resultNotice'] },
  evaluation: {
    ...inWorkingDays('evaluationDays'),
    runsIn: ['evaluating'],
    onExpiry: 'evaluation.expire',
    ladder: reminding('#proposer', '#mergedProposer', '#supporter'),
  },
  returnVisits: { ...inWorkingDays('returnVisitDays'), runsIn: ['returnVisits'] },
  rectification: {
    limit: (values, data) => ({
      workingDays: figureOf(
        data.work.plan?.complexity === 'complex' ? 'rectificationComplexDays' : 'rectificationDays',
        values,
      ),
    }),
    warnBefore: warnLead,
    source: settings.rectificationDays.source,
    runsIn: ['rectifying'],
    pausedIn: ['inspecting'],
    ladder: officeLadder.rungs,
    pause: pausedFor(workReasons, ['communityWorker', 'residentsCommitteeDirector']),
  },
  supervision: {
    limit: (values) => ({ months: figureOf('supervisionMonths', values) }),
    warnBefore: warnLead,
    source: settings.supervisionMonths.source,
    runsIn: ['standingSupervision'],
    onExpiry: 'supervision.expire',
    ladder: [],
  },
};

type Counted = Pick<Rule, 'limit' | 'warnBefore' | 'ladder' | 'source'>;

function inWorkingDays(setting: Setting): Counted {
  return {
    limit: (values) => ({ workingDays: figureOf(setting, values) }),
    warnBefore: warnLead,
    ladder: officeLadder.rungs,
    source: settings[setting].source,
  };
}

function inCalendarDays(setting: Setting): Counted {
  return {
    limit: (values) => ({ calendarDays: figureOf(setting, values) }),
    warnBefore: (values) => ({ calendarDays: figureOf('warnCalendarDays', values) }),
    ladder: officeLadder.rungs,
    source: settings[setting].source,
  };
}

/** A window that people may use or not; its end is told beforehand, and nobody is hurried after it. */
function reminding(...to: readonly `#${Relation}`[]): readonly RungRule<Relation>[] {
  return windowLadder(to).rungs;
}

function pausedFor(reasons: readonly PauseReasonName[], by: readonly Grant<Relation>[]): NonNullable<Rule['pause']> {
  return {
    by,
    reasons,
    calendarDaysMax: (values) => figureOf('pauseDaysMax', values),
    tell: proposers,
    source: settings.pauseDaysMax.source,
  };
}

function timesMax(values: SettingValues): number {
  return figureOf('extensionsMax', values);
}

function warnLead(values: SettingValues): Lead {
  return { workingDays: figureOf('warnDays', values) };
}

/** Until the day on which the suspension is looked at again. */
function reviewLimit(data: ProposalData): Limit {
  const suspension = data.work.suspensions.at(-1);
  const days = suspension ? daysBetween(dateOf(suspension.from), suspension.reviewOn) : 1;
  return { calendarDays: Math.max(1, days) };
}
