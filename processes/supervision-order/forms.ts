import { z } from 'zod';
import { caseId, count, date, identifier, known, orgId, personId, photoId, text } from '../kernel/form-field.ts';
import { responsibleRoles } from './units.ts';

/** Whose fault a delay was; what the other side caused is not the unit's. */
const lateness = z.enum(['inTime', 'objective', 'subjective']);

const person = z.strictObject({ personId: personId(), name: text({ max: 50 }) });

/** The office that has to act, at the organisation of its level, and where it is known the person as well. */
const responsible = z.strictObject({
  role: z.enum(responsibleRoles),
  org: orgId(),
  person: person.optional(),
});

/** One strict schema per command: a field that is not listed is refused. */
export const forms = {
  'order.issue': z.strictObject({
    about: z.strictObject({
      caseId: caseId(),
      /** Left out, they are looked up from the case. */
      caseNumber: known(text({ max: 60 })).optional(),
      process: known(identifier()).optional(),
      title: known(text({ max: 200 })).optional(),
      /** Key of the deadline that was missed, and the last day on which an act was in time. */
      deadline: known(identifier()).optional(),
      dueDate: known(date()).optional(),
    }),
    ground: z.enum(['overdue', 'notCarriedOut', 'poorQuality', 'other']),
    requirement: text({ min: 4, max: 2000 }),
    limitWorkingDays: count(60).min(1).optional(),
    responsible,
  }),
  'order.sign': z.strictObject({ handler: person.optional(), remark: text({ max: 500 }).optional() }),
  'order.object': z.strictObject({
    reason: text({ min: 4, max: 1000 }),
    basis: text({ max: 300 }).optional(),
    suggestedUnit: text({ max: 100 }).optional(),
  }),
  'objection.decide': z.strictObject({
    verdict: z.enum(['rejected', 'reassigned', 'cancelled']),
    reason: text({ min: 4, max: 1000 }),
    responsible: responsible.optional(),
  }),
  'order.reply': z.strictObject({
    result: z.enum(['done', 'partlyDone', 'notPossible']),
    measures: text({ min: 4, max: 2000 }),
    completedOn: date(),
    lateBecause: text({ max: 1000 }).optional(),
    photos: z.array(photoId()).max(20).optional(),
  }),
  'reply.verify': z.strictObject({
    verdict: z.enum(['passed', 'returned']),
    way: z.enum(['onSite', 'phone', 'records']),
    verifiedOn: date(),
    finding: text({ min: 4, max: 1000 }),
  }),
  'order.close': z.strictObject({ lateness, summary: text({ min: 4, max: 1000 }) }),
  'review.request': z.strictObject({ reason: text({ min: 4, max: 1000 }) }),
  'review.decide': z.strictObject({
    verdict: z.enum(['upheld', 'amended']),
    lateness: lateness.optional(),
    reason: text({ min: 4, max: 1000 }),
  }),
  'order.withdraw': z.strictObject({ reason: text({ min: 4, max: 1000 }) }),
};

/** What each form holds once it is checked. */
export type Forms = { [C in keyof typeof forms]: z.infer<(typeof forms)[C]> };
