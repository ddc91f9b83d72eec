import { dateOf } from '../kernel/clock.ts';
import { apply, checkForm, correct } from './application.ts';
import {
  checkBasis,
  closeConsultation,
  decideEmergency,
  decideMeeting,
  draftAgreement,
  giveOpinion,
  publish,
  signAgreement,
} from './decision.ts';
import { checkDispatch, endDispatch, keepMovedEnd, keepUnreached } from './dispatches.ts';
import { assessMoney, confirmFunds, withdrawFunds } from './funds.ts';
import { adjust, concludeTrial, end, goOn, review, suspend } from './life.ts';
import { putOnList } from './listing.ts';
import {
  admissionSetup,
  change,
  changeForTasks,
  interrupt,
  interrupts,
  leave,
  needsMoney,
  opensFirstPeriod,
  restore,
  restores,
  tell,
} from './machine-setup.ts';
import type { Act } from './names.ts';

/** Tasks ask at any time and are always answered; what they say to an order changes no state. */
const tasks = {
  'dispatch.check': { actions: change(checkDispatch) },
  'dispatch.end': { actions: change(endDispatch) },
  'task.suspended': {},
  'task.resumed': { actions: [...changeForTasks<Act<'task.resumed'>>(keepMovedEnd)] },
  'task.suspendRefused': { actions: [change(keepUnreached), tell('taskUnreached')] },
  'task.resumeRefused': { actions: [change(keepUnreached), tell('taskUnreached')] },
};

const withdraw = {
  'item.withdraw': {
    target: 'withdrawn',
  },
} as const;

const revoked = leave<Act<'item.revoke'>>(({ form }) => ({
  because: 'breach',
  reason: form.breach,
  articles: form.articles,
}));

/** From its place on the list until its end: the term runs, and it may be taken off. */
const listed = {
  'validity.expire': {
    target: 'exited',
    actions: [...leave<Act<'validity.expire'>>(() => ({ because: 'expired', reason: '' }))],
  },
  'item.exit': {
    target: 'exited',
    actions: [...leave<Act<'item.exit'>>(({ form }) => ({ because: form.ground, reason: form.reason }))],
  },
  'item.revoke': { target: 'revoked', actions: [...revoked] },
} satisfies Parameters<typeof admissionSetup.createStateConfig>[0]['on'];

/** Money comes and goes while the state stays. */
const money = {
  'funds.confirm': { actions: [...changeForTasks<Act<'funds.confirm'>>(confirmFunds), tell('fundsConfirmed')] },
  'funds.withdraw': { actions: [...changeForTasks<Act<'funds.withdraw'>>(withdrawFunds), tell('fundsWithdrawn')] },
};

const refuse = {
  target: 'refused',
  actions: [change(decideMeeting), tell('refused')],
} as const;

/**
 * The way of a public-service item into the list and out of it: applied for, checked, consulted on, costed,
 * decided, published, agreed, paid, then in effect on trial and for good, reviewed every year, and ended by its term, by
 * residents or by a breach.
 */
export const machine = admissionSetup.createMachine({
  id: 'service-item-admission',
  context: ({ input }) => apply(input),
  initial: 'applied',
  states: {
    applied: {
      // An item of an older list is in effect at once; an emergency is decided before anything else is looked at.
      always: [
        { guard: ({ context }) => context.origin === 'existingList', target: 'regular' },
        { guard: ({ context }) => context.origin === 'emergency', target: 'emergencyAsked' },
      ],
      on: {
        ...tasks,
        ...withdraw,
        'form.check': [
          {
            guard: ({ event }) => event.form.verdict === 'correctionNeeded',
            target: 'correcting',
            actions: [change(checkForm), tell('correctionNeeded')],
          },
          {
            guard: ({ event }) => event.form.verdict === 'incomplete',
            target: 'refused',
            actions: [change(checkForm), tell('refused')],
          },
          { target: 'checkingBasis', actions: [change(checkForm)] },
        ],
      },
    },
    /** One notice names everything that is missing; no second one follows (政府信息公开条例 art. 30 as analogue). */
    correcting: {
      on: {
        ...tasks,
        ...withdraw,
        'item.correct': { target: 'applied', actions: [change(correct)] },
        'correction.lapse': {
          target: 'lapsed',
          actions: [change((data, event) => end(data, event, { because: 'lapsed', reason: '' })), tell('lapsed')],
        },
      },
    },
    checkingBasis: {
      on: {
        ...tasks,
        ...withdraw,
        'basis.check': [
          {
            guard: ({ event }) => event.form.verdict === 'failed',
            target: 'refused',
            actions: [change(checkBasis), tell('refused')],
          },
          { target: 'consulting', actions: [change(checkBasis)] },
        ],
      },
    },
    consulting: {
      on: {
        ...tasks,
        ...withdraw,
        'opinion.give': { actions: [change(giveOpinion)] },
        'consultation.close': { target: 'costing', actions: [change(closeConsultation), tell('consulted')] },
      },
    },
    costing: {
      on: { ...tasks, ...withdraw, 'money.assess': { target: 'meeting', actions: [change(assessMoney)] } },
    },
    meeting: {
      on: {
        ...tasks,
        ...withdraw,
        'meeting.decide': [
          { guard: ({ event }) => event.form.verdict === 'refused', ...refuse },
          {
            guard: ({ event }) => event.form.verdict === 'conditional',
            target: 'approvedConditionally',
            actions: [change(decideMeeting), tell('approvedConditionally')],
          },
          { target: 'approved', actions: [change(decideMeeting), tell('approved')] },
        ],
      },
    },
    approved: {
      on: {
        ...tasks,
        ...withdraw,
        'list.publish': { target: 'published', actions: [change(publish), tell('published')] },
      },
    },
    approvedConditionally: {
      on: {
        ...tasks,
        ...withdraw,
        'list.publish': { target: 'published', actions: [change(publish), tell('published')] },
      },
    },
    /** On the list, and still without an agreement. */
    published: {
      on: { ...tasks, ...listed, 'agreement.draft': { target: 'agreementDrafted', actions: [change(draftAgreement)] } },
    },
    agreementDrafted: {
      on: {
        ...tasks,
        ...listed,
        'agreement.sign': [
          {
            guard: ({ event }) => event.form.verdict === 'returned',
            target: 'published',
            actions: [change(signAgreement), tell('agreementReturned')],
          },
          { guard: needsMoney, target: 'agreed', actions: [change(signAgreement), tell('agreed')] },
          { target: 'trial', actions: [change(signAgreement), tell('inEffect')] },
        ],
      },
    },
    /** Signed; not in effect before the money of the first period has come. */
    agreed: {
      on: {
        ...tasks,
        ...listed,
        ...money,
        'funds.confirm': [
          {
            guard: opensFirstPeriod,
            target: 'trial',
            actions: [...changeForTasks<Act<'funds.confirm'>>(confirmFunds), tell('inEffect')],
          },
          money['funds.confirm'],
        ],
      },
    },
    trial: {
      on: {
        ...tasks,
        ...listed,
        ...money,
        'funds.withdraw': [
          { guard: interrupts, target: 'suspended', actions: [...interrupt('trial'), tell('suspended')] },
          money['funds.withdraw'],
        ],
        'trial.conclude': [
          {
            guard: ({ event }) => event.form.verdict === 'exit',
            target: 'exited',
            actions: [
              change(concludeTrial),
              ...leave<Act<'trial.conclude'>>(({ form }) => ({ because: 'trial', reason: form.finding })),
            ],
          },
          { target: 'regular', actions: [change(concludeTrial)] },
        ],
      },
    },
    regular: {
      on: {
        ...tasks,
        ...listed,
        ...money,
        'funds.withdraw': [
          { guard: interrupts, target: 'suspended', actions: [...interrupt('regular'), tell('suspended')] },
          money['funds.withdraw'],
        ],
        'review.due': { target: 'reviewing', actions: [tell('reviewDue')] },
        'review.open': { target: 'reviewing', actions: [tell('reviewDue')] },
      },
    },
    /** In effect, and looked at: tasks go on meanwhile. */
    reviewing: {
      on: {
        ...tasks,
        ...listed,
        ...money,
        'review.decide': [
          {
            guard: ({ event }) => event.form.verdict === 'exit',
            target: 'exited',
            actions: [
              change(review),
              ...leave<Act<'review.decide'>>(({ form }) => ({ because: 'review', reason: form.finding })),
            ],
          },
          {
            guard: ({ event }) => event.form.verdict === 'suspend',
            target: 'suspended',
            actions: [
              ...changeForTasks<Act<'review.decide'>>((data, event) =>
                suspend(review(data, event), {
                  because: 'review',
                  reason: event.form.finding,
                  from: 'regular',
                  at: event.facts.at,
                }),
              ),
              tell('suspended'),
            ],
          },
          {
            guard: ({ event }) => event.form.verdict === 'adjust',
            target: 'regular',
            actions: [
              change<Act<'review.decide'>>((data, event) =>
                adjust(review(data, event), { ...event, day: dateOf(event.facts.at) }),
              ),
              tell('reviewed'),
            ],
          },
          { target: 'regular', actions: [change(review), tell('reviewed')] },
        ],
      },
    },
    /** Nothing new is handed over and tasks stand still; the money may come back, or the district lets it go on. */
    suspended: {
      on: {
        ...tasks,
        ...listed,
        ...money,
        'funds.confirm': [
          { guard: restores('trial'), target: 'trial', actions: [...restore, tell('resumed')] },
          { guard: restores('regular'), target: 'regular', actions: [...restore, tell('resumed')] },
          money['funds.confirm'],
        ],
        'item.resume': {
          target: 'regular',
          actions: [
            ...changeForTasks<Act<'item.resume'>>((data, event) =>
              goOn(data, { at: event.facts.at, because: event.form.reason }),
            ),
            tell('resumed'),
          ],
        },
      },
    },
    emergencyAsked: {
      on: {
        ...tasks,
        ...withdraw,
        'emergency.decide': [
          {
            guard: ({ event }) => event.form.verdict === 'refused',
            target: 'refused',
            actions: [change(decideEmergency), tell('refused')],
          },
          {
            target: 'temporary',
            actions: [
              change<Act<'emergency.decide'>>((data, event) => {
                const today = dateOf(event.facts.at);
                const day = data.item.startOn > today ? data.item.startOn : today;
                return putOnList(decideEmergency(data, event), { day, at: event.facts.at });
              }),
              tell('temporary'),
            ],
          },
        ],
      },
    },
    /** In effect at once; looked at afterwards within its clock, or it lapses. */
    temporary: {
      on: {
        ...tasks,
        ...listed,
        ...money,
        'temporary.review': [
          {
            guard: ({ event }) => event.form.verdict === 'ended',
            target: 'exited',
            actions: [
              change(reviewTemporary),
              ...leave<Act<'temporary.review'>>(({ form }) => ({ because: 'temporary', reason: form.finding })),
            ],
          },
          { target: 'regular', actions: [change(reviewTemporary), tell('reviewed')] },
        ],
        'temporary.lapse': {
          target: 'exited',
          actions: [...leave<Act<'temporary.lapse'>>(() => ({ because: 'lapsed', reason: '' }))],
        },
      },
    },
    /** Off the list; tasks that were under way still report their end. */
    exited: { on: { ...tasks, 'windingUp.end': { target: 'archived' } } },
    revoked: { on: { ...tasks, 'windingUp.end': { target: 'archived' } } },
    refused: { type: 'final' },
    lapsed: { type: 'final' },
    withdrawn: { type: 'final' },
    archived: { type: 'final' },
  },
});

function reviewTemporary(data: Parameters<typeof review>[0], { form, actor, facts }: Act<'temporary.review'>) {
  return { ...data, temporaryReview: { ...form, by: actor, at: facts.at } };
}
