import { z } from 'zod';

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

export const CasesQuery = z.strictObject({
  process: text(100).optional(),
  state: text(100).optional(),
  light: light.optional(),
  org: text(200).optional(),
  q: text(100).optional().describe('Part of the title or the number'),
  drill: flag.optional(),
  cursor: cursor.optional(),
  limit,
  lang,
});

export const TasksQuery = z.strictObject({
  scope: z.enum(['mine', 'group']).optional().describe('Own tasks, those of my offices, or both'),
  light: light.optional(),
  drill: flag.default(false),
  cursor: cursor.optional(),
  limit,
  lang,
});

export const LedgerQuery = z.strictObject({ cursor: cursor.optional(), limit: limit.default(100), lang });
