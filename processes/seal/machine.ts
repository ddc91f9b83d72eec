import { apply, isOpenQuestion, isRefused, judgeType, verify, withdraw } from './application.ts';
import { endLossNotice, giveSeal, receiveLoss, registerNewSeal, witness } from './custody.ts';
import { change, everybody, sealSetup, tell } from './machine-setup.ts';
import { approve, check, endPublicity, isMajor, recordDecision, settle, useSeal } from './use.ts';

/** Until it is stamped, whoever asked may take it back. */
const withdrawal = { target: 'withdrawn', actions: [change(withdraw), tell('withdrawn')] } as const;

/**
 * The way of a use of the seal: judged by its key, verified, for a major matter decided by the residents first, approved,
 * stamped, registered, looked at again. Loss and hand-over are two short ways of the same custody.
 */
export const machine = sealSetup.createMachine({
  id: 'seal',
  context: ({ input }) => apply(input),
  initial: 'judging',
  states: {
    /** What the lists know goes on at once; only what they do not know waits here for a person. */
    judging: {
      always: [
        { guard: ({ context }) => context.application.kind === 'loss', target: 'lossReported' },
        { guard: ({ context }) => context.application.kind === 'handOver', target: 'handingOver' },
        { guard: ({ context }) => isRefused(context), target: 'notIssued', actions: [tell('notIssued')] },
        { guard: ({ context }) => !isOpenQuestion(context), target: 'verifying' },
      ],
      on: {
        'type.judge': [
          {
            guard: ({ event }) => event.form.verdict === 'issuable',
            target: 'verifying',
            actions: [change(judgeType), tell('toVerify')],
          },
          { target: 'notIssued', actions: [change(judgeType), tell('notIssued')] },
        ],
        'application.withdraw': withdrawal,
      },
    },
    notIssued: { type: 'final' },
    verifying: {
      on: {
        'application.verify': [
          {
            guard: ({ event }) => event.form.verdict === 'notTrue',
            target: 'declined',
            actions: [change(verify), tell('declined')],
          },
          { guard: ({ event }) => event.form.matter === 'major', target: 'deliberating', actions: [change(verify)] },
          { target: 'approving', actions: [change(verify)] },
        ],
        'application.withdraw': withdrawal,
      },
    },
    /** 大事先议: the residents' representative meeting decides before the seal is used. */
    deliberating: {
      on: {
        'decision.record': [
          {
            guard: ({ event }) => event.form.verdict === 'rejected',
            target: 'declined',
            actions: [change(recordDecision), tell('declined')],
          },
          { target: 'publicizing', actions: [change(recordDecision)] },
        ],
        'application.withdraw': withdrawal,
      },
    },
    publicizing: {
      on: {
        'publicity.expire': { target: 'approving', actions: [change(endPublicity)] },
        'application.withdraw': withdrawal,
      },
    },
    approving: {
      on: {
        'use.approve': [
          {
            guard: ({ event }) => event.form.verdict === 'declined',
            target: 'declined',
            actions: [change(approve), tell('declined')],
          },
          {
            // A major matter can only have come here through decision and publicity; said once more where it counts.
            guard: ({ context }) => !isMajor(context) || context.publicityEndedAt !== null,
            target: 'approved',
            actions: [change(approve), tell('approved')],
          },
        ],
        'application.withdraw': withdrawal,
      },
    },
    approved: {
      on: {
        'seal.use': { target: 'registered', actions: [change(useSeal), tell('used')] },
        'application.withdraw': withdrawal,
      },
    },
    declined: { type: 'final' },
    /** Stamped and on the register; for a time it may be picked for a spot check. */
    registered: {
      on: {
        'use.check': [
          {
            guard: ({ event }) => event.form.verdict === 'irregular',
            target: 'irregular',
            actions: [change(check), tell('irregular', everybody)],
          },
          { actions: [change(check)] },
        ],
        'checkWindow.expire': { target: 'archived' },
      },
    },
    /** Reported to the sub-district, which says what follows. */
    irregular: {
      on: { 'irregularity.settle': { target: 'registered', actions: [change(settle), tell('settled', everybody)] } },
    },
    archived: { type: 'final' },
    withdrawn: { type: 'final' },
    lossReported: {
      on: {
        'loss.receive': [
          {
            guard: ({ event }) => event.form.verdict === 'found',
            target: 'custodySettled',
            actions: [change(receiveLoss), tell('custodySettled')],
          },
          { target: 'lossNotice', actions: [change(receiveLoss)] },
        ],
        'application.withdraw': withdrawal,
      },
    },
    lossNotice: { on: { 'lossNotice.expire': { target: 'sealMaking', actions: [change(endLossNotice)] } } },
    sealMaking: {
      on: {
        'newSeal.register': { target: 'custodySettled', actions: [change(registerNewSeal), tell('custodySettled')] },
      },
    },
    handingOver: {
      on: {
        'handOver.give': { target: 'witnessing', actions: [change(giveSeal)] },
        'application.withdraw': withdrawal,
      },
    },
    witnessing: {
      on: {
        'handOver.witness': [
          {
            guard: ({ event }) => event.form.complete,
            target: 'custodySettled',
            actions: [change(witness), tell('custodySettled')],
          },
          { target: 'handingOver', actions: [change(witness)] },
        ],
      },
    },
    custodySettled: { type: 'final' },
  },
});
