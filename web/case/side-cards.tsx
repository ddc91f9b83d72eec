import type { PaperItem } from '../../api/papers/papers.ts';
import type { CaseView, GateView } from '../../processes/kernel/present.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { Table } from '../parts/table.tsx';
import { dayWords } from '../parts/when.ts';

/** What is open and what is closed, each with its reason; closed ones come first, because they are what is looked for. */
export function GatesCard({ context, gates }: { context: PageContext; gates: readonly GateView[] }) {
  const t = wordsOf(context);
  if (gates.length === 0) return null;
  const lines = [...gates].sort((one, other) => Number(one.open) - Number(other.open));
  const title = t('六道关', 'Gates');
  return (
    <section class="card" aria-labelledby="gates">
      <h2 id="gates">{title}</h2>
      <Table
        caption={title}
        hideCaption
        columns={[{ title }, { title: t('结果', 'Result') }, { title: t('原因', 'Why'), kind: 'text' }]}
        rows={lines.map((gate) => [
          gate.title,
          <span class={`fixed ${gate.open ? 'ok' : 'missing'}`}>
            {gate.open ? t('✓ 已开', '✓ open') : t('× 未开', '× closed')}
          </span>,
          gate.text ?? '—',
        ])}
      />
    </section>
  );
}

/** Papers are in Chinese whatever the language of the page, and say so. */
export function PapersCard({ context, papers }: { context: PageContext; papers: readonly PaperItem[] }) {
  const t = wordsOf(context);
  if (papers.length === 0) return null;
  return (
    <section class="card" aria-labelledby="papers">
      <h2 id="papers">{t('文书', 'Papers')}</h2>
      <ul>
        {papers.map(({ title, number, date, url }) => (
          <li>
            <a href={url} type="application/pdf" hreflang="zh-CN" lang="zh-CN">
              {title}
            </a>{' '}
            {number} · {dayWords(date, context.locale)} <span class="note">{t('PDF', 'PDF, in Chinese')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Cases that belong to this one. */
export function LinksCard({ context, links }: { context: PageContext; links: CaseView['links'] }) {
  const t = wordsOf(context);
  if (links.length === 0) return null;
  return (
    <section class="card" aria-labelledby="links">
      <h2 id="links">{t('关联事项', 'Linked cases')}</h2>
      <ul>
        {links.map(({ caseId, number, relationText }) => (
          <li>
            {relationText}{' '}
            <a href={`/cases/${caseId}`} lang={langOf(context, number)}>
              {number}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
