import type { LedgerItem } from '../../api/cases/ledger-lines.ts';
import type { ItemView } from '../../processes/kernel/everybody.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import type { ActForm } from '../acts/act-form.ts';
import { ActsCard } from '../case/acts-card.tsx';
import type { CaseContent } from '../case/case-content.ts';
import { Done } from '../case/done.tsx';
import { TimelineCard } from '../case/timeline-card.tsx';
import { deskCase, publicItem, withQuery } from '../frame/address.ts';
import { langOf, orgName, type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { DrillTag, Notice } from '../parts/marks.tsx';
import { Sections } from '../parts/sections.tsx';
import { Stages } from '../parts/stages.tsx';
import { dayWords } from '../parts/when.ts';
import { Support, untilWords } from './item-list.tsx';

export interface ItemContent {
  /** As everybody sees it; null for what is not public, such as one's own draft. */
  item: ItemView | null;
  /** As the person sees it who is signed in and may. */
  own: CaseContent | null;
  open: ActForm | null;
  did: number | null;
}

/** One matter for everybody, and what the person who is signed in can do about it. */
export function itemPage(context: PageContext, content: ItemContent): string {
  const t = wordsOf(context);
  const { item, own, open, did } = content;
  const shown = shownOf(item, own?.view ?? null);
  const base = publicItem(shown.number.replace(/-R\d+$/, ''));
  return page(
    context,
    {
      title: shown.title,
      width: 'wide',
      back: { href: '/items', text: t('居民事项', 'Items') },
      lead: (
        <p>
          <span lang={langOf(context, shown.number)}>
            <span class="fixed">{shown.number}</span> · {orgName(context, shown.org)}
            {item?.place && ` · ${item.place}`}
          </span>{' '}
          · {t(`${dayWords(shown.openedAt, context.locale)}提出`, `opened ${dayWords(shown.openedAt, context.locale)}`)}{' '}
          {shown.drill && <DrillTag context={context} />}
        </p>
      ),
    },
    <>
      {did !== null && own && <Done context={context} content={own} seq={did} base={base} next="/me" />}
      <Stages context={context} stage={shown.stage} />
      <Notice>
        <p>
          <strong>{shown.stands}</strong>
        </p>
        {item?.next && (
          <p>
            {t('下一步:', 'Next: ')}
            {item.next.text}
            {item.next.until && ` ${untilWords(item.next.until, context.locale)}`}
            {item.next.remaining && ` · ${item.next.remaining}`}
          </p>
        )}
      </Notice>
      {item && <Support context={context} item={item} />}
      <div class="split">
        <aside aria-label={t('参与', 'Take part')}>
          <TakePart context={context} base={base} own={own} open={open} />
          {own && <FollowCard context={context} own={own} base={base} />}
        </aside>
        <div>
          <Sections context={context} sections={shown.sections} caseHref={(id) => `/cases/${id}`} />
        </div>
      </div>
      {own && <TimelineCard context={context} ledger={own.ledger as LedgerItem[]} />}
      {own?.isStaff && (
        <p>
          <a href={deskCase(shown.number)}>{t('到工作台办理', 'Open it on the desk')}</a>
        </p>
      )}
    </>,
  );
}

function shownOf(item: ItemView | null, view: CaseView | null) {
  if (item) return { ...item, stands: item.standsText };
  if (view) return { ...view, stands: `${view.stateText} · ${view.next}` };
  throw new Error('Broken invariant: an item is public or somebody’s own');
}

function TakePart({
  context,
  base,
  own,
  open,
}: {
  context: PageContext;
  base: string;
  own: CaseContent | null;
  open: ActForm | null;
}) {
  const t = wordsOf(context);
  if (own) return <ActsCard context={context} view={own.view} base={base} open={open} ledger={own.ledger} />;
  return (
    <section class="card" aria-labelledby="acts">
      <h2 id="acts">{t('我要参与', 'Take part')}</h2>
      {context.actor ? (
        <p>{t('本社区的居民可以参与这件事。', 'Residents of this community can take part.')}</p>
      ) : (
        <>
          <p>
            {t(
              '本社区居民登录后可以附议、提意见、评价。',
              'Residents of this community can co-sign, give an opinion and evaluate.',
            )}
          </p>
          <p>
            <a class="button main" href={withQuery('/sign-in', { next: base })}>
              {t('登录', 'Sign in')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function FollowCard({ context, own, base }: { context: PageContext; own: CaseContent; base: string }) {
  const t = wordsOf(context);
  return (
    <form method="post" action={`${base}/follow`} class="bar no-print">
      <input type="hidden" name="follow" value={own.followed ? 'no' : 'yes'} />
      <button type="submit" class="small">
        {own.followed ? t('★ 已关注,取消', '★ Following: stop') : t('☆ 关注', '☆ Follow')}
      </button>
    </form>
  );
}
