import { z } from 'zod';
import { date, identifier, text, yuan } from '../kernel/form-field.ts';
import { kinds } from './kinds.ts';

const hoursPerMonth = z.number().min(0).max(2000).multipleOf(0.25);

/** What is known of one thing that is asked of the community. Which of the later fields matter depends on its kind. */
const object = {
  kind: z.enum(kinds),
  name: text({ max: 100 }),
  demandedBy: text({ max: 100 }),
  /** Law or document with number and article; empty: none was shown. */
  basis: text({ max: 300 }).optional(),
  frequency: z.enum(['standing', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'onDemand']),
  hoursPerMonth,
  costPerYear: yuan().optional(),
  /** Of a survey: the four marks of a lawful statistical form. */
  tableNumber: text({ max: 60 }).optional(),
  authority: text({ max: 100 }).optional(),
  approvalNumber: text({ max: 100 }).optional(),
  validUntil: date().optional(),
  /** Of an appraisal. */
  partOfYearlyAppraisal: z.boolean().optional(),
  oneVoteVeto: z.boolean().optional(),
  /** Of a subscription. */
  compulsory: z.boolean().optional(),
  /** Asks for what another object of the census asks for already. */
  duplicateOf: identifier().optional(),
};

/** One strict schema per command: a field that is not listed is refused. */
export const forms = {
  'census.open': z.strictObject({ campaign: text({ max: 100 }), scope: text({ max: 1000 }).optional() }),
  'object.register': z.strictObject(object),
  'object.correct': z.strictObject({ object: identifier(), ...object }),
  'object.remove': z.strictObject({ object: identifier(), reason: text({ min: 2, max: 300 }) }),
  'census.close': z.strictObject({ remark: text({ max: 500 }).optional() }),
  'object.judge': z.strictObject({
    judgements: z
      .array(
        z.strictObject({
          object: identifier(),
          verdict: z.enum(['keep', 'merge', 'cancel', 'handOver']),
          // Two hundred judgements have to fit into one request.
          reason: text({ min: 2, max: 150 }),
          article: text({ max: 100 }).optional(),
          mergeInto: identifier().optional(),
          handOverTo: text({ max: 50 }).optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  'result.publish': z.strictObject({ place: text({ min: 2, max: 200 }), remark: text({ max: 500 }).optional() }),
  'stop.confirm': z.strictObject({
    objects: z.array(identifier()).min(1).max(200),
    stoppedOn: date(),
    evidence: text({ min: 2, max: 500 }),
  }),
  'check.record': z.strictObject({
    object: identifier(),
    found: z.enum(['stopped', 'running']),
    checkedOn: date(),
    finding: text({ min: 2, max: 1000 }),
  }),
  'relapse.report': z.strictObject({
    object: identifier(),
    demandedBy: text({ max: 100 }),
    channel: z.enum(['document', 'message', 'telephone', 'meeting', 'system']),
    since: date(),
    description: text({ min: 4, max: 1000 }),
  }),
  'relapse.settle': z.strictObject({
    object: identifier(),
    measure: z.enum(['demandWithdrawn', 'unitInstructed', 'referred', 'unfounded']),
    result: text({ min: 4, max: 1000 }),
  }),
  'census.withdraw': z.strictObject({ reason: text({ min: 2, max: 500 }) }),
};

/** What each form holds once it is checked. */
export type Forms = { [C in keyof typeof forms]: z.infer<(typeof forms)[C]> };
