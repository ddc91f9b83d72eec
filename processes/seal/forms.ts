import { z } from 'zod';
import { count, date, personId, phone, photoId, text } from '../kernel/form-field.ts';
import { forbiddenKeys } from '../law/seal-lists/forbidden-2020.ts';
import { keptKeys } from '../law/seal-lists/kept-beijing-2019.ts';

const listed = [...keptKeys, ...forbiddenKeys] as const;

/** One strict schema per command: a field that is not listed is refused. */
export const forms = {
  'seal.apply': z.strictObject({
    kind: z.enum(['certificate', 'document', 'loss', 'handOver']),
    /** With purpose and body the key of the judgement. `other` needs the name that people use. */
    certificateType: z.enum([...listed, 'other']).optional(),
    typeName: text({ max: 60 }).optional(),
    purpose: text({ max: 200 }).optional(),
    requestingBody: text({ max: 100 }).optional(),
    matter: z.enum(['ordinary', 'major']),
    copies: count(50).min(1).optional(),
    applicant: z.strictObject({
      personId: personId().optional(),
      name: text({ max: 50 }),
      phone: phone(),
      address: text({ max: 200 }),
    }),
    /** The text that will be stamped. */
    content: text({ max: 4000 }).optional(),
    loss: z.strictObject({ discoveredOn: date(), circumstances: text({ min: 4, max: 1000 }) }).optional(),
    handOver: z
      .strictObject({
        electedOn: date(),
        outgoing: z.strictObject({ personId: personId(), name: text({ max: 50 }) }),
        incoming: z.strictObject({ personId: personId(), name: text({ max: 50 }) }),
      })
      .optional(),
  }),
  'type.judge': z.strictObject({
    verdict: z.enum(['issuable', 'noBasis', 'listedType']),
    listedType: z.enum(forbiddenKeys).optional(),
    /** Law or list of the State Council by name and article. */
    basis: text({ min: 4, max: 300 }).optional(),
    reason: text({ min: 4, max: 1000 }),
  }),
  'application.verify': z.strictObject({
    verdict: z.enum(['confirmed', 'notTrue']),
    matter: z.enum(['ordinary', 'major']),
    way: z.enum(['visit', 'records', 'phone', 'known']),
    finding: text({ min: 4, max: 1000 }),
  }),
  'decision.record': z.strictObject({
    verdict: z.enum(['passed', 'rejected']),
    heldOn: date(),
    entitled: count(2000).min(1),
    present: count(2000),
    agreed: count(2000),
    minutes: text({ min: 4, max: 4000 }),
  }),
  'use.approve': z.strictObject({
    verdict: z.enum(['approved', 'declined']),
    copies: count(50).min(1),
    reason: text({ min: 2, max: 500 }),
  }),
  'seal.use': z.strictObject({ copies: count(50).min(1), sameAsApproved: z.boolean(), receivedBy: text({ max: 50 }) }),
  'use.check': z.strictObject({
    verdict: z.enum(['regular', 'irregular']),
    irregularities: z
      .array(
        z.enum([
          'blankPaper',
          'contentDiffers',
          'noApproval',
          'tooManyCopies',
          'forbiddenType',
          'takenOut',
          'notRegistered',
        ]),
      )
      .max(7),
    finding: text({ min: 4, max: 1000 }),
  }),
  'irregularity.settle': z.strictObject({
    measure: z.enum(['paperRecalled', 'instructed', 'responsibilityPursued', 'unfounded']),
    result: text({ min: 4, max: 1000 }),
  }),
  'application.withdraw': z.strictObject({ reason: text({ min: 2, max: 500 }) }),
  'loss.receive': z.strictObject({
    verdict: z.enum(['confirmed', 'found']),
    noticePlace: text({ max: 200 }).optional(),
    noticeText: text({ max: 1000 }).optional(),
    remark: text({ min: 2, max: 500 }),
  }),
  'newSeal.register': z.strictObject({
    madeOn: date(),
    /** Seals are made through sub-district and police. */
    policeFiling: text({ max: 100 }),
    imprint: photoId().optional(),
    keeper: z.strictObject({ personId: personId(), name: text({ max: 50 }) }),
  }),
  'handOver.give': z.strictObject({
    items: z
      .array(text({ max: 100 }))
      .min(1)
      .max(20),
    registerVolumes: count(200),
    lastUseNumber: text({ max: 40 }).optional(),
  }),
  'handOver.witness': z.strictObject({
    complete: z.boolean(),
    finding: text({ min: 2, max: 500 }),
  }),
};

/** What each form holds once it is checked. */
export type Forms = { [C in keyof typeof forms]: z.infer<(typeof forms)[C]> };
