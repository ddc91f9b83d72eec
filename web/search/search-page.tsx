import type { CaseItem } from '../../api/cases/case-lines.ts';
import type { SavedView } from '../../api/views/saved-views.ts';
import { processOf } from '../../processes/index.ts';
import { CaseTable } from '../desk/case-table.tsx';
import { SavedViewsBar } from '../desk/saved-views-bar.tsx';
import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Choice, lightChoices, MoreFilters, orgChoices, processChoices } from '../parts/filters.tsx';
import { Empty, Notice } from '../parts/marks.tsx';
import type { SearchQuery } from './search-query.ts';

export interface SearchContent {
  query: SearchQuery;
  unknown: readonly string[];
  items: readonly CaseItem[];
  count: number;
  capped: boolean;
  next: string | null;
  views: readonly SavedView[];
}

/** Every case that a person may see, by whatever he knows of it. */
export function searchPage(context: PageContext, content: SearchContent): string {
  const t = wordsOf(context);
  const { items, count, capped, next, views, unknown } = content;
  const exported = (format: string) =>
    withQuery(context.path.replace(/^[^?]*/, '/api/cases/export'), { format, cursor: null });
  return page(
    context,
    { title: t('查询事项', 'Search'), width: 'wide' },
    <>
      <SearchForm context={context} query={content.query} />
      <SavedViewsBar context={context} page="search" views={views} path={context.path} />
      {unknown.length > 0 && (
        <Notice kind="warn" role="status">
          <p>
            {t('以下筛选条件已不存在,未采用:', 'These filters no longer exist and were left out: ')}
            {unknown.join(', ')}
          </p>
        </Notice>
      )}
      <p role="status" class="bar">
        <span>{capped ? t(`超过${count}件`, `More than ${count}`) : t(`找到${count}件`, `${count} found`)}</span>
        {items.length > 0 && (
          <>
            <a href={exported('xlsx')}>{t('导出 xlsx', 'Export xlsx')}</a>
            <a href={exported('csv')}>{t('导出 CSV', 'Export CSV')}</a>
          </>
        )}
      </p>
      {items.length > 0 ? (
        <CaseTable context={context} cases={items} caption={t('查询结果', 'Results')} />
      ) : (
        <Empty>
          <p>
            {t(
              '没有找到。可减少条件,或核对编号;编号的一部分也能查到。',
              'Nothing found. Use fewer conditions, or check the number; a part of it is enough.',
            )}
          </p>
        </Empty>
      )}
      {next && (
        <p>
          <a class="button" rel="next" href={withQuery(context.path, { cursor: next })}>
            {t('下一页', 'Next page')}
          </a>
        </p>
      )}
    </>,
  );
}

function SearchForm({ context, query }: { context: PageContext; query: SearchQuery }) {
  const t = wordsOf(context);
  const process = query.process === undefined ? undefined : processOf(query.process);
  const states = process
    ? Object.entries<{ title: string }>(process.texts[context.locale].states).map(([value, { title }]) => ({
        value,
        text: title,
      }))
    : [];
  const any = t('全部', 'All');
  return (
    <form method="get" action="/desk/search" class="filters">
      <label class="filter">
        <span>{t('编号、标题或地点', 'Number, title or place')}</span>
        <input type="search" name="q" value={query.q ?? ''} />
      </label>
      <Choice
        context={context}
        name="process"
        label={t('流程', 'Process')}
        any={any}
        options={processChoices(context)}
        chosen={query.process}
      />
      <button type="submit" class="main">
        {t('查询', 'Search')}
      </button>
      <MoreFilters
        context={context}
        open={Boolean(
          query.state || query.kind || query.light || query.org || query.from || query.to || query.drill !== undefined,
        )}
      >
        {states.length > 0 && (
          <Choice
            context={context}
            name="state"
            label={t('状态', 'State')}
            any={any}
            options={states}
            chosen={query.state}
          />
        )}
        <Choice
          context={context}
          name="kind"
          label={t('办理情况', 'Progress')}
          any={any}
          options={[
            { value: 'open', text: t('在办', 'going on') },
            { value: 'closed', text: t('已办结,仍在监督', 'done, still supervised') },
            { value: 'final', text: t('已结束', 'ended') },
          ]}
          chosen={query.kind}
        />
        <Choice
          context={context}
          name="light"
          label={t('灯', 'Light')}
          any={any}
          options={lightChoices(context)}
          chosen={query.light}
        />
        <Choice
          context={context}
          name="org"
          label={t('社区', 'Community')}
          any={any}
          options={orgChoices(context)}
          chosen={query.org}
        />
        <label class="filter">
          <span>{t('发起日期从', 'Opened from')}</span>
          <input type="date" name="from" value={query.from ?? ''} />
        </label>
        <label class="filter">
          <span>{t('到', 'to')}</span>
          <input type="date" name="to" value={query.to ?? ''} />
        </label>
        <Choice
          context={context}
          name="drill"
          label={t('演练', 'Drills')}
          any={t('都看', 'both')}
          options={[
            { value: 'false', text: t('不看演练', 'without drills') },
            { value: 'true', text: t('只看演练', 'drills only') },
          ]}
          chosen={query.drill === undefined ? undefined : String(query.drill)}
        />
        <Choice
          context={context}
          name="order"
          label={t('排序', 'Order')}
          any={t('新的在前', 'newest first')}
          options={[{ value: 'due', text: t('急的在前', 'most pressing first') }]}
          chosen={query.order}
        />
      </MoreFilters>
    </form>
  );
}
