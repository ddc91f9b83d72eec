import { z } from 'zod';

const org = z.string().min(1).max(200);
const lang = z.enum(['zh', 'zh-CN', 'en']).optional();
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const ItemsQuery = z.strictObject({
  org: org.optional().describe('This organisation and those below it'),
  stage: z.coerce
    .number()
    .int()
    .min(1)
    .max(4)
    .optional()
    .describe('1 proposing, 2 planning, 3 carrying out, 4 oversight'),
  q: z.string().trim().min(1).max(100).optional().describe('Part of the number, the title or the place'),
  ended: flag.optional(),
  count: flag.default(false).describe('Say how many there are; not together with q'),
  cursor: z.string().min(1).max(200).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  lang,
});

export const SimilarQuery = z.strictObject({
  org: org.describe('The community'),
  title: z.string().trim().min(1).max(200).describe('What is about to be proposed'),
  lang,
});
