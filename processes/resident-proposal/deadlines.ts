import { dateOf, daysBetween } from '../kernel/clock.ts';
import type { DeadlineRule, SettingValues } from '../kernel/define-rules.ts';
import type { Lead, Limit } from '../kernel/limit.ts';
import type { ProposalData } from './data.ts';
import type { Deadline, Event, Setting, State } from './names.ts';
import { settings } from './settings.ts';

/** The clocks of a proposal; each limit is a setting and each setting has its source. */
export const deadlines: Record<Deadline, DeadlineRule<State, Event, ProposalData>> = {
  confirmationCall: { ...inWorkingDays('confirmationCallDays'), runsIn: ['awaitingConfirmation'] },
  cosigning: { ...inCalendarDays('cosigningDays'), runsIn: ['collecting'], onExpiry: 'cosigning.expire' },
  // A corrected text starts the term anew (政府信息公开条例 art. 30), and below the threshold it is not owed at all.
  acceptance: { ...inWorkingDays('acceptanceDays'), runsIn: ['awaitingAcceptance'] },
  correction: { ...inWorkingDays('correctionDays'), runsIn: ['correcting'], onExpiry: 'correction.expire' },
  docketing: { ...inWorkingDays('docketingDays'), runsIn: ['accepted'], pausedIn: ['merging'] },
  objection: { ...inWorkingDays('objectionDays'), runsIn: ['transferred'], onExpiry: 'objection.expire' },
  planDrafting: { ...inWorkingDays('planDraftingDays'), runsIn: ['planning'] },
  publicNotice: { ...inCalendarDays('publicNoticeDays'), runsIn: ['publicNotice'], onExpiry: 'notice.expire' },
  deliberation: { ...inWorkingDays('deliberationDays'), runsIn: ['deliberating'] },
  fundReview: { ...inWorkingDays('fundReviewDays'), runsIn: ['fundReview'] },
  implementation: {
    limit: (values) => ({ months: figureOf('implementationMonths', values) }),
    warnBefore: warnLead,
    source: settings.implementationMonths.source,
    runsIn: ['implementing'],
    pausedIn: ['suspended', 'inspecting'],
  },
  suspensionReview: {
    limit: (_, data) => reviewLimit(data),
    warnBefore: warnLead,
    source: {
      title: { zh: '挂账须定复核日', en: 'A matter that is parked needs a day of review' },
      standing: 'practice',
    },
    runsIn: ['suspended'],
  },
  inspection: { ...inWorkingDays('inspectionDays'), runsIn: ['inspecting'] },
  resultPublication: { ...inCalendarDays('resultPublicationDays'), runsIn: ['resultNotice'] },
  evaluation: { ...inWorkingDays('evaluationDays'), runsIn: ['evaluating'], onExpiry: 'evaluation.expire' },
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
  },
  supervision: {
    limit: (values) => ({ months: figureOf('supervisionMonths', values) }),
    warnBefore: warnLead,
    source: settings.supervisionMonths.source,
    runsIn: ['standingSupervision'],
    onExpiry: 'supervision.expire',
  },
};

type Counted = Pick<DeadlineRule<State, Event, ProposalData>, 'limit' | 'warnBefore' | 'source'>;

function inWorkingDays(setting: Setting): Counted {
  return {
    limit: (values) => ({ workingDays: figureOf(setting, values) }),
    warnBefore: warnLead,
    source: settings[setting].source,
  };
}

function inCalendarDays(setting: Setting): Counted {
  return {
    limit: (values) => ({ calendarDays: figureOf(setting, values) }),
    warnBefore: () => ({ calendarDays: 1 }),
    source: settings[setting].source,
  };
}

function warnLead(values: SettingValues): Lead {
  return { workingDays: figureOf('warnDays', values) };
}

function figureOf(setting: Setting, values: SettingValues): number {
  return values[setting] ?? settings[setting].value;
}

/** Until the day on which the suspension is looked at again. */
function reviewLimit(data: ProposalData): Limit {
  const suspension = data.work.suspensions.at(-1);
  const days = suspension ? daysBetween(dateOf(suspension.from), suspension.reviewOn) : 1;
  return { calendarDays: Math.max(1, days) };
}
