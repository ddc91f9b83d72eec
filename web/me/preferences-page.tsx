import type { PreferenceView } from '../../api/notices/preferences.ts';
import { FaultSummary } from '../forms/fault-summary.tsx';
import { FormFields } from '../forms/form-fields.tsx';
import type { PostedForm } from '../forms/posted.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Notice } from '../parts/marks.tsx';
import { preferencesSchema } from './preferences-form.ts';

export interface PreferencesContent {
  preference: PreferenceView;
  /** It was just saved. */
  saved: boolean;
  /** As it was sent, with what is wrong in it. */
  sent?: { posted: PostedForm; faults: Readonly<Record<string, string>> };
}

/** Where and when one wants to be told. */
export function preferencesPage(context: PageContext, { preference, saved, sent }: PreferencesContent): string {
  const t = wordsOf(context);
  const { locale } = context;
  const schema = preferencesSchema(context, preference);
  const { webhookSecret } = preference;
  return page(
    context,
    {
      title: t('通知方式', 'How you are told'),
      lead: t(
        '通知总会出现在“通知”页。这里可以另外用邮件或推送接口接收;演练事项不发往外部。',
        'Notices always appear on the page of notices. Here you may get them elsewhere too; drills send nothing outside.',
      ),
      back: { href: '/me', text: t('我的', 'Mine') },
    },
    <>
      {saved && (
        <Notice role="status">
          <p>
            <strong>✓ {t('已保存。', 'Saved.')}</strong> {summary(context, preference)}
          </p>
        </Notice>
      )}
      {webhookSecret && <Secret context={context} secret={webhookSecret} />}
      <section class="card">
        <form method="post" action="/me/preferences" noValidate class="form" data-island="once">
          {sent && (
            <FaultSummary schema={schema} posted={sent.posted} faults={sent.faults} locale={locale} prefix="way" />
          )}
          <FormFields
            schema={schema}
            locale={locale}
            values={given(preference)}
            posted={sent?.posted}
            faults={sent?.faults ?? {}}
            prefix="way"
          />
          <p class="bar">
            <button type="submit" class="main">
              {t('保存', 'Save')}
            </button>
          </p>
        </form>
      </section>
    </>,
  );
}

function Secret({ context, secret }: { context: PageContext; secret: string }) {
  const t = wordsOf(context);
  return (
    <Notice kind="warn" role="status">
      <p>
        <strong>{t('推送接口的密钥,只显示这一次:', 'The secret of your webhook, shown only now:')}</strong>
      </p>
      <p>
        <code>{secret}</code>
      </p>
      <p>
        {t(
          '请复制到接收程序里,用来核对每条推送的签名。离开本页后不能再看,只能更换。',
          'Copy it into your program, which checks the signature of each message by it. It cannot be shown again, only replaced.',
        )}
      </p>
      <p>
        <a href="/me/preferences">{t('已复制,继续', 'Copied, go on')}</a>
      </p>
    </Notice>
  );
}

/** In one sentence what will happen now. */
function summary(context: PageContext, { email, webhookUrl, timing, digestHour }: PreferenceView): string {
  const t = wordsOf(context);
  const ways = [
    ...(email ? [t(`邮件${email}`, `e-mail to ${email}`)] : []),
    ...(webhookUrl ? [t('推送接口', 'webhook')] : []),
  ];
  if (ways.length === 0) return t('只在“通知”页显示。', 'They appear on the page of notices only.');
  const when = timing === 'daily' ? t(`每天${digestHour}:00汇总`, `daily at ${digestHour}:00`) : t('随时', 'at once');
  return t(`${when}发送:${ways.join('、')}。`, `Sent ${when}: ${ways.join(', ')}.`);
}

function given({ email, webhookUrl, ...others }: PreferenceView): Record<string, unknown> {
  return { ...others, ...(email === null ? {} : { email }), ...(webhookUrl === null ? {} : { webhookUrl }) };
}
