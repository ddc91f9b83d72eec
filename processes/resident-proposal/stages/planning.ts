import type { Effects, Facts } from '../../kernel/define-rules.ts';
import type { ProposalData } from '../data.ts';
import {
  decisionPasses,
  declareRecusal,
  importDecision,
  meetingPasses,
  orderRecusal,
  recordDeliberation,
} from '../decision.ts';
import { confirmFunds, endorseFunds, outstandingFen, requestFunds, reviewFunds } from '../funds.ts';
import { change, proposalSetup, tell } from '../machine-setup.ts';
import { endNotice, fen, needsMoney, recordObjection, submitPlan } from '../planning.ts';
import { leadAccounts } from '../proposers.ts';
import { closeAudit, join, part, sealMerges, uncosign, voidSupporter } from '../supporters.ts';
import { terminate } from '../works.ts';

const { createStateConfig } = proposalSetup;

/** Tells every merged case that the vote opens, once. */
const relaySeals = {
  type: 'relayEach' as const,
  params: ({ context, event }: { context: ProposalData; event: { facts: Facts } }): Effects['relayEach'] => ({
    relays: context.mergedCases
      .filter((one) => !one.sealed)
      .map(({ caseId }) => ({
        caseId,
        command: 'merge.seal',
        form: { by: event.facts.caseId },
        accepted: 'merge.sealed',
        refused: 'merge.sealRefused',
      })),
  }),
};

const planning = createStateConfig({
  on: {
    'plan.submit': { target: 'publicNotice', actions: [change(submitPlan), tell('planPublished')] },
    'supporters.join': { actions: [change(join), tell('othersJoined')] },
    'supporters.part': { actions: change(part) },
    'proposal.uncosign': { actions: [change(uncosign), tell('supportLowered', leadAccounts)] },
    'supporter.void': { actions: [change(voidSupporter), tell('supportLowered', leadAccounts)] },
    'audit.close': { actions: change(closeAudit) },
    'recusal.declare': { actions: change(declareRecusal) },
    'recusal.order': { actions: [change(orderRecusal), tell('recusalOrdered', lastRecused)] },
    'work.terminate': { target: 'terminated', actions: [change(terminate), tell('terminated')] },
  },
});

/** Seven days for everybody to object; no vote can open before they are over. */
const publicNotice = createStateConfig({
  on: {
    'notice.object': { actions: change(recordObjection) },
    'recusal.declare': { actions: change(declareRecusal) },
    'recusal.order': { actions: [change(orderRecusal), tell('recusalOrdered', lastRecused)] },
    'supporters.join': { actions: [change(join), tell('othersJoined')] },
    'supporters.part': { actions: change(part) },
    'proposal.uncosign': { actions: [change(uncosign), tell('supportLowered', leadAccounts)] },
    'supporter.void': { actions: [change(voidSupporter), tell('supportLowered', leadAccounts)] },
    'audit.close': { actions: change(closeAudit) },
    'notice.expire': [
      {
        guard: 'isDecidedOutside',
        target: 'externalDecision',
        actions: [change(endNotice), relaySeals, change(sealMerges)],
      },
      { target: 'deliberating', actions: [change(endNotice), relaySeals, change(sealMerges)] },
    ],
  },
});

const deliberating = createStateConfig({
  on: {
    'recusal.declare': { actions: change(declareRecusal) },
    'recusal.order': { actions: [change(orderRecusal), tell('recusalOrdered', lastRecused)] },
    'deliberation.record': [
      { guard: ({ event }) => event.form.advisory, actions: change(recordDeliberation) },
      {
        guard: ({ context, event }) => meetingPasses(event.form) && needsMoney(context),
        target: 'fundApplication',
        actions: [change(recordDeliberation), tell('decided')],
      },
      {
        guard: ({ event }) => meetingPasses(event.form),
        target: 'implementing',
        actions: [change(recordDeliberation), tell('decided')],
      },
      {
        guard: ({ context, event }) => isLastRejection(context, event),
        target: 'rejected',
        actions: [change(recordDeliberation), tell('rejected')],
      },
      { target: 'planning', actions: [change(recordDeliberation), tell('notPassed')] },
    ],
    'audit.close': { actions: change(closeAudit) },
    'work.terminate': { target: 'terminated', actions: [change(terminate), tell('terminated')] },
  },
});

/** The owners or the villagers decide; a vote of the hall is recorded as advisory and moves nothing. */
const externalDecision = createStateConfig({
  on: {
    'deliberation.record': { actions: change(recordDeliberation) },
    'decision.import': [
      {
        guard: ({ context, event }) => decisionPasses(context, event.form) && needsMoney(context),
        target: 'fundApplication',
        actions: [change(importDecision), tell('decided')],
      },
      {
        guard: ({ context, event }) => decisionPasses(context, event.form),
        target: 'implementing',
        actions: [change(importDecision), tell('decided')],
      },
      {
        guard: ({ context, event }) => isLastRejection(context, event),
        target: 'rejected',
        actions: [change(importDecision), tell('rejected')],
      },
      { target: 'planning', actions: [change(importDecision), tell('notPassed')] },
    ],
    'audit.close': { actions: change(closeAudit) },
    'work.terminate': { target: 'terminated', actions: [change(terminate), tell('terminated')] },
  },
});

/** 经办人: the first of the three hands through which money goes. */
const fundApplication = createStateConfig({
  on: {
    'funds.request': { target: 'fundEndorsement', actions: change(requestFunds) },
    'work.terminate': { target: 'terminated', actions: [change(terminate), tell('terminated')] },
  },
});

/** 居委会主任 */
const fundEndorsement = createStateConfig({
  on: {
    'funds.endorse': [
      { guard: ({ event }) => event.form.verdict === 'endorsed', target: 'fundReview', actions: change(endorseFunds) },
      { target: 'fundApplication', actions: [change(endorseFunds), tell('fundsReturned', applicant)] },
    ],
  },
});

/** 街道审核人 */
const fundReview = createStateConfig({
  on: {
    'funds.review': [
      {
        guard: ({ event }) => event.form.verdict === 'approved',
        target: 'awaitingFunds',
        actions: change(reviewFunds),
      },
      {
        guard: ({ event }) => event.form.verdict === 'returned',
        target: 'fundApplication',
        actions: [change(reviewFunds), tell('fundsReturned', applicant)],
      },
      { target: 'planning', actions: [change(reviewFunds), tell('fundsReturned')] },
    ],
    'work.terminate': { target: 'terminated', actions: [change(terminate), tell('terminated')] },
  },
});

/** Work begins when vouchers cover the whole of what was approved, not before. */
const awaitingFunds = createStateConfig({
  on: {
    'funds.confirm': [
      {
        guard: ({ context, event }) => fen(event.form.amountYuan) >= outstandingFen(context),
        target: 'implementing',
        actions: [change(confirmFunds), tell('fundsConfirmed')],
      },
      { actions: change(confirmFunds) },
    ],
    'work.terminate': { target: 'terminated', actions: [change(terminate), tell('terminated')] },
  },
});

export const planningStage = {
  planning,
  publicNotice,
  deliberating,
  externalDecision,
  fundApplication,
  fundEndorsement,
  fundReview,
  awaitingFunds,
};

/** A plan may come back for revision a set number of times; then it is rejected for good. */
function isLastRejection(data: ProposalData, event: { facts: Facts }): boolean {
  return data.rejections >= (event.facts.settings['rejectionsMax'] ?? 0);
}

function applicant(data: ProposalData): string[] {
  return data.work.funds ? [data.work.funds.requestedBy.id] : [];
}

function lastRecused(data: ProposalData): string[] {
  return data.recusals.slice(-1).map((recusal) => recusal.personId);
}
