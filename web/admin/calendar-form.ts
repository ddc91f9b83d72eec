import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import type { Locale } from '../../processes/kernel/text.ts';

/** The form of a year's table, as the interface takes it: `CalendarBody` with words for people. */
export function calendarSchema(locale: Locale): JsonSchema {
  const t = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const text = (title: string, maxLength: number, more: object = {}) => ({ type: 'string', title, maxLength, ...more });
  const day = (title: string) => ({ type: 'string', format: 'date', title });
  return {
    type: 'object',
    required: ['notice', 'holidays', 'makeUpWorkdays'],
    properties: {
      notice: {
        type: 'object',
        title: t('通知', 'Notice'),
        required: ['number', 'title', 'issuedOn', 'source'],
        properties: {
          number: text(t('文号', 'Number'), 100, {
            description: t('例如 国办发明电〔2025〕7号。', 'Such as 国办发明电〔2025〕7号.'),
          }),
          title: text(t('标题', 'Title'), 200),
          issuedOn: day(t('成文日期', 'Date under the notice')),
          // One line, though it may be long: an address is pasted, not written.
          source: {
            type: 'string',
            title: t('来源网址', 'Where it can be read'),
            description: t('以 https:// 开头。', 'Begins with https://.'),
          },
        },
      },
      holidays: {
        type: 'array',
        title: t('放假', 'Days off'),
        maxItems: 20,
        items: {
          type: 'object',
          required: ['name', 'from', 'to'],
          properties: {
            name: {
              type: 'object',
              title: t('名称', 'Name'),
              required: ['zh', 'en'],
              properties: { zh: text(t('中文名称', 'Chinese name'), 20), en: text(t('英文名称', 'English name'), 60) },
            },
            from: day(t('第一天', 'First day')),
            to: day(t('最后一天', 'Last day')),
          },
        },
      },
      makeUpWorkdays: {
        type: 'array',
        title: t('调休上班的周末', 'Weekend days that are worked'),
        maxItems: 30,
        items: day(t('日期', 'Day')),
      },
    },
  };
}
