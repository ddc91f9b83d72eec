import { acknowledgeReturn, askReturn, decideReturn, disputeReturn, endAs, keepEnd, refuse, withdraw } from './end.ts';
import { admissionOf, isOpened } from './gates.ts';
import { askAdmission, change, community, dispatchSetup, ending, issuer, tell } from './machine-setup.ts';
import { goOn, resume, standStill, suspend } from './standstill.ts';
import { accept, confirm, issue, keepAnswer, keepRefusal, recheck, report, sendBack } from './task.ts';

/** Cover is lost while the task is in other hands: it is remembered, and nothing stops that does not run. */
const remembered = {
  'task.suspend': { actions: [change(suspend), tell('suspended')] },
  'task.resume': { actions: [change(resume), tell('resumed')] },
};

/** Cover is lost while the task runs: every clock stands still. */
const suspension = {
  target: 'suspended',
  actions: [change(suspend), change(standStill), tell('suspended')],
} as const;

const withdrawal = ending('withdrawn', change(withdraw), tell('withdrawn'));
const refusal = ending('refused', change(refuse), tell('refused', issuer));
const reporting = { target: 'reported', actions: [change(report), tell('reported', issuer)] } as const;
const returning = {
  target: 'returning',
  actions: [change(askReturn), change(standStill), tell('returnAsked', issuer)],
} as const;

/** What the admission answers changes nothing but the record of it. */
function ended<const Actions extends readonly unknown[]>(actions: Actions) {
  return [
    { guard: 'isFinished', target: 'closed', actions },
    { guard: 'isRefused', target: 'refused', actions },
    { guard: 'isReturned', target: 'returned', actions },
    { target: 'withdrawn', actions },
  ] as const;
}

/**
 * The way of a task to a community (下派): past the gates or not at all, then into the community's free answer, the work and
 * its confirmation. When the money goes, everything stands still; when it comes back, it goes on where it was.
 */
export const machine = dispatchSetup.createMachine({
  id: 'dispatch',
  context: ({ input }) => issue(input),
  initial: { target: 'checking', actions: [askAdmission] },
  states: {
    checking: {
      always: { guard: 'isNotListed', target: 'blocked', actions: [tell('blocked', issuer)] },
      on: {
        ...remembered,
        'check.answered': [
          {
            guard: ({ context, event }) => isOpened(context, event) && context.suspension !== null,
            target: 'suspended',
            actions: [change(keepAnswer), change(standStill), tell('suspended')],
          },
          {
            guard: ({ context, event }) => isOpened(context, event),
            target: 'offered',
            actions: [change(keepAnswer), tell('offered', issuer)],
          },
          { target: 'blocked', actions: [change(keepAnswer), tell('blocked', issuer)] },
        ],
        'check.refused': { target: 'blocked', actions: [change(keepRefusal), tell('blocked', issuer)] },
      },
    },
    /** At least one gate is closed; the community has not been asked for anything. */
    blocked: {
      on: {
        'gates.recheck': [
          {
            guard: ({ context, event }) => admissionOf(context.task.itemCode, event.facts) !== null,
            target: 'checking',
            actions: [change(recheck), askAdmission],
          },
          { actions: [change(recheck)] },
        ],
        'task.withdraw': [
          {
            guard: 'isNotListed',
            target: 'withdrawn',
            actions: [change(withdraw), change(endAs('withdrawn')), tell('withdrawn')],
          },
          withdrawal,
        ],
      },
    },
    /** Silence is no acceptance. */
    offered: {
      on: {
        'task.accept': { target: 'accepted', actions: [change(accept), tell('accepted', issuer)] },
        'task.refuse': refusal,
        'task.suspend': suspension,
        'task.withdraw': withdrawal,
      },
    },
    accepted: {
      on: {
        'task.report': reporting,
        'task.return': returning,
        'task.suspend': suspension,
        'task.withdraw': withdrawal,
      },
    },
    /** To be done once more, within a limit of its own. */
    sentBack: {
      on: {
        'task.report': reporting,
        'task.return': returning,
        'task.suspend': suspension,
        'task.withdraw': withdrawal,
      },
    },
    /** Not covered: no clock runs. The community may still finish, return or refuse. */
    suspended: {
      on: {
        'task.resume': [
          { guard: 'wasOffered', target: 'offered', actions: [change(resume), change(goOn), tell('resumed')] },
          { guard: 'wasSentBack', target: 'sentBack', actions: [change(resume), change(goOn), tell('resumed')] },
          { target: 'accepted', actions: [change(resume), change(goOn), tell('resumed')] },
        ],
        'task.suspend': { actions: [change(suspend), tell('suspended')] },
        'task.report': reporting,
        'task.return': returning,
        'task.refuse': refusal,
        'task.withdraw': withdrawal,
      },
    },
    reported: {
      on: {
        ...remembered,
        'task.confirm': ending('finished', change(confirm), tell('confirmed')),
        'task.sendBack': [
          {
            guard: 'isSuspended',
            target: 'suspended',
            actions: [change(sendBack), change(standStill), tell('sentBack', community)],
          },
          { target: 'sentBack', actions: [change(sendBack), tell('sentBack', community)] },
        ],
      },
    },
    /** The community gives the task back; whoever issued it takes note, or has the burden-relief group decide. */
    returning: {
      on: {
        ...remembered,
        'return.acknowledge': ending('returned', change(acknowledgeReturn), tell('returnAcknowledged', community)),
        'return.dispute': { target: 'disputed', actions: [change(disputeReturn), tell('returnDisputed', community)] },
      },
    },
    disputed: {
      on: {
        ...remembered,
        'return.decide': [
          {
            guard: ({ event }) => event.form.verdict === 'upheld',
            ...ending('returned', change(decideReturn), tell('returnDecided')),
          },
          { guard: 'isSuspended', target: 'suspended', actions: [change(decideReturn), tell('returnDecided')] },
          {
            guard: 'wasSentBack',
            target: 'sentBack',
            actions: [change(decideReturn), change(goOn), tell('returnDecided')],
          },
          { target: 'accepted', actions: [change(decideReturn), change(goOn), tell('returnDecided')] },
        ],
      },
    },
    /** Over for both sides; the admission is being told. */
    ending: {
      on: {
        'end.recorded': ended([change(keepEnd)]),
        'end.refused': ended([change(keepEnd), tell('endNotRecorded', issuer)]),
      },
    },
    closed: { type: 'final' },
    refused: { type: 'final' },
    returned: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});
