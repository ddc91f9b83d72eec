import { z } from 'zod';
import { isDate } from '../../processes/kernel/clock.ts';

const text = (max: number) => z.string().min(1).max(max);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const org = text(200).optional().describe('This organisation and everything below it');
const process = text(100).optional();
const drill = flag.default(false).describe('With drills as well');
const cursor = text(200).optional().describe('`next` of the page before');
const limit = z.coerce.number().int().min(1).max(100).default(20);
const lang = z.enum(['zh', 'zh-CN', 'en']).optional();
const day = z.string().refine((value) => isDate(value), { error: '2026-10-16' });

export const BoardQuery = z.strictObject({ org, process, drill, lang });

export const OverdueQuery = z.strictObject({ org, process, drill, cursor, limit, lang });

export const OrdersQuery = z.strictObject({
  org,
  drill,
  state: z
    .enum(['open', 'answered', 'late'])
    .optional()
    .describe('Not answered yet; answered; answered late or not answered though its time is over'),
  cursor,
  limit,
  lang,
});

export const PolicyBody = z
  .strictObject({
    process: text(100),
    setting: text(100).describe('A name of `settings` of GET /api/processes/{process}'),
    value: z.number().int().describe('In the unit of the setting'),
    org,
    drill: z.boolean().default(false).describe('With drills as well'),
  })
  .meta({ id: 'PolicyPreview' });

export const RecordsQuery = z.strictObject({
  org,
  q: text(100).optional().describe('Part of the title or the number of the case'),
  type: text(100).optional().describe('Command or automatic event: proposal.accept'),
  actor: text(100).optional().describe('Id or full name of whoever acted'),
  from: day.optional().describe('First day on which it was written'),
  to: day.optional().describe('Last day on which it was written'),
  automatic: flag.optional(),
  drill,
  cursor,
  limit,
  lang,
});

export const SettingsQuery = z.strictObject({ org: text(200).optional(), lang });
