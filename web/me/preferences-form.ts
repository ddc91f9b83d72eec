import type { PreferenceView } from '../../api/notices/preferences.ts';
import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** How one wants to be told, as a form; a field left blank means none. */
export function preferencesSchema(
  context: Pick<PageContext, 'locale'>,
  { channels, webhookUrl }: PreferenceView,
): JsonSchema {
  const t = wordsOf(context);
  const off = channels.email === false;
  return {
    type: 'object',
    required: ['timing', 'digestHour', 'language'],
    properties: {
      email: {
        type: 'string',
        'x-widget': 'email',
        title: t('邮件地址', 'E-mail address'),
        description: off
          ? t('不需要就留空。本系统还没有开通邮件,开通后才会发出。', 'Blank: none. E-mail is not switched on here yet.')
          : t('不需要就留空。', 'Blank: none.'),
      },
      timing: {
        enum: ['immediate', 'daily'],
        title: t('何时发出', 'When'),
        'x-options': { immediate: t('有通知就发', 'At once'), daily: t('每天汇总一次', 'One message a day') },
      },
      digestHour: {
        enum: HOURS,
        title: t('汇总几点发(北京时间)', 'Hour of the daily message (Beijing time)'),
        'x-options': Object.fromEntries(HOURS.map((hour) => [hour, `${hour}:00`])),
      },
      digestOnRestDays: { type: 'boolean', title: t('休息日也发汇总', 'A daily message on rest days too') },
      language: {
        enum: ['zh-CN', 'en'],
        title: t('通知用什么语言', 'Language of the messages'),
        'x-options': { 'zh-CN': '中文', en: 'English' },
      },
      webhookUrl: {
        type: 'string',
        title: t('推送接口网址', 'Address of a webhook'),
        description: t(
          '给会用程序接收的人:以 https:// 开头;不需要就留空。',
          'For programs: begins with https://; blank: none.',
        ),
      },
      ...(webhookUrl === null
        ? {}
        : {
            renewSecret: {
              type: 'boolean',
              title: t('更换推送接口的密钥', 'A new secret for the webhook'),
              description: t('更换后旧密钥立即失效。', 'The old one is void at once.'),
            },
          }),
    },
  };
}

/** What was read from the form as the api takes it: what is blank is taken away. */
export function preferenceBody(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { email = null, webhookUrl = null, digestOnRestDays = false, ...others } = value;
  return { ...others, email, webhookUrl, digestOnRestDays };
}
