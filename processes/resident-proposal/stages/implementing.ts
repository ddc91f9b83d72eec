import type { ProposalData } from '../data.ts';
import {
  close,
  evaluate,
  hasTooFewEvaluations,
  isSatisfied,
  recordCallBack,
  recordVisit,
  startRectification,
} from '../evaluation.ts';
import { change, proposalSetup, tell } from '../machine-setup.ts';
import type { Act } from '../names.ts';
import {
  completeRectification,
  completeWork,
  publishResult,
  recordInspection,
  reportMilestone,
  resumeWork,
  suspendWork,
  terminate,
} from '../works.ts';

const { createStateConfig } = proposalSetup;

const implementing = createStateConfig({
  on: {
    'milestone.report': { actions: change(reportMilestone) },
    'work.suspend': { target: 'suspended', actions: [change(suspendWork), tell('suspended')] },
    'work.complete': { target: 'inspecting', actions: change(completeWork) },
    'work.terminate': { target: 'terminated', actions: [change(terminate), tell('terminated')] },
  },
});

/** Stands still for a lawful reason and with a day on which it is looked at again (挂起). */
const suspended = createStateConfig({
  on: {
    'work.resume': { target: 'implementing', actions: change(resumeWork) },
    'work.terminate': { target: 'terminated', actions: [change(terminate), tell('terminated')] },
  },
});

const inspecting = createStateConfig({
  on: {
    'inspection.record': [
      {
        guard: ({ event }) => event.form.verdict === 'passed',
        target: 'resultNotice',
        actions: change(recordInspection),
      },
      {
        guard: ({ context }) => isRectification(context),
        target: 'rectifying',
        actions: [change(recordInspection), tell('inspectionFailed')],
      },
      { target: 'implementing', actions: [change(recordInspection), tell('inspectionFailed')] },
    ],
  },
});

const resultNotice = createStateConfig({
  on: {
    'result.publish': { target: 'evaluating', actions: [change(publishResult), tell('evaluationOpen')] },
  },
});

/** Nobody can close the evaluation early; what follows is decided by the clock and the grades. */
const evaluating = createStateConfig({
  on: {
    'evaluation.give': { actions: change(evaluate) },
    'evaluation.expire': [
      {
        guard: ({ context, event }) => hasTooFewEvaluations(context, event.facts.settings),
        target: 'returnVisits',
      },
      {
        guard: ({ context, event }) => isSatisfied(context, event.facts.settings),
        target: 'standingSupervision',
        actions: [
          change((data: ProposalData, event: Act<'evaluation.expire'>) => close(data, 'satisfied', event.facts.at)),
          tell('closed'),
        ],
      },
      {
        target: 'rectifying',
        actions: [
          change((data: ProposalData, event: Act<'evaluation.expire'>) =>
            startRectification(data, 'belowThreshold', event.facts.at),
          ),
          tell('rectificationStarted'),
        ],
      },
    ],
  },
});

/** Too few evaluations say nothing: people are asked at their doors, and a person concludes. */
const returnVisits = createStateConfig({
  on: {
    'visit.record': { actions: change(recordVisit) },
    'visits.conclude': [
      {
        guard: ({ event }) => event.form.conclusion === 'rectify',
        target: 'rectifying',
        actions: [
          change((data: ProposalData, event: Act<'visits.conclude'>) =>
            startRectification(data, 'visits', event.facts.at),
          ),
          tell('rectificationStarted'),
        ],
      },
      {
        target: 'standingSupervision',
        actions: [
          change((data: ProposalData, event: Act<'visits.conclude'>) => close(data, 'visits', event.facts.at)),
          tell('closed'),
        ],
      },
    ],
  },
});

const rectifying = createStateConfig({
  on: {
    'callback.record': { actions: change(recordCallBack) },
    'milestone.report': { actions: change(reportMilestone) },
    'rectification.complete': { target: 'inspecting', actions: change(completeRectification) },
    'work.terminate': { target: 'terminated', actions: [change(terminate), tell('terminated')] },
  },
});

export const implementingStage = {
  implementing,
  suspended,
  inspecting,
  resultNotice,
  evaluating,
  returnVisits,
  rectifying,
};

function isRectification(data: ProposalData): boolean {
  return data.work.startedBecause === 'belowThreshold' || data.work.startedBecause === 'visits';
}
