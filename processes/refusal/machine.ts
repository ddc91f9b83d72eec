import { change, everybody, inside, refusalSetup, speakers, tell } from './machine-setup.ts';
import { addThreat, findAssessment, refuse } from './registration.ts';
import {
  accept,
  askCorrection,
  decideOutcome,
  decideReview,
  expireCorrection,
  keepAnswer,
  nameUnit,
  object,
  reliefHands,
  unitPersons,
} from './relief.ts';

/** Pressure may come at any time while the matter is open. */
const threats = { 'threat.add': { actions: [change(addThreat), tell('threatAdded', reliefHands)] } } as const;

/** Once the relief group has the case it says what a threat was, whatever becomes of the task. */
const findings = {
  ...threats,
  'assessment.find': { actions: [change(findAssessment), tell('assessmentFound', inside)] },
} as const;

const answers = {
  'correction.answer': { target: 'answered', actions: [change(keepAnswer), tell('answered', inside)] },
  'answer.record': { target: 'answered', actions: [change(keepAnswer), tell('answered', inside)] },
} as const;

const asking = {
  'correction.ask': {
    target: 'correctionAsked',
    actions: [change(askCorrection), tell('correctionAsked', (data) => [...speakers(data), ...unitPersons(data)])],
  },
} as const;

const naming = {
  'unit.name': { target: 'named', actions: [change(nameUnit), tell('named', everybody)] },
} as const;

/** Conditions see to it that each outcome is true: corrected, on the list, or reasoned. */
const outcome = refusalSetup.createStateConfig({
  on: {
    'outcome.decide': [
      {
        guard: ({ event }) => event.form.verdict === 'corrected',
        target: 'corrected',
        actions: [change(decideOutcome), tell('corrected', everybody)],
      },
      {
        guard: ({ event }) => event.form.verdict === 'admittedLater',
        target: 'admittedLater',
        actions: [change(decideOutcome), tell('admittedLater', everybody)],
      },
      { target: 'dismissed', actions: [change(decideOutcome), tell('dismissed', everybody)] },
    ],
  },
}).on;

/**
 * The way of a refusal: the one act of the community is the refusal itself, everything after it is the relief group's work
 * with the unit (未准入事项举报/拒绝 → 核查 → 纠正/通报). A refusal cannot be withdrawn, so nobody can
 * be pressed to do so.
 */
export const machine = refusalSetup.createMachine({
  id: 'refusal',
  context: ({ input }) => refuse(input),
  initial: { target: 'reported', actions: [tell('registered', speakers)] },
  states: {
    reported: {
      on: {
        ...threats,
        'relief.accept': { target: 'checking', actions: [change(accept), tell('accepted', speakers)] },
      },
    },
    checking: { on: { ...findings, ...asking, ...outcome } },
    correctionAsked: {
      on: {
        ...findings,
        ...answers,
        'correction.expire': {
          target: 'notCorrected',
          actions: [change(expireCorrection), tell('notCorrected', inside)],
        },
      },
    },
    answered: { on: { ...findings, ...asking, ...naming, ...outcome } },
    /** The unit let its time pass: it is named in public, and may still put it right. */
    notCorrected: { on: { ...findings, ...answers, ...naming, ...outcome } },
    named: { on: { ...findings, ...answers, ...outcome } },
    /** The community may object once. */
    dismissed: {
      on: {
        'objection.raise': { target: 'reviewing', actions: [change(object), tell('objected', reliefHands)] },
        'window.expire': { target: 'dismissalStands' },
      },
    },
    reviewing: {
      on: {
        ...threats,
        'review.decide': [
          {
            guard: ({ event }) => event.form.verdict === 'overturned',
            target: 'checking',
            actions: [change(decideReview), tell('reviewed', everybody)],
          },
          { target: 'dismissalStands', actions: [change(decideReview), tell('reviewed', everybody)] },
        ],
      },
    },
    corrected: { type: 'final' },
    admittedLater: { type: 'final' },
    dismissalStands: { type: 'final' },
  },
});
