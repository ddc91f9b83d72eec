import type { Locale } from '../../processes/kernel/text.ts';
import { say } from '../../processes/kernel/text.ts';
import { type Html, html } from '../pages/html.ts';
import { layout, link, type PageContext } from '../pages/layout.ts';
import type { CalendarDetail, CalendarItem, ImpactView, RollOutView } from './calendar-view.ts';

export interface CalendarsContent {
  items: CalendarItem[];
  details: CalendarDetail[];
  mayConfirm: boolean;
}

/** All years, the newest first, and above them whatever is under way. */
export function calendarsPage(context: PageContext, { items, details, mayConfirm }: CalendarsContent): string {
  const zh = context.locale === 'zh-CN';
  const heads = zh
    ? ['年份', '状态', '文号', '放假', '调休上班', '版本']
    : ['Year', 'State', 'Notice', 'Days off', 'Make-up working days', 'Versions'];
  return layout(
    context,
    zh ? '放假安排' : 'Holiday tables',
    html`${details.map((detail) => underWay(context.locale, detail, mayConfirm))}
<section aria-labelledby="years"><h2 id="years">${zh ? '各年' : 'Years'}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="years"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${[...items].reverse().map((item) => row(context.locale, item))}</tbody></table></div></section>`,
  );
}

function row(locale: Locale, item: CalendarItem): Html {
  const zh = locale === 'zh-CN';
  const missing = zh ? '○ 未发布或未录入,涉及日期为暂定' : '○ not loaded: dates that need it are provisional';
  const unsourced = zh ? '无通知原文' : 'no notice at hand';
  return html`<tr><th scope="row">${item.year}</th>
<td>${item.provisional ? missing : zh ? '● 现行' : '● in force'}</td>
<td>${item.notice ? html`<a href="${item.notice.source}">${item.notice.number}</a>` : item.provisional ? '—' : unsourced}</td>
<td>${item.holidays.map(({ name, from, to }) => html`<span class="whole">${say(name, locale)} ${from.slice(5)}–${to.slice(5)}</span> `)}</td>
<td>${item.makeUpWorkdays.map((date) => html`<span class="whole">${date.slice(5)}</span> `)}</td>
<td>${item.versions.map(({ version, status }) => html`<span class="whole">v${version} ${statusWords[status][zh ? 'zh' : 'en']}</span> `)}</td></tr>`;
}

const statusWords = {
  draft: { zh: '待放行', en: 'draft' },
  replaced: { zh: '已被取代', en: 'replaced' },
  confirmed: { zh: '已放行', en: 'confirmed' },
} as const;

function underWay(locale: Locale, detail: CalendarDetail, mayConfirm: boolean): Html | null {
  const { year, draft, rollOut } = detail;
  if (!draft && !rollOut) return null;
  const heading = `year-${year}`;
  return html`<section aria-labelledby="${heading}"><h2 id="${heading}">${year}</h2>
${draft && draftPart(locale, draft, mayConfirm)}${rollOut && rollOutPart(locale, rollOut)}</section>`;
}

function draftPart(locale: Locale, draft: NonNullable<CalendarDetail['draft']>, mayConfirm: boolean): Html {
  const zh = locale === 'zh-CN';
  const { year, version, notice, preview } = draft;
  const words = zh
    ? `第${version}版草稿(${notice?.number ?? ''})等待录入人以外的人放行。`
    : `Draft version ${version} (${notice?.number ?? ''}) waits for another person to confirm it.`;
  return html`<p>${words}</p>${preview && impactPart(locale, preview)}
${mayConfirm && html`<form method="post" action="${link(`/calendars/${year}/confirm`, locale)}"><input type="hidden" name="version" value="${version}"><button>${zh ? `放行第${version}版` : `Confirm version ${version}`}</button></form>`}`;
}

function impactPart(locale: Locale, impact: ImpactView): Html {
  const zh = locale === 'zh-CN';
  const least = impact.complete ? '' : zh ? '至少' : 'at least ';
  const words = zh
    ? `将移动${least}${impact.movedCases}件事项的${impact.movedDeadlines}项期限,另有${impact.firmedDeadlines}项由暂定转为确定。`
    : `It would move ${least}${impact.movedDeadlines} deadlines of ${impact.movedCases} cases and make ${impact.firmedDeadlines} more certain.`;
  return html`<p>${words}</p><ul>${impact.examples.map(
    (one) =>
      html`<li><a href="${link(`/cases/${one.caseId}`, locale)}">${one.number}</a> ${one.deadlineText}:${one.fromDueDate ?? '—'} → ${one.toDueDate ?? '—'}</li>`,
  )}</ul>`;
}

/** The bar carries its figures as text too; the page is loaded again by hand, as it holds no script. */
function rollOutPart(locale: Locale, rollOut: RollOutView): Html {
  const zh = locale === 'zh-CN';
  const { version, done, total, allDone, allTotal, movedDeadlines, firmedDeadlines, peopleTold, failed } = rollOut;
  const states = zh
    ? { ordered: '等待推行', running: '推行中', done: '已推行' }
    : { ordered: 'waiting to begin', running: 'under way', done: 'done' };
  const progress = zh ? `有关事项 ${done} / ${total}` : `${done} of ${total} cases that it touches`;
  const figures = zh
    ? `移动${movedDeadlines}项期限,${firmedDeadlines}项转为确定;已通知${peopleTold}人;全部在办事项 ${allDone} / ${allTotal}。`
    : `${movedDeadlines} deadlines moved, ${firmedDeadlines} made certain; ${peopleTold} people told; ${allDone} of ${allTotal} open cases.`;
  const trouble = zh
    ? `✘ ${failed}件未能告知,请运维处理。`
    : `✘ ${failed} cases could not be told; an operator must look.`;
  return html`<p>v${version} ${states[rollOut.state]} <progress max="${Math.max(1, total)}" value="${total === 0 ? 1 : done}" aria-label="${progress}"></progress> ${progress}</p>
<p class="note">${figures}</p>${failed > 0 && html`<p class="missing">${trouble}</p>`}`;
}
