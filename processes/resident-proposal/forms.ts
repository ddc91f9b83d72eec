import { z } from 'zod';
import { caseId, count, date, orgId, personId, phone, photoId, text, yuan } from '../kernel/form-field.ts';

/** Reasons why a proposal is not taken up: a closed list, so that none is made up. */
const declineReasons = [
  'outsidePowers',
  'privateMatter',
  'inOtherProcedure',
  'belongsToDutyBearer',
  'duplicatesProject',
  'noConcreteContent',
  'productPromotion',
  'biddingMatter',
  'againstLaw',
  'secretOrPrivate',
  'repeatedWithoutNews',
] as const;

/** Lawful reasons for a clock to stand still (行政许可法 art. 45). */
const suspensionReasons = [
  'hearing',
  'tender',
  'inspectionOrTest',
  'expertReview',
  'otherBody',
  'season',
  'objectiveObstacle',
] as const;

const touches = [
  'maintenanceFundUse',
  'maintenanceFundRaising',
  'commonPartRebuilding',
  'commonPartBusiness',
  'commonPartIncome',
  'collectiveAssets',
] as const;

const fundSources = [
  'none',
  'partyServiceFund',
  'communityWelfareFund',
  'subdistrictFunds',
  'selfRaised',
  'socialDonation',
  'maintenanceFund',
  'commonPartIncome',
  'collectiveFunds',
] as const;

const grades = ['verySatisfied', 'satisfied', 'fairlySatisfied', 'dissatisfied', 'veryDissatisfied'] as const;

const proposal = {
  title: text({ min: 4, max: 60 }),
  category: z.enum([
    'environment',
    'facilities',
    'parking',
    'safety',
    'elderlyCare',
    'culture',
    'greenery',
    'propertyService',
    'other',
  ]),
  place: z.strictObject({
    estate: text({ max: 60 }),
    building: text({ max: 40 }).optional(),
    coordinates: z
      .strictObject({ longitude: z.number().min(73).max(136), latitude: z.number().min(3).max(54) })
      .optional(),
  }),
  problem: text({ min: 4, max: 2000 }),
  suggestion: text({ min: 4, max: 2000 }),
  expectedEffect: text({ max: 1000 }),
  photos: z.array(photoId()).max(20).optional(),
  beneficiaries: z.strictObject({ households: count(100_000), persons: count(1_000_000) }),
  funding: z.strictObject({
    needed: z.boolean(),
    estimateYuan: yuan().optional(),
    source: z.enum(fundSources).optional(),
  }),
  touches: z.array(z.enum(touches)).max(touches.length).optional(),
  willingToImplement: z.boolean(),
  consentToName: z.boolean(),
};

const onBehalf = {
  name: text({ max: 50 }),
  phone: phone(),
  reason: text({ max: 200 }),
  personId: personId().optional(),
};

// Whoever only lives here enters nothing for others.
const forHelpers = { 'x-for': 'helpers' };

const person = z.strictObject({ personId: personId().optional(), name: text({ max: 50 }) });

/** One strict schema per command: a field that is not listed is refused. */
export const forms = {
  'proposal.draft': z.strictObject({
    ...proposal,
    proposer: z.strictObject({
      phone: phone().optional(),
      residentKind: z.enum(['registered', 'longTerm', 'owner', 'unitStaff', 'minor']),
      building: text({ max: 40 }),
      addressVerification: z.enum(['register', 'ownershipDeed', 'lease', 'buildingLeader', 'notVerified']),
    }),
    jointProposers: z
      .array(z.strictObject({ personId: personId(), name: text({ max: 50 }) }))
      .max(9)
      .optional(),
    privacyNoticeVersion: text({ max: 20 }),
    enteredOnBehalf: z.strictObject(onBehalf).meta(forHelpers).optional(),
  }),
  'proposal.edit': z.strictObject(proposal),
  'proposer.confirm': z.strictObject({ ownWill: z.literal(true), building: text({ max: 40 }) }),
  'confirmation.call': z.strictObject({
    outcome: z.enum(['confirmed', 'notReached', 'denied']),
    remark: text({ max: 500 }).optional(),
  }),
  'proposal.publish': z.strictObject({}),
  'proposal.cosign': z.strictObject({
    as: z.enum(['person', 'household']),
    household: text({ max: 40 }).optional(),
    building: text({ max: 40 }).optional(),
    onBehalf: z.strictObject(onBehalf).meta(forHelpers).optional(),
  }),
  'proposal.uncosign': z.strictObject({ remark: text({ max: 200 }).optional() }),
  'supporter.void': z.strictObject({
    supporter: text({ max: 120 }),
    ground: z.enum(['notOwnWill', 'samePerson', 'notEntitled']),
    samePersonAs: text({ max: 120 }).optional(),
    reason: text({ max: 500 }),
  }),
  'audit.close': z.strictObject({ audit: count(1000).min(1), finding: text({ max: 1000 }) }),
  'proposal.withdraw': z.strictObject({ reason: text({ max: 500 }) }),
  'proposal.accept': z.strictObject({ remark: text({ max: 500 }).optional() }),
  'correction.request': z.strictObject({
    missing: z
      .array(text({ max: 200 }))
      .min(1)
      .max(20),
  }),
  'correction.submit': z.strictObject({ ...proposal, explanation: text({ max: 1000 }) }),
  'proposal.decline': z.strictObject({
    reason: z.enum(declineReasons),
    explanation: text({ min: 10, max: 1000 }),
  }),
  'proposal.docket': z.strictObject({ remark: text({ max: 500 }).optional() }),
  'proposal.transfer': z.strictObject({
    target: text({ max: 100 }),
    targetKind: z.enum(['higherLevel', 'lowerLevel', 'department', 'otherBody']),
    reason: text({ max: 1000 }),
  }),
  'transfer.object': z.strictObject({ reason: text({ min: 4, max: 1000 }), basis: text({ max: 300 }).optional() }),
  'transfer.conclude': z.strictObject({
    answerKind: z.enum(['solved', 'plannedWithDate', 'inStepsByPlan', 'reference']),
    answer: text({ min: 4, max: 2000 }),
    toldOn: date(),
  }),
  'proposal.merge': z.strictObject({ into: caseId(), reason: text({ max: 500 }) }),
  'merge.undo': z.strictObject({ reason: text({ max: 500 }) }),
  'supporters.join': z.strictObject({
    from: caseId(),
    org: orgId(),
    acceptedAt: z.number().int().positive(),
    title: text({ max: 60 }),
    proposers: z
      .array(z.strictObject({ personId: personId().nullable(), name: text({ max: 50 }), building: text({ max: 40 }) }))
      .max(10),
    supporters: z
      .array(
        z.strictObject({
          key: text({ max: 120 }),
          personId: personId().nullable(),
          name: text({ max: 50 }),
          as: z.enum(['person', 'household']),
          household: text({ max: 40 }).nullable(),
          building: text({ max: 40 }).nullable(),
          at: z.number().int().positive(),
        }),
      )
      .max(5000),
  }),
  'supporters.part': z.strictObject({ from: caseId() }),
  'merge.seal': z.strictObject({ by: caseId() }),
  'plan.submit': z.strictObject({
    goal: text({ min: 4, max: 1000 }),
    method: text({ min: 4, max: 2000 }),
    steps: text({ min: 4, max: 2000 }),
    schedule: text({ min: 4, max: 2000 }),
    safeguard: text({ min: 4, max: 2000 }),
    leader: person,
    participants: z.array(text({ max: 100 })).max(30),
    implementer: z.strictObject({ name: text({ max: 100 }), personIds: z.array(personId()).max(30) }),
    milestones: z
      .array(z.strictObject({ title: text({ max: 100 }), plannedOn: date() }))
      .min(1)
      .max(30),
    budget: z
      .array(z.strictObject({ item: text({ max: 100 }), amountYuan: yuan(), source: z.enum(fundSources) }))
      .max(50),
    compliance: z.strictObject({
      propertyRights: text({ max: 500 }),
      fireSafety: text({ max: 500 }),
      planning: text({ max: 500 }),
      propertyContract: text({ max: 500 }),
    }),
    risks: text({ max: 1000 }),
    maintenance: z.strictObject({ by: text({ max: 100 }), months: count(600) }),
    opinions: text({ max: 2000 }),
    touches: z.array(z.enum(touches)).max(touches.length),
    decisionBody: z.enum([
      'deliberationHall',
      'residentRepresentativesMeeting',
      'residentsMeeting',
      'ownersAssembly',
      'villageRepresentativesMeeting',
    ]),
    complexity: z.enum(['simple', 'complex']),
    changes: text({ max: 1000 }).optional(),
  }),
  'notice.object': z.strictObject({ text: text({ min: 4, max: 1000 }) }),
  'recusal.declare': z.strictObject({
    relation: z.enum(['relative', 'employment', 'shareholding', 'other']),
    explanation: text({ max: 500 }),
  }),
  'recusal.order': z.strictObject({
    delegate: z.strictObject({ personId: personId(), name: text({ max: 50 }) }),
    relation: z.enum(['relative', 'employment', 'shareholding', 'other']),
    explanation: text({ max: 500 }),
  }),
  'deliberation.record': z.strictObject({
    meeting: z.enum(['deliberationHall', 'residentRepresentativesMeeting', 'residentsMeeting']),
    advisory: z.boolean(),
    agendaPostedOn: date(),
    heldOn: date(),
    place: text({ max: 100 }),
    invited: count(100_000).min(1),
    present: count(100_000),
    validVotes: count(100_000),
    for: count(100_000),
    against: count(100_000),
    abstain: count(100_000),
    recused: z.array(person).max(200),
    proxies: text({ max: 500 }).optional(),
    speeches: text({ max: 5000 }),
    signatures: z
      .array(text({ max: 50 }))
      .min(1)
      .max(500),
  }),
  'decision.import': z.strictObject({
    certificateNumber: text({ max: 100 }),
    system: z.enum(['cityElectronicVoting', 'paperBallot', 'meeting', 'otherOnlineTool']),
    agendaPostedOn: date(),
    decidedOn: date(),
    result: z.discriminatedUnion('body', [
      z.strictObject({
        body: z.literal('ownersAssembly'),
        area: z.strictObject({
          totalSquareMetres: z.number().positive().max(100_000_000),
          participatingSquareMetres: z.number().min(0).max(100_000_000),
          forSquareMetres: z.number().min(0).max(100_000_000),
        }),
        heads: z.strictObject({
          total: count(1_000_000).min(1),
          participating: count(1_000_000),
          for: count(1_000_000),
        }),
      }),
      z.strictObject({
        body: z.literal('villageRepresentativesMeeting'),
        members: z.strictObject({ total: count(10_000).min(1), present: count(10_000), for: count(10_000) }),
      }),
    ]),
  }),
  'funds.request': z.strictObject({
    fund: z.enum(fundSources),
    yearQuotaYuan: yuan(),
    usedYuan: yuan(),
    requestedYuan: yuan(),
    purpose: text({ max: 1000 }),
    instalments: count(12).min(1),
  }),
  'funds.endorse': z.strictObject({
    verdict: z.enum(['endorsed', 'returned']),
    opinion: text({ max: 500 }),
  }),
  'funds.review': z.strictObject({
    verdict: z.enum(['approved', 'returned', 'refused']),
    opinion: text({ max: 1000 }),
  }),
  'funds.confirm': z.strictObject({
    voucher: text({ max: 100 }),
    amountYuan: yuan().positive(),
    receivedOn: date(),
  }),
  'milestone.report': z.strictObject({
    milestone: count(30).min(1),
    doneOn: date(),
    percent: count(100),
    remark: text({ max: 1000 }),
    photos: z.array(photoId()).max(20).optional(),
  }),
  'work.suspend': z.strictObject({
    reason: z.enum(suspensionReasons),
    explanation: text({ max: 1000 }),
    reviewOn: date(),
  }),
  'work.resume': z.strictObject({ remark: text({ max: 500 }) }),
  'work.terminate': z.strictObject({
    reason: text({ min: 10, max: 1000 }),
    publishedOn: date(),
    publishedWhere: text({ max: 200 }),
    moneyHandling: text({ max: 1000 }),
  }),
  'work.complete': z.strictObject({ summary: text({ min: 4, max: 2000 }), completedOn: date() }),
  'inspection.record': z.strictObject({
    members: z
      .array(
        z.strictObject({
          personId: personId().optional(),
          name: text({ max: 50 }),
          capacity: z.enum(['delegate', 'expert', 'resident', 'staff', 'supervisor']),
          head: z.boolean(),
          relatedToImplementer: z.boolean(),
        }),
      )
      .min(3)
      .max(20),
    inspectedOn: date(),
    verdict: z.enum(['passed', 'failed']),
    milestonesMet: count(30),
    issues: z.array(text({ max: 500 })).max(50),
    photos: z.array(photoId()).max(50),
  }),
  'result.publish': z.strictObject({
    summary: text({ min: 4, max: 2000 }),
    spentYuan: yuan(),
    where: text({ max: 200 }),
  }),
  'evaluation.give': z.strictObject({
    grade: z.enum(grades),
    comment: text({ max: 1000 }).optional(),
    named: z.boolean(),
  }),
  'visit.record': z.strictObject({
    person,
    way: z.enum(['door', 'phone', 'online']),
    reached: z.boolean(),
    grade: z.enum(grades).optional(),
    remark: text({ max: 1000 }),
  }),
  'visits.conclude': z.strictObject({
    conclusion: z.enum(['close', 'rectify']),
    summary: text({ min: 4, max: 1000 }),
  }),
  'callback.record': z.strictObject({
    evaluation: count(100_000).min(1),
    reached: z.boolean(),
    remark: text({ max: 1000 }),
  }),
  'rectification.complete': z.strictObject({ measures: text({ min: 4, max: 2000 }), completedOn: date() }),
  'patrol.record': z.strictObject({
    inOrder: z.boolean(),
    finding: text({ max: 1000 }),
    photos: z.array(photoId()).max(20).optional(),
  }),
  'case.reopen': z.strictObject({
    reason: text({ min: 4, max: 1000 }),
    restartAt: z.enum(['planning', 'implementing']),
    clawbackQuestion: z.boolean(),
  }),
};

/** What each form holds once it is checked. */
export type Forms = { [C in keyof typeof forms]: z.infer<(typeof forms)[C]> };
