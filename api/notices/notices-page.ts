import { type Html, html } from '../pages/html.ts';
import { layout, link, type PageContext } from '../pages/layout.ts';
import type { DeadItem, NoticeItem } from './notice-lines.ts';
import type { PreferenceView } from './preferences.ts';

export interface NoticesContent {
  notices: NoticeItem[];
  unread: number;
  /** Cursor of the next page. */
  next: string | null;
  preference: PreferenceView;
  /** null for everybody but operators. */
  dead: DeadItem[] | null;
}

/** Notices of one person, how he is told, and for operators what could not be delivered. */
export function noticesPage(context: PageContext, content: NoticesContent): string {
  const zh = context.locale === 'zh-CN';
  return layout(
    context,
    zh ? '我的通知' : 'My notices',
    html`${listSection(context, content)}
${preferenceSection(context, content.preference)}
${content.dead && deadSection(context, content.dead)}`,
  );
}

function listSection({ locale }: PageContext, { notices, unread, next }: NoticesContent): Html {
  const zh = locale === 'zh-CN';
  const heading = html`<h2 id="list">${zh ? `未读${unread}条` : `${unread} unread`}</h2>`;
  if (notices.length === 0) {
    return html`<section aria-labelledby="list">${heading}<p>${
      zh ? '还没有通知。与您有关的事项有进展时会出现在这里。' : 'No notices yet. News of your cases will appear here.'
    }</p></section>`;
  }
  return html`<section aria-labelledby="list">${heading}
<div class="scroll" tabindex="0" role="region" aria-labelledby="list"><table>
<thead><tr>${(zh ? ['通知', '事项', '时间', '已读'] : ['Notice', 'Case', 'When', 'Read']).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${notices.map((notice) => noticeRow(notice, locale))}</tbody></table></div>
${next && html`<p><a href="${link('/notices', locale)}&amp;cursor=${next}">${zh ? '更早的通知' : 'Older notices'}</a></p>`}</section>`;
}

function noticeRow(notice: NoticeItem, locale: PageContext['locale']): Html {
  const zh = locale === 'zh-CN';
  const { id, text, drill, automatic, sentAt, readAt, deliveries } = notice;
  const marks = [
    ...(drill ? [zh ? '演练' : 'drill'] : []),
    ...(automatic ? [zh ? '系统自动' : 'by the system'] : []),
    ...deliveries.map(({ channelText, stateText }) => `${channelText}${zh ? ':' : ': '}${stateText}`),
  ];
  return html`<tr><td>${readAt === null ? html`<strong>${text}</strong>` : text}${marks.length > 0 && html`<br><span class="note">${marks.join(' · ')}</span>`}</td>
<td>${notice.case && html`<a href="${link(`/cases/${encodeURIComponent(notice.case.id)}`, locale)}">${notice.case.number}</a>`}</td>
<td>${shortTime(sentAt)}</td>
<td>${
    readAt === null
      ? html`<form method="post" action="${link(`/notices/${id}/read`, locale)}"><button aria-label="${zh ? `标为已读:${text}` : `Mark as read: ${text}`}">${zh ? '标为已读' : 'Mark as read'}</button></form>`
      : shortTime(readAt)
  }</td></tr>`;
}

function preferenceSection({ locale }: PageContext, preference: PreferenceView): Html {
  const zh = locale === 'zh-CN';
  const { email, webhookUrl, timing, digestHour, digestOnRestDays, language, channels, webhookSecret } = preference;
  const option = (value: string, label: string, chosen: boolean) =>
    html`<option value="${value}"${chosen && html` selected`}>${label}</option>`;
  const off = zh
    ? '管理员尚未开通邮件,填写后开通即生效。'
    : 'E-mail is not switched on yet; it will be used once it is.';
  return html`<section aria-labelledby="preference"><h2 id="preference">${zh ? '通知方式' : 'How you are told'}</h2>
<p>${zh ? '通知总会出现在本页;演练事项不发往外部。' : 'Notices always appear on this page; drills send nothing outside.'}</p>
${webhookSecret && html`<p role="status"><strong>${zh ? '推送接口的密钥,只显示这一次:' : 'The secret of your endpoint, shown only now:'}</strong> <code>${webhookSecret}</code></p>`}
<form method="post" action="${link('/notices/preferences', locale)}">
<p><label for="email">${zh ? '邮件地址(留空不发)' : 'E-mail (empty: none)'}</label><br><input id="email" name="email" type="email" maxlength="254" autocomplete="email" value="${email ?? ''}"></p>
${channels.email === false && html`<p class="note">${off}</p>`}
<p><label for="webhookUrl">${zh ? '推送接口 https 网址(留空不发)' : 'Webhook, https (empty: none)'}</label><br><input id="webhookUrl" name="webhookUrl" type="url" maxlength="2000" value="${webhookUrl ?? ''}"></p>
<p><label for="timing">${zh ? '何时发送' : 'When'}</label> <select id="timing" name="timing">${option('immediate', zh ? '立即' : 'At once', timing === 'immediate')}${option('daily', zh ? '每天汇总一次' : 'One message a day', timing === 'daily')}</select>
<label for="digestHour">${zh ? '汇总时间' : 'Hour of the daily message'}</label> <select id="digestHour" name="digestHour">${Array.from({ length: 24 }, (_, hour) => option(String(hour), `${hour}:00`, hour === digestHour))}</select></p>
<p><label><input type="checkbox" name="digestOnRestDays" value="true"${digestOnRestDays && html` checked`}> ${zh ? '休息日也发汇总' : 'Daily message on rest days too'}</label></p>
<p><label for="language">${zh ? '语言' : 'Language'}</label> <select id="language" name="language">${option('zh-CN', '中文', language === 'zh-CN')}${option('en', 'English', language === 'en')}</select></p>
<p><label><input type="checkbox" name="renewSecret" value="true"> ${zh ? '更换推送接口的密钥' : 'A new secret for the webhook'}</label></p>
<p><button>${zh ? '保存' : 'Save'}</button></p></form></section>`;
}

function deadSection({ locale }: PageContext, dead: DeadItem[]): Html {
  const zh = locale === 'zh-CN';
  const heading = html`<h2 id="dead">${zh ? '未能送达(运维)' : 'Dead letters (operators)'}</h2>`;
  if (dead.length === 0) {
    return html`<section aria-labelledby="dead">${heading}<p>${zh ? '没有未送达的通知。' : 'There are none.'}</p></section>`;
  }
  return html`<section aria-labelledby="dead">${heading}
<div class="scroll" tabindex="0" role="region" aria-labelledby="dead"><table>
<thead><tr>${(zh ? ['收件人', '方式', '原因', '次数', '最后一次', '操作'] : ['Person', 'Channel', 'Why', 'Attempts', 'Last', 'Action']).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${dead.map(
    ({ id, person, channelText, target, stateText, troubleText, detail, attempts, attemptedAt }) => html`<tr>
<td>${person.name}</td><td>${channelText}<br><span class="note">${target}</span></td>
<td>${stateText}<br><span class="note">${troubleText} ${detail}</span></td><td>${attempts}</td><td>${attemptedAt && shortTime(attemptedAt)}</td>
<td><form method="post" action="${link(`/notices/dead/${id}/resend`, locale)}"><button aria-label="${zh ? `重新发送给${person.name}` : `Send again to ${person.name}`}">${zh ? '重新发送' : 'Send again'}</button></form></td></tr>`,
  )}</tbody></table></div></section>`;
}

/** `2026-11-24 10:00`: people read the minute. */
function shortTime(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
