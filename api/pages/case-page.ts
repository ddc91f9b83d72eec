import type { GateLine } from '../../processes/kernel/define-process.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import { say } from '../../processes/kernel/text.ts';
import type { LedgerItem } from '../cases/ledger-lines.ts';
import type { PaperItem } from '../papers/papers.ts';
import { type Html, html } from './html.ts';
import { layout, lightMark, link, minuteOf, type PageContext } from './layout.ts';
import { sourceWords } from './source-words.ts';

export interface CaseContent {
  view: CaseView;
  processTitle: string;
  orgName: string;
  /** What happens next and who acts, as the process says it. */
  next: string;
  gates: readonly GateLine[];
  papers: PaperItem[];
  ledger: LedgerItem[];
  diagram: Html;
}

/** One case to read: state, clocks with their reasons, ledger, receipt. */
export function casePage(context: PageContext, content: CaseContent): string {
  const { locale } = context;
  const zh = locale === 'zh-CN';
  const { view } = content;
  return layout(
    context,
    view.title,
    html`<section><h2>${zh ? '当前情况' : 'Where it stands'}</h2>
<dl>
<dt>${zh ? '编号' : 'Number'}</dt><dd>${view.number}${view.drill && (zh ? '(演练)' : ' (drill)')}</dd>
<dt>${zh ? '流程' : 'Process'}</dt><dd><a href="${link(`/processes/${view.process}`, locale)}">${content.processTitle}</a></dd>
<dt>${zh ? '单位' : 'Organisation'}</dt><dd>${content.orgName}</dd>
<dt>${zh ? '状态' : 'State'}</dt><dd>${view.stateText} ${lightMark(view.light, view.lightText)}</dd>
<dt>${zh ? '下一步' : 'Next'}</dt><dd>${content.next}</dd>
<dt>${zh ? '您可办理' : 'You may'}</dt><dd>${
      view.commands.length > 0
        ? view.commands.map(({ title }) => title).join(zh ? '、' : ', ')
        : zh
          ? '目前没有需要您办理的操作'
          : 'There is nothing for you to do now'
    }</dd>
<dt>${zh ? '回执' : 'Receipt'}</dt><dd><a href="${link(`/receipts/${view.receipt}`, locale)}"><code>${view.receipt}</code></a></dd>
</dl></section>
${content.gates.length > 0 && gatesSection(context, content.gates)}
${content.papers.length > 0 && papersSection(context, content.papers)}
${deadlinesSection(context, view)}
${ledgerSection(context, content.ledger)}
<section aria-labelledby="diagram"><h2 id="diagram">${zh ? '所处环节' : 'Place in the loop'}</h2>
<div class="diagram" tabindex="0" role="region" aria-labelledby="diagram">${content.diagram}</div></section>`,
  );
}

/** What is open and what is closed, each with its reason; closed ones come first, because they are what is looked for. */
function gatesSection({ locale }: PageContext, gates: readonly GateLine[]): Html {
  const zh = locale === 'zh-CN';
  const lines = [...gates].sort((one, other) => Number(one.open) - Number(other.open));
  const mark = ({ open }: GateLine) =>
    html`<span class="whole ${open ? 'ok' : 'missing'}">${open ? (zh ? '✔ 已开' : '✔ open') : zh ? '✘ 未开' : '✘ closed'}</span>`;
  return html`<section aria-labelledby="gates"><h2 id="gates">${zh ? '关口' : 'Gates'}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="gates"><table>
<thead><tr>${(zh ? ['关口', '结果', '原因'] : ['Gate', 'Result', 'Why']).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${lines.map(
    (line) =>
      html`<tr><th scope="row">${say(line.title, locale)}</th><td>${mark(line)}</td><td>${line.text ? say(line.text, locale) : '—'}</td></tr>`,
  )}</tbody></table></div></section>`;
}

/** Papers are in Chinese whatever the language of the page, and say so. */
function papersSection({ locale }: PageContext, papers: PaperItem[]): Html {
  const zh = locale === 'zh-CN';
  return html`<section aria-labelledby="papers"><h2 id="papers">${zh ? '文书' : 'Papers'}</h2>
<ul>${papers.map(
    ({ title, number, date, url }) =>
      html`<li><a href="${url}" type="application/pdf" hreflang="zh-CN" lang="zh-CN">${title}</a> ${number} <span class="whole">${date}</span> <span class="note">${zh ? 'PDF' : 'PDF, in Chinese'}</span></li>`,
  )}</ul></section>`;
}

function deadlinesSection({ locale }: PageContext, view: CaseView): Html {
  const zh = locale === 'zh-CN';
  if (view.deadlines.length === 0) {
    return html`<section><h2>${zh ? '期限' : 'Deadlines'}</h2><p>${zh ? '目前没有在走的期限。' : 'No clock is running.'}</p></section>`;
  }
  return html`<section aria-labelledby="deadlines"><h2 id="deadlines">${zh ? '期限' : 'Deadlines'}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="deadlines"><table>
<thead><tr>${(zh ? ['期限', '到期', '灯', '剩余', '怎样算出', '依据'] : ['Deadline', 'Due', 'Light', 'Left', 'How it was counted', 'Source']).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${view.deadlines.map(
    (deadline) => html`<tr><th scope="row">${deadline.title}</th>
<td class="fixed">${deadline.dueDate ?? minuteOf(deadline.dueAt)}${deadline.provisional && (zh ? '(暂定)' : ' (provisional)')}</td>
<td>${lightMark(deadline.light, deadline.lightText)}</td><td>${deadline.remaining}</td><td>${deadline.explanation}</td><td>${sourceWords(deadline.source, locale)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function ledgerSection({ locale }: PageContext, ledger: LedgerItem[]): Html {
  const zh = locale === 'zh-CN';
  return html`<section aria-labelledby="ledger"><h2 id="ledger">${zh ? '办理记录' : 'Ledger'}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="ledger"><table>
<thead><tr>${(zh ? ['序', '时间', '内容', '哈希'] : ['No.', 'Time', 'What', 'Hash']).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${ledger.map(
    (line) => html`<tr><td>${line.position}</td><td class="fixed">${minuteOf(line.at)}</td>
<td class="${line.inForce ? '' : 'void'}">${line.text}${line.automatic && html` <span class="note">${zh ? '(系统)' : '(system)'}</span>`}${!line.inForce && html` <span class="note">${zh ? '(未生效)' : '(void)'}</span>`}</td>
<td><a href="${link(`/receipts/${line.hash}`, locale)}"><code>${line.hash.slice(0, 12)}…</code></a></td></tr>`,
  )}</tbody></table></div></section>`;
}
