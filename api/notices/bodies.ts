import { z } from 'zod';

const text = (max: number) => z.string().min(1).max(max);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const lang = z.enum(['zh', 'zh-CN', 'en']).optional();
const limit = z.coerce.number().int().min(1).max(100).default(20);
const cursor = text(200).optional().describe('`next` of the page before');

export const NoticesQuery = z.strictObject({
  unread: z
    .union([z.literal('').transform(() => true), flag])
    .optional()
    .describe('Only those not read, `?unread`; with `false` only those read'),
  cursor,
  limit,
  lang,
});

export const DeadQuery = z.strictObject({ cursor, limit, lang });

export const ReadAllBody = z
  .strictObject({ upTo: text(20).describe('看到的最新一条的编号,更新的保持未读 / Newest notice that was seen') })
  .meta({ id: 'ReadAllNotices' });

/** What is left out stays as it is. */
export const PreferenceBody = z
  .strictObject({
    email: z.email().max(254).nullable().optional().describe('null: no e-mail'),
    webhookUrl: text(2_000).nullable().optional().describe('https; null: no webhook'),
    timing: z.enum(['immediate', 'daily']).optional().describe('At once, or one message a day'),
    digestHour: z.int().min(0).max(23).optional().describe('Hour of Beijing'),
    digestOnRestDays: z.boolean().optional(),
    language: z.enum(['zh-CN', 'en']).optional(),
    renewSecret: z.boolean().default(false).describe('A new secret of the endpoint'),
  })
  .meta({ id: 'NoticePreference' });
