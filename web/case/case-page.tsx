import type { ActForm } from '../acts/act-form.ts';
import { deskCase } from '../frame/address.ts';
import { langOf, orgName, type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { DrillTag, Light, Notice } from '../parts/marks.tsx';
import { Sections } from '../parts/sections.tsx';
import { Stages } from '../parts/stages.tsx';
import { dayWords } from '../parts/when.ts';
import { ActsCard } from './acts-card.tsx';
import type { CaseContent } from './case-content.ts';
import { DeadlinesCard } from './deadlines-card.tsx';
import { Done } from './done.tsx';
import { DrillClock } from './drill-clock.tsx';
import { GatesCard, LinksCard, PapersCard } from './side-cards.tsx';
import { TimelineCard } from './timeline-card.tsx';

export interface CasePageProps extends CaseContent {
  open: ActForm | null;
  /** Sequence number of what was just done. */
  did: number | null;
}

/** A case for those who work on it: the matter on the left, what can be done on the right, how it came about below. */
export function casePage(context: PageContext, content: CasePageProps): string {
  const t = wordsOf(context);
  const { view } = content;
  const base = deskCase(view.number);
  const closed = view.gates.filter(({ open }) => !open);
  return page(
    context,
    {
      title: view.title,
      width: 'wide',
      back: { href: '/desk', text: t('待办', 'Inbox') },
      lead: <Head context={context} content={content} />,
    },
    <>
      {content.did !== null && <Done context={context} content={content} seq={content.did} base={base} next="/desk" />}
      {view.drill && <DrillClock context={context} view={view} now={content.now} />}
      {content.hasStages && <Stages context={context} stage={view.stage} />}
      <Notice>
        <p>
          <strong>{view.stateText}</strong> · {view.next}
        </p>
        {view.tasks.length > 0 && (
          <p>
            {t('现在轮到:', 'Waiting for: ')}
            {view.tasks.map(({ who, title }) => `${who}(${title})`).join(t('、', ', '))}
          </p>
        )}
        {closed.length > 0 && (
          <p>
            <a class="missing" href="#gates">
              {t('× 未开的关:', '× Gates that are closed: ')}
              {closed.map(({ title }) => title).join(t('、', ', '))}
            </a>
          </p>
        )}
      </Notice>
      <div class="split">
        <aside aria-label={t('办理', 'Acting')}>
          <ActsCard context={context} view={view} base={base} open={content.open} ledger={content.ledger} />
          <DeadlinesCard context={context} deadlines={view.deadlines} past={view.pastDeadlines} />
          <PapersCard context={context} papers={content.papers} />
          <LinksCard context={context} links={view.links} />
        </aside>
        <div>
          <Sections context={context} sections={view.sections} caseHref={(id) => `/cases/${id}`} />
          <GatesCard context={context} gates={view.gates} />
        </div>
      </div>
      <TimelineCard context={context} ledger={content.ledger} />
      <section class="card no-print" aria-labelledby="diagram">
        <h2 id="diagram">{t('所处环节', 'Place in the loop')}</h2>
        <details>
          <summary>{t('看流程图', 'Show the diagram')}</summary>
          <section
            class="diagram"
            tabIndex={0}
            aria-labelledby="diagram"
            data-island="diagram"
            // The drawing is made and escaped by our own code.
            dangerouslySetInnerHTML={{ __html: content.diagram }}
          />
        </details>
        <p>
          <a href={`/processes/${view.process}`}>
            {t(`“${content.processTitle}”的规则`, `The rules of ${content.processTitle}`)}
          </a>
        </p>
      </section>
    </>,
  );
}

function Head({ context, content }: { context: PageContext; content: CasePageProps }) {
  const t = wordsOf(context);
  const { view, followed, processTitle } = content;
  const base = deskCase(view.number);
  return (
    <>
      <p>
        <span class="fixed" lang={langOf(context, view.number)}>
          {view.number}
        </span>{' '}
        · {processTitle} · <span lang={langOf(context, orgName(context, view.org))}>{orgName(context, view.org)}</span>{' '}
        · {t(`${dayWords(view.openedAt, context.locale)}发起`, `opened ${dayWords(view.openedAt, context.locale)}`)}{' '}
        <Light light={view.light} text={view.lightText} /> {view.drill && <DrillTag context={context} />}
      </p>
      <form method="post" action={`${base}/follow`} class="bar no-print">
        <input type="hidden" name="follow" value={followed ? 'no' : 'yes'} />
        <button type="submit" class="small">
          {followed ? t('★ 已关注,取消', '★ Following: stop') : t('☆ 关注', '☆ Follow')}
        </button>
        <a class="button small" href={`/receipts/${view.receipt}`}>
          {t('最新回执', 'Latest receipt')}
        </a>
        <span data-island="print" data-props={t('打印', 'Print')} />
      </form>
    </>
  );
}
