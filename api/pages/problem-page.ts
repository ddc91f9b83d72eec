import type { Locale } from '../../processes/kernel/text.ts';
import type { ProblemDocument } from '../problems/document.ts';
import { html } from './html.ts';
import { layout, link } from './layout.ts';

/** A problem for somebody who reads it in a browser: what is wrong, and the way on. */
export function problemPage(document: ProblemDocument, locale: Locale, path: string): string {
  const zh = locale === 'zh-CN';
  const faults =
    document.errors &&
    html`<ul>${document.errors.map(({ pointer, detail }) => html`<li><code>${pointer}</code> ${detail}</li>`)}</ul>`;
  return layout(
    { locale, path, demo: false, person: null },
    document.title,
    html`<p>${document.detail}</p>${faults}<p><a href="${link('/', locale)}">${zh ? '回到首页' : 'Back to the first page'}</a></p><p class="note"><code>${document.code}</code></p>`,
  );
}
