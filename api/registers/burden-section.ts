import type { Locale } from '../../processes/kernel/text.ts';
import { type Html, html } from '../pages/html.ts';
import type { BurdenMonth } from './burden.ts';
import { cellText, registerWords } from './register-words.ts';

/** Hours a month as bars, each with its figures beside it, so that nothing hangs on a length or a colour. */
export function burdenSection(locale: Locale, months: readonly BurdenMonth[], ceiling: number | null): Html {
  const zh = locale === 'zh-CN';
  const longest = Math.max(1, ceiling ?? 0, ...months.map(({ hours }) => hours));
  const heads = zh ? ['月份', '小时', '比上月', '来源'] : ['Month', 'Hours', 'Against the month before', 'Sources'];
  const words = registerWords('burden', locale);
  const rows = months.map((month) => {
    const hours = zh ? `${month.hours}小时` : `${month.hours} h`;
    return html`<tr><th scope="row" class="fixed">${month.month}</th>
<td class="fixed"><progress max="${longest}" value="${month.hours}" aria-label="${month.month} ${hours}"></progress> ${hours}
${month.overCeiling && html`<br><span class="missing">${zh ? '✘ 超过上限' : '✘ over the ceiling'}</span>`}</td>
<td class="fixed">${signed(month.againstMonthBefore.hours)}</td>
<td>${month.bySource.map(({ name, hours: part }) => html`<span class="whole">${cellText(words, 'source', name, locale)} ${part}</span> `)}</td></tr>`;
  });
  return html`<section aria-labelledby="burden"><h2 id="burden">${zh ? '每月负担' : 'Hours a month'}</h2>
<p>${ceilingWords(zh, ceiling)}</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="burden"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function ceilingWords(zh: boolean, ceiling: number | null): string {
  if (ceiling === null) return zh ? '未设上限。' : 'No ceiling is set.';
  return zh ? `上限为每月${ceiling}小时。` : `The ceiling is ${ceiling} hours a month.`;
}

/** With a true minus sign, and a plus sign that says that it is a difference. */
function signed(hours: number): string {
  if (hours === 0) return '0';
  return hours > 0 ? `+${hours}` : `\u2212${Math.abs(hours)}`;
}
