import { change, proposalSetup, tell } from '../machine-setup.ts';
import {
  askWithdrawal,
  completesWithdrawal,
  confirmJoint,
  edit,
  leadAccounts,
  recordCall,
  stakeholders,
} from '../proposers.ts';
import {
  accept,
  concludeTransfer,
  confirmMerge,
  decline,
  docket,
  lastTransfer,
  objectToTransfer,
  refuseMerge,
  requestCorrection,
  settleTransfer,
  startMerge,
  submitCorrection,
  transfer,
  undoMerge,
} from '../screening.ts';
import { closeAudit, cosign, countSupporters, join, joinForm, part, uncosign, voidSupporter } from '../supporters.ts';

const { createStateConfig } = proposalSetup;

/** Written down and not yet public. What came on paper first waits for the confirmation call. */
const draft = createStateConfig({
  always: { guard: 'awaitsConfirmation', target: 'awaitingConfirmation' },
  on: {
    'proposal.edit': { actions: change(edit) },
    'proposer.confirm': { actions: change(confirmJoint) },
    'proposal.publish': {
      target: 'collecting',
      actions: tell('joinInvitation', (data) => data.invited.map((person) => person.personId)),
    },
    'proposal.withdraw': [
      {
        guard: ({ context, event }) => completesWithdrawal(context, event.actor.id),
        target: 'withdrawn',
        actions: change(askWithdrawal),
      },
      { actions: [change(askWithdrawal), tell('withdrawalAsked')] },
    ],
  },
});

/** Entered by somebody else: a second person asks the proposer whether it is what he said. */
const awaitingConfirmation = createStateConfig({
  on: {
    'proposal.edit': { actions: change(edit) },
    'confirmation.call': [
      {
        guard: ({ event }) => event.form.outcome === 'confirmed',
        target: 'collecting',
        actions: [change(recordCall), tell('entryConfirmed')],
      },
      {
        guard: ({ event }) => event.form.outcome === 'denied',
        target: 'withdrawn',
        actions: [change(recordCall), tell('entryDenied', (data) => (data.entry ? [data.entry.by.id] : []))],
      },
      { actions: change(recordCall) },
    ],
    'proposal.withdraw': { target: 'withdrawn', actions: change(askWithdrawal) },
  },
});

const collecting = createStateConfig({
  always: { guard: 'reachesThreshold', target: 'awaitingAcceptance', actions: tell('thresholdReached') },
  on: {
    'proposer.confirm': { actions: change(confirmJoint) },
    'proposal.cosign': { actions: change(cosign) },
    'proposal.uncosign': { actions: change(uncosign) },
    'supporter.void': { actions: change(voidSupporter) },
    'audit.close': { actions: change(closeAudit) },
    'cosigning.expire': { target: 'lapsed', actions: tell('lapsed') },
    'proposal.withdraw': [
      {
        guard: ({ context, event }) => completesWithdrawal(context, event.actor.id),
        target: 'withdrawn',
        actions: change(askWithdrawal),
      },
      { actions: [change(askWithdrawal), tell('withdrawalAsked')] },
    ],
  },
});

const awaitingAcceptance = createStateConfig({
  // Who left is nobody's business: the lead proposer learns the count, not the names (S3).
  always: {
    guard: 'fallsBelowThreshold',
    target: 'collecting',
    actions: tell('backToCollecting', leadAccounts, (data) => countSupporters(data.supporters)),
  },
  on: {
    'proposal.cosign': { actions: change(cosign) },
    'proposal.uncosign': { actions: change(uncosign) },
    'supporter.void': { actions: change(voidSupporter) },
    'audit.close': { actions: change(closeAudit) },
    'proposal.accept': { target: 'accepted', actions: [change(accept), tell('accepted')] },
    'correction.request': {
      target: 'correcting',
      actions: [change(requestCorrection), tell('correctionRequested')],
    },
    'proposal.decline': { target: 'declined', actions: [change(decline), tell('declined')] },
    'proposal.withdraw': [
      {
        guard: ({ context, event }) => completesWithdrawal(context, event.actor.id),
        target: 'withdrawn',
        actions: change(askWithdrawal),
      },
      { actions: [change(askWithdrawal), tell('withdrawalAsked')] },
    ],
  },
});

const correcting = createStateConfig({
  on: {
    'correction.submit': { target: 'awaitingAcceptance', actions: change(submitCorrection) },
    'proposal.uncosign': { actions: change(uncosign) },
    'supporter.void': { actions: change(voidSupporter) },
    'audit.close': { actions: change(closeAudit) },
    // No corrected text in time and no good reason counts as abandoned (政府信息公开条例 art. 30, by analogy).
    'correction.expire': { target: 'lapsed', actions: tell('lapsed') },
    'proposal.withdraw': [
      {
        guard: ({ context, event }) => completesWithdrawal(context, event.actor.id),
        target: 'withdrawn',
        actions: change(askWithdrawal),
      },
      { actions: [change(askWithdrawal), tell('withdrawalAsked')] },
    ],
  },
});

const accepted = createStateConfig({
  on: {
    'proposal.docket': { target: 'planning', actions: [change(docket), tell('docketed')] },
    'proposal.decline': { target: 'declined', actions: [change(decline), tell('declined')] },
    'proposal.transfer': {
      target: 'transferred',
      actions: [
        change(transfer),
        tell('transferred', stakeholders, (data) => ({ target: lastTransfer(data)?.target ?? '' })),
      ],
    },
    'proposal.merge': {
      target: 'merging',
      actions: [
        change(startMerge),
        {
          type: 'relay',
          params: ({ context, event }) => ({
            caseId: event.form.into,
            command: 'supporters.join',
            form: joinForm(context, event.facts),
            accepted: 'merge.confirmed',
            refused: 'merge.refused',
          }),
        },
      ],
    },
    'supporters.join': { actions: [change(join), tell('othersJoined')] },
    'supporters.part': { actions: change(part) },
    'proposal.uncosign': { actions: [change(uncosign), tell('supportLowered', leadAccounts)] },
    'supporter.void': { actions: [change(voidSupporter), tell('supportLowered', leadAccounts)] },
    'audit.close': { actions: change(closeAudit) },
    'proposal.withdraw': [
      {
        guard: ({ context, event }) => completesWithdrawal(context, event.actor.id),
        target: 'withdrawn',
        actions: change(askWithdrawal),
      },
      { actions: [change(askWithdrawal), tell('withdrawalAsked')] },
    ],
  },
});

/** Waits for the answer of the main case. */
const merging = createStateConfig({
  on: {
    'merge.confirmed': { target: 'merged', actions: [change(confirmMerge), tell('merged')] },
    'merge.refused': { target: 'accepted', actions: [change(refuseMerge), tell('mergeRefused')] },
  },
});

const merged = createStateConfig({
  on: {
    'merge.undo': {
      target: 'unmerging',
      actions: {
        type: 'relay',
        params: ({ context, event }) => ({
          caseId: context.merge?.into ?? '',
          command: 'supporters.part',
          form: { from: event.facts.caseId },
          accepted: 'merge.parted',
          refused: 'merge.partRefused',
        }),
      },
    },
    // The vote of the main case has opened: from now on the two stay one.
    'merge.seal': { target: 'archived' },
  },
});

const unmerging = createStateConfig({
  on: {
    'merge.parted': { target: 'accepted', actions: [change(undoMerge), tell('unmerged')] },
    'merge.partRefused': { target: 'merged', actions: change(refuseMerge) },
    'merge.seal': { target: 'archived' },
  },
});

/** Handed to another body; telling the person the result stays with the community (街道办事处条例 art. 17). */
const transferred = createStateConfig({
  on: {
    'transfer.object': { target: 'accepted', actions: [change(objectToTransfer), tell('transferReturned')] },
    'objection.expire': { actions: change(settleTransfer) },
    'transfer.conclude': { target: 'archived', actions: [change(concludeTransfer), tell('transferConcluded')] },
  },
});

export const proposingStage = {
  draft,
  awaitingConfirmation,
  collecting,
  awaitingAcceptance,
  correcting,
  accepted,
  merging,
  merged,
  unmerging,
  transferred,
};
