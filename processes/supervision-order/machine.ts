import { cancel, issue, object, reassign, rejectObjection, responsiblePersons, sign, withdraw } from './assignment.ts';
import { close, decideReview, reply, requestReview, verifiers, verify } from './conclusion.ts';
import { askClosingLink, keepClosingLink, keepLink } from './links.ts';
import { change, everybody, issuer, linkCase, orderSetup, tell } from './machine-setup.ts';

/** The other case may answer at any time; what it says changes nothing but the link. */
const linkAnswers = {
  'link.recorded': { actions: change(keepLink) },
  'link.refused': { actions: [change(keepLink), tell('linkRefused', issuer)] },
  'closing.recorded': { actions: change(keepClosingLink) },
  'closing.refused': { actions: change(keepClosingLink) },
};

/** Why an order ends before its time stands in the order, and the case learns that it is over. */
const withdrawal = {
  target: 'withdrawn',
  actions: [change(withdraw), change(askClosingLink), tell('withdrawn'), linkCase('supervisionOrderClosed')],
} as const;

/**
 * The way of a supervision order: signed for, handled, answered, verified, concluded. Its eight nodes are those that
 * Yichang publishes; objection and review come from the law on petitions and on inspection (README.md).
 */
export const machine = orderSetup.createMachine({
  id: 'supervision-order',
  context: ({ input }) => issue(input),
  // Only the opening links the order; one that is given to another unit is the same order.
  initial: { target: 'issued', actions: [tell('issued', responsiblePersons), linkCase('supervisionOrder')] },
  states: {
    issued: {
      on: {
        ...linkAnswers,
        'order.sign': { target: 'handling', actions: [change(sign), tell('signed')] },
        'order.object': { target: 'objected', actions: [change(object), tell('objected', issuer)] },
        'order.withdraw': withdrawal,
      },
    },
    /** The unit says that it is not competent; the leader above it decides who is. */
    objected: {
      on: {
        ...linkAnswers,
        'objection.decide': [
          {
            guard: ({ event }) => event.form.verdict === 'reassigned',
            target: 'issued',
            actions: [change(reassign), tell('reassigned')],
          },
          {
            guard: ({ event }) => event.form.verdict === 'cancelled',
            target: 'withdrawn',
            actions: [change(cancel), change(askClosingLink), tell('withdrawn'), linkCase('supervisionOrderClosed')],
          },
          { target: 'handling', actions: [change(rejectObjection), tell('objectionRejected')] },
        ],
        'order.withdraw': withdrawal,
      },
    },
    handling: {
      on: {
        ...linkAnswers,
        'order.reply': { target: 'replied', actions: [change(reply), tell('replied', issuer)] },
        'order.withdraw': withdrawal,
      },
    },
    replied: {
      on: {
        ...linkAnswers,
        'reply.verify': [
          {
            guard: ({ event }) => event.form.verdict === 'returned',
            target: 'returned',
            actions: [change(verify), tell('returned', responsiblePersons)],
          },
          { target: 'verified', actions: [change(verify), tell('verified')] },
        ],
        'order.withdraw': withdrawal,
      },
    },
    /** To be handled once more, within a limit of its own. */
    returned: {
      on: {
        ...linkAnswers,
        'order.reply': { target: 'replied', actions: [change(reply), tell('replied', issuer)] },
        'order.withdraw': withdrawal,
      },
    },
    verified: {
      on: {
        ...linkAnswers,
        'order.close': {
          target: 'closed',
          actions: [change(close), change(askClosingLink), tell('closed'), linkCase('supervisionOrderClosed')],
        },
      },
    },
    /** Done; the unit may still ask for a review of the conclusion. */
    closed: {
      on: {
        ...linkAnswers,
        'review.request': {
          target: 'reviewing',
          actions: [
            change(requestReview),
            tell('reviewRequested', (data) => [...issuer(data), ...verifiers(data), data.conclusion?.by.id ?? '']),
          ],
        },
        'window.expire': { target: 'archived' },
      },
    },
    reviewing: {
      on: {
        ...linkAnswers,
        'review.decide': {
          target: 'archived',
          actions: [
            change(decideReview),
            tell('reviewed', (data) => [...everybody(data), data.conclusion?.by.id ?? '']),
          ],
        },
      },
    },
    archived: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});
