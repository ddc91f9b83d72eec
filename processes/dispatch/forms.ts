import { z } from 'zod';
import { date, listedItem, personId, phone, photoId, text } from '../kernel/form-field.ts';
import { assistingActs } from '../law/service-items.ts';
import { groundNames } from './grounds.ts';

const acts = z
  .array(z.enum(assistingActs))
  .min(1)
  .max(assistingActs.length)
  .refine((chosen) => new Set(chosen).size === chosen.length);

/** Half hours; a month has 744. */
const hoursPerMonth = z.number().min(0.5).max(744).multipleOf(0.5);

/** Over the ceiling a task goes on only by the reasoned decision of a person who is named. */
const overCeiling = z.strictObject({
  decidedBy: z.strictObject({ personId: personId(), name: text({ max: 50 }), office: text({ max: 100 }) }),
  reason: text({ min: 4, max: 1000 }),
});

const grounds = z.array(z.enum(groundNames)).min(1).max(groundNames.length);
const reason = text({ min: 4, max: 1000 });

/** One strict schema per command: a field that is not listed is refused. */
export const forms = {
  'task.issue': z.strictObject({
    /** Code of an item in the public list. */
    itemCode: listedItem(),
    title: text({ min: 4, max: 100 }),
    /** Department or office that hands the task out. */
    unit: text({ min: 2, max: 100 }),
    requirement: text({ min: 4, max: 2000 }),
    acts,
    from: date(),
    until: date(),
    hoursPerMonth,
    standard: text({ min: 4, max: 2000 }),
    contact: z.strictObject({ name: text({ max: 50 }), phone: phone(), personId: personId().optional() }),
    mainResponsible: z.enum(['department', 'community']),
    responsibilityStatement: text({ min: 4, max: 500 }),
    overCeiling: overCeiling.optional(),
  }),
  'gates.recheck': z.strictObject({ overCeiling: overCeiling.optional() }),
  'task.accept': z.strictObject({ remark: text({ max: 500 }).optional() }),
  'task.refuse': z.strictObject({ grounds, reason }),
  'task.report': z.strictObject({
    result: text({ min: 4, max: 2000 }),
    doneOn: date(),
    hoursUsed: z.number().min(0).max(10_000).multipleOf(0.5).optional(),
    evidence: z.array(photoId()).max(20).optional(),
  }),
  'task.confirm': z.strictObject({
    verdict: z.enum(['fulfilled', 'partly']),
    finding: text({ min: 2, max: 1000 }),
  }),
  'task.sendBack': z.strictObject({ reason }),
  'task.return': z.strictObject({ grounds, reason, doneSoFar: text({ max: 1000 }).optional() }),
  'return.acknowledge': z.strictObject({ remark: text({ max: 500 }).optional() }),
  'return.dispute': z.strictObject({ reason }),
  'return.decide': z.strictObject({ verdict: z.enum(['upheld', 'rejected']), reason }),
  'task.withdraw': z.strictObject({ reason }),
  /** Sent by the admission: a code, and a note that may be empty. */
  'task.suspend': z.strictObject({ reason: z.string().min(1).max(100), note: z.string().max(1000) }),
  'task.resume': z.strictObject({}),
};

/** What each form holds once it is checked. */
export type Forms = { [C in keyof typeof forms]: z.infer<(typeof forms)[C]> };
