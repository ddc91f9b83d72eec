import { z } from 'zod';
import { day } from '../day.ts';

const form = z.record(z.string(), z.unknown()).describe('表单,按该操作的JSON Schema / The form of the command');

export const StartBody = z
  .strictObject({
    process: z.string().min(1).max(100).describe('流程 / Process, an id of GET /api/processes'),
    org: z
      .string()
      .min(1)
      .max(200)
      .describe(
        '社区、街道或区,按流程的层级 / Organisation of the level of the process, such as chaoyang.anzhen.anzhenxili',
      ),
    form,
    drill: z.boolean().default(false).describe('演练 / A drill with its own clock'),
    ahead: z.string().min(1).max(40).optional().describe('演练从何时开始 / How far ahead a drill begins: P30D'),
  })
  .meta({ id: 'StartCase' });

export const CommandBody = z.strictObject({ form }).meta({ id: 'Command' });

export const ClockBody = z
  .strictObject({ advance: z.string().min(1).max(40).describe('ISO 8601 duration: P3D, PT2H') })
  .meta({ id: 'AdvanceClock' });

const text = (max: number) => z.string().min(1).max(max);
const light = z.enum(['green', 'yellow', 'red', 'grey']);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const limit = z.coerce.number().int().min(1).max(100).default(20);
const cursor = text(200).describe('`next` of the page before');
const lang = z.enum(['zh', 'zh-CN', 'en']).optional();

/** What a list of cases is narrowed by. */
const caseFilter = {
  process: text(100).optional(),
  state: text(100).optional(),
  kind: z.enum(['open', 'closed', 'final']).optional().describe('Going on, done, or ended'),
  light: light.optional(),
  org: text(200).optional(),
  q: text(100).optional().describe('Part of the number, the title or the place'),
  place: text(100).optional().describe('Part of the place'),
  from: day.optional().describe('Opened on this day or later'),
  to: day.optional().describe('Opened on this day or earlier'),
  mine: z
    .enum(['opened', 'acted', 'followed', 'copied'])
    .optional()
    .describe('Opened by me, acted on by me later, followed, or I got a copy of a notice in the last 90 days'),
  drill: flag.optional(),
  order: z.enum(['newest', 'due']).default('newest').describe('Newest first, or most pressing first'),
  lang,
};

export const CasesQuery = z.strictObject({
  ...caseFilter,
  count: flag.default(false).describe('Say how many there are'),
  cursor: cursor.optional(),
  limit,
});

export const CasesExportQuery = z.strictObject({ ...caseFilter, format: z.enum(['xlsx', 'csv']).default('xlsx') });

export const TasksQuery = z.strictObject({
  scope: z.enum(['mine', 'group']).optional().describe('Own tasks, those of my offices, or both'),
  process: text(100).optional(),
  org: text(200).optional().describe('Cases of this organisation and of those below it'),
  q: text(100).optional().describe('Part of the number, the title or the place'),
  light: light.optional(),
  drill: flag.default(false),
  cursor: cursor.optional(),
  limit,
  lang,
});

export const LedgerQuery = z.strictObject({ cursor: cursor.optional(), limit: limit.default(100), lang });
