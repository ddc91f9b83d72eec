import type { ItemList } from '../../api/items/items.ts';
import type { OrgRow } from '../../db/queries/orgs.ts';
import { stageWords } from '../../processes/kernel/everybody.ts';
import { withQuery } from '../frame/address.ts';
import { type PageContext, sayIn, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Choice } from '../parts/filters.tsx';
import { Empty } from '../parts/marks.tsx';
import { ItemCards } from './item-list.tsx';

export interface ItemsContent {
  list: ItemList;
  communities: readonly OrgRow[];
  asked: { org?: string | undefined; stage?: number | undefined; q?: string | undefined; ended?: boolean | undefined };
}

/** What goes on in the communities, for everybody. */
export function itemsPage(context: PageContext, { list, communities, asked }: ItemsContent): string {
  const t = wordsOf(context);
  const say = sayIn(context);
  return page(
    context,
    {
      title: t('居民事项', 'Items'),
      lead: t('居民提出的事办到哪一步,人人都能看。', 'Everybody can see how far a matter has come.'),
      width: 'wide',
    },
    <>
      <form method="get" action="/items" class="filters">
        <label class="filter">
          <span>{t('编号、标题或地点', 'Number, title or place')}</span>
          <input type="search" name="q" value={asked.q ?? ''} />
        </label>
        <Choice
          context={context}
          name="org"
          label={t('社区', 'Community')}
          any={t('全部社区', 'All communities')}
          options={communities.map(({ id, name }) => ({ value: id, text: name }))}
          chosen={asked.org}
        />
        <Choice
          context={context}
          name="stage"
          label={t('阶段', 'Stage')}
          any={t('全部', 'All')}
          options={([1, 2, 3, 4] as const).map((stage) => ({ value: String(stage), text: say(stageWords[stage]) }))}
          chosen={asked.stage === undefined ? undefined : String(asked.stage)}
        />
        <label class="filter">
          <span>{t('办理情况', 'Progress')}</span>
          <select name="ended">
            <option value="false" selected={asked.ended === false}>
              {t('正在办的', 'going on')}
            </option>
            <option value="true" selected={asked.ended === true}>
              {t('已结束的', 'ended')}
            </option>
            <option value="all" selected={asked.ended === undefined}>
              {t('全部', 'all')}
            </option>
          </select>
        </label>
        <button type="submit">{t('查看', 'Show')}</button>
      </form>
      {list.items.length > 0 ? (
        <ItemCards context={context} items={list.items} />
      ) : (
        <Empty>
          <p>{t('还没有这样的事项。', 'There is no such item yet.')}</p>
          <p>
            <a class="button main" href="/propose">
              {t('我要提案', 'Make a proposal')}
            </a>
          </p>
        </Empty>
      )}
      {list.next && (
        <p>
          <a class="button" rel="next" href={withQuery(context.path, { cursor: list.next })}>
            {t('更早的', 'Earlier ones')}
          </a>
        </p>
      )}
    </>,
  );
}
