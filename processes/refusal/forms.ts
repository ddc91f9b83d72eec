import { z } from 'zod';
import { count, date, text, timeOfDay } from '../kernel/form-field.ts';

/** How a task came to the community; those that come around the list seldom come on paper. */
const channel = z.enum(['wechat', 'phone', 'meeting', 'paper', 'system', 'dispatch']);

const evidence = z
  .array(
    z.strictObject({
      kind: z.enum(['screenshot', 'recording', 'document', 'callNote', 'meetingMinutes', 'other']),
      note: text({ max: 300 }),
    }),
  )
  .min(1)
  .max(20);

/** A code as the list of service items writes it. */
const itemCode = text({ max: 60 });

const answer = z.strictObject({
  result: z.enum(['withdrawn', 'changed', 'willApply', 'denied']),
  explanation: text({ min: 4, max: 2000 }),
  answeredOn: date(),
});

/** One strict schema per command. No field anywhere holds a score: a refusal has nothing to do with any. */
export const forms = {
  'task.refuse': z.strictObject({
    title: text({ min: 2, max: 100 }),
    unit: z.strictObject({
      name: text({ max: 100 }),
      level: z.enum(['city', 'district', 'subdistrict']),
      person: text({ max: 50 }).optional(),
    }),
    channel,
    receivedOn: date(),
    receivedAtTime: timeOfDay().optional(),
    /** The task as it was put, word for word. */
    wording: text({ min: 4, max: 2000 }),
    dueInHours: count(8760).min(1).optional(),
    dueText: text({ max: 100 }).optional(),
    itemCode: itemCode.optional(),
    asksForForm: z
      .strictObject({
        name: text({ max: 100 }),
        tableNumber: text({ max: 60 }).optional(),
        authority: text({ max: 100 }).optional(),
        approvalNumber: text({ max: 100 }).optional(),
        validUntil: date().optional(),
      })
      .optional(),
    /** The community says that people, money or means for it were not given. */
    moneyMissing: z.boolean().optional(),
    evidence,
    /** A threat that is not in the wording itself. */
    threat: text({ min: 2, max: 500 }).optional(),
  }),
  'threat.add': z.strictObject({ wording: text({ min: 2, max: 500 }), receivedOn: date(), evidence }),
  'relief.accept': z.strictObject({ remark: text({ max: 500 }).optional() }),
  'assessment.find': z.strictObject({
    verdict: z.enum(['confirmed', 'notConfirmed']),
    reason: text({ min: 4, max: 1000 }),
    /** What is asked of the unit or of those above it; in words, because nothing here can take or give points. */
    consequence: text({ min: 4, max: 500 }).optional(),
  }),
  'correction.ask': z.strictObject({
    requirement: text({ min: 4, max: 1000 }),
    limitWorkingDays: count(60).min(1).optional(),
  }),
  'correction.answer': answer,
  'answer.record': answer,
  'unit.name': z.strictObject({ statement: text({ min: 4, max: 500 }) }),
  'outcome.decide': z.strictObject({
    verdict: z.enum(['corrected', 'admittedLater', 'dismissed']),
    reasons: text({ min: 4, max: 1000 }),
    itemCode: itemCode.optional(),
    admissionNumber: text({ max: 60 }).optional(),
  }),
  'objection.raise': z.strictObject({ reason: text({ min: 4, max: 1000 }) }),
  'review.decide': z.strictObject({
    verdict: z.enum(['upheld', 'overturned']),
    reason: text({ min: 4, max: 1000 }),
  }),
};

/** What each form holds once it is checked. */
export type Forms = { [C in keyof typeof forms]: z.infer<(typeof forms)[C]> };
