import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);
const day = z.iso.date();

/** No notice names as many; a longer list is a mistake. */
const HOLIDAYS_MAX = 20;
const MAKE_UP_DAYS_MAX = 30;

/** What a person sends: a table, which becomes a draft, or the version that he confirms. */
export const CalendarBody = z
  .strictObject({
    confirm: z
      .int()
      .min(1)
      .optional()
      .describe('放行的版本号,须由录入人以外的人放行 / Version to confirm, by another person'),
    year: z.int().optional().describe('如填写须与网址一致 / As in the address, if given'),
    notice: z
      .strictObject({
        number: text(100).describe('文号 / Number: 国办发明电〔2025〕7号'),
        title: text(200).describe('标题 / Title'),
        issuedOn: day.describe('成文日期 / Date under the notice'),
        source: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .describe('来源网址 / Where it can be read'),
      })
      .optional(),
    holidays: z
      .array(z.strictObject({ name: z.strictObject({ zh: text(20), en: text(60) }), from: day, to: day }))
      .max(HOLIDAYS_MAX)
      .optional()
      .describe('放假区间,含首尾两日 / Days off, both ends included'),
    makeUpWorkdays: z
      .array(day)
      .max(MAKE_UP_DAYS_MAX)
      .optional()
      .describe('调休上班的周末 / Weekend days that are worked'),
  })
  .superRefine((body, context) => {
    const members = ['notice', 'holidays', 'makeUpWorkdays'] as const;
    if (body.confirm !== undefined) {
      const keys = ['year', ...members].filter((key) => key in body);
      if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: body });
      return;
    }
    for (const member of members.filter((name) => body[name] === undefined)) {
      context.addIssue({ code: 'invalid_type', expected: 'object', input: undefined, path: [member] });
    }
  })
  .meta({ id: 'PutCalendar' });

type Body = z.infer<typeof CalendarBody>;

/** A body that brings a table. */
export type CalendarContent = { [Part in 'notice' | 'holidays' | 'makeUpWorkdays']: NonNullable<Body[Part]> };
