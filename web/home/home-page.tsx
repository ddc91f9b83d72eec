import type { DemoPerson } from '../../api/identity/demo-people.ts';
import type { ItemLine } from '../../api/items/items.ts';
import type { Part } from '../../api/operation/parts.ts';
import type { OrgRow } from '../../db/queries/orgs.ts';
import { stageWords } from '../../processes/kernel/everybody.ts';
import { withQuery } from '../frame/address.ts';
import { langOf, type PageContext, sayIn, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { isWorker } from '../frame/roles.ts';
import { DemoPeopleList } from '../identity/demo-people.tsx';
import { ItemCards } from '../items/item-list.tsx';
import { Empty } from '../parts/marks.tsx';
import { PartsAway } from './parts-away.tsx';

export interface HomeContent {
  parts: Part[];
  /** null outside demo mode or while the database is away. */
  people: DemoPerson[] | null;
  communities: readonly OrgRow[];
  community: string | undefined;
  /** Newest first; null while the database is away. */
  items: readonly ItemLine[] | null;
}

/** The first page: what this is, what goes on, and where to go. */
export function homePage(context: PageContext, content: HomeContent): string {
  const t = wordsOf(context);
  const { parts, people } = content;
  return page(
    context,
    {
      title: t('社区的事,件件有回音', 'Every matter of the community comes full circle'),
      lead: t(
        '提出提案、制定方案、组织实施、日常监督:每一步谁办、几时办完都看得见,办过的记录谁也改不了。',
        'Propose, plan, carry out, supervise: everybody sees who acts next and by when, and nobody can rewrite what was done.',
      ),
      width: 'wide',
    },
    <>
      <PartsAway context={context} parts={parts} />
      <p class="bar">
        <a class="button main" href="/propose">
          {t('我要提案', 'Make a proposal')}
        </a>
        {isWorker(context.actor) && (
          <a class="button" href="/desk">
            {t('去工作台', 'To the desk')}
          </a>
        )}
        {context.actor && (
          <a class="button" href="/me">
            {t('我的事项', 'My matters')}
          </a>
        )}
        <a class="button" href="/help">
          {t('怎么办事', 'How it works')}
        </a>
      </p>
      {people && people.length > 0 && !context.actor && (
        <section aria-labelledby="people">
          <h2 id="people">{t('以谁的身份试试', 'Try it as')}</h2>
          <DemoPeopleList context={context} people={people} next="" />
        </section>
      )}
      <GoesOn context={context} content={content} />
      <div class="grid">
        <ReceiptBox context={context} />
        <section class="card" aria-labelledby="open">
          <h2 id="open">{t('公开信息', 'Public records')}</h2>
          <ul>
            <li>
              <a href="/registers">{t('公开登记簿', 'Public registers')}</a>
            </li>
            <li>
              <a href="/processes">{t('各类事项的规则', 'Rules of every kind of matter')}</a>
            </li>
            <li>
              <a href="/calendars">{t('放假与调休安排', 'Holidays and make-up working days')}</a>
            </li>
          </ul>
        </section>
      </div>
    </>,
  );
}

function GoesOn({ context, content }: { context: PageContext; content: HomeContent }) {
  const t = wordsOf(context);
  const say = sayIn(context);
  const { communities, community, items } = content;
  return (
    <section aria-labelledby="goes-on">
      <h2 id="goes-on">{t('正在办的事', 'What goes on')}</h2>
      {communities.length > 0 && (
        <form method="get" action="/" class="filters">
          <label class="filter">
            <span>{t('我的社区', 'My community')}</span>
            <select name="community">
              <option value="">{t('全部社区', 'All communities')}</option>
              {communities.map(({ id, name }) => (
                <option value={id} selected={id === community} lang={langOf(context, name)}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">{t('选定', 'Choose')}</button>
        </form>
      )}
      {items === null ? (
        <Empty>
          <p>{t('暂时看不到,稍后刷新。', 'Not to be seen just now; reload in a moment.')}</p>
        </Empty>
      ) : items.length === 0 ? (
        <Empty>
          <p>{t('还没有公开的事项。您可以提第一件。', 'There is no public item yet. Yours can be the first.')}</p>
        </Empty>
      ) : (
        <>
          {([1, 2, 3, 4] as const).map((stage) => {
            // An exercise is no news: what is real comes first.
            const found = items
              .filter((item) => item.stage === stage)
              .sort((one, other) => Number(one.drill) - Number(other.drill));
            if (found.length === 0) return null;
            return (
              <section aria-labelledby={`stage-${stage}`}>
                <h3 id={`stage-${stage}`} class="stage">
                  {say(stageWords[stage])}
                </h3>
                <ItemCards context={context} items={found.slice(0, 3)} level={4} />
                {found.length > 3 && (
                  <p>
                    <a href={withQuery('/items', { stage, org: community ?? null })}>
                      {t(`“${say(stageWords[stage])}”阶段的全部事项`, `All in “${say(stageWords[stage])}”`)}
                    </a>
                  </p>
                )}
              </section>
            );
          })}
          <p>
            <a href={withQuery('/items', { org: community ?? null })}>{t('全部居民事项', 'All items')}</a>
          </p>
        </>
      )}
    </section>
  );
}

function ReceiptBox({ context }: { context: PageContext }) {
  const t = wordsOf(context);
  return (
    <section class="card" aria-labelledby="receipt">
      <h2 id="receipt">{t('验回执', 'Check a receipt')}</h2>
      <form method="get" action="/receipts" class="filters">
        <label class="filter">
          <span>{t('回执号', 'Receipt')}</span>
          <input type="text" name="receipt" autocomplete="off" />
        </label>
        <button type="submit">{t('核验', 'Check')}</button>
      </form>
    </section>
  );
}
