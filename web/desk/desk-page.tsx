import type { CaseItem } from '../../api/cases/case-lines.ts';
import type { TaskItem } from '../../api/tasks/task-lines.ts';
import type { SavedView } from '../../api/views/saved-views.ts';
import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Choice, lightChoices, MoreFilters, orgChoices, processChoices } from '../parts/filters.tsx';
import { Empty, Notice } from '../parts/marks.tsx';
import { CaseTable } from './case-table.tsx';
import type { DeskQuery, Tab } from './inbox-query.ts';
import { SavedViewsBar } from './saved-views-bar.tsx';
import { TaskGroups } from './task-groups.tsx';

export interface DeskContent {
  query: DeskQuery;
  list:
    | { tasks: readonly TaskItem[]; count: number; capped: boolean; next: string | null }
    | { cases: readonly CaseItem[]; count: number; capped: boolean; next: string | null };
  views: readonly SavedView[];
}

/** The inbox: what is due first, with the act on the row. */
export function deskPage(context: PageContext, content: DeskContent): string {
  const t = wordsOf(context);
  const { query, list, views } = content;
  const titles = tabTitles(context);
  return page(
    context,
    { title: t('工作台', 'Desk'), width: 'wide', lead: context.offices },
    <div data-island="desk live" data-live-words={t('条新动态,刷新查看', 'new: reload')}>
      <nav aria-label={t('列表', 'Lists')}>
        <ul class="tabs">
          {(Object.keys(titles) as Tab[]).map((tab) => (
            <li>
              <a
                href={withQuery('/desk', { tab: tab === 'all' ? null : tab, drill: query.drill ? 'true' : null })}
                aria-current={tab === query.tab ? 'page' : undefined}
              >
                {titles[tab]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filters context={context} query={query} />
      <SavedViewsBar context={context} page="desk" views={views} path={context.path} />
      {query.unknown.length > 0 && (
        <Notice kind="warn" role="status">
          <p>
            {t('以下筛选条件已不存在,未采用:', 'These filters no longer exist and were left out: ')}
            {query.unknown.join(', ')}
          </p>
        </Notice>
      )}
      <p role="status" aria-live="polite">
        {list.capped
          ? t(`超过${list.count}件`, `More than ${list.count}`)
          : t(`共${list.count}件`, `${list.count} in all`)}
      </p>
      {'tasks' in list ? (
        list.tasks.length > 0 ? (
          <TaskGroups context={context} tasks={list.tasks} />
        ) : (
          <Nothing context={context} query={query} />
        )
      ) : list.cases.length > 0 ? (
        <CaseTable context={context} cases={list.cases} caption={titles[query.tab]} />
      ) : (
        <Nothing context={context} query={query} />
      )}
      {list.next && (
        <p>
          <a class="button" rel="next" href={withQuery(context.path, { cursor: list.next })}>
            {t('下一页', 'Next page')}
          </a>
        </p>
      )}
      <Keys context={context} />
    </div>,
  );
}

/** Shown by the key ? or the button; single keys can be switched off. */
function Keys({ context }: { context: PageContext }) {
  const t = wordsOf(context);
  return (
    <>
      <p>
        <button type="button" class="quiet" popovertarget="keys">
          {t('键盘快捷键', 'Keyboard shortcuts')}
        </button>
      </p>
      <div id="keys" popover="auto">
        <h2>{t('键盘快捷键', 'Keyboard shortcuts')}</h2>
        <dl class="facts">
          <dt>j k</dt>
          <dd>{t('下一件、上一件', 'next, previous')}</dd>
          <dt>Enter</dt>
          <dd>{t('办理', 'act')}</dd>
          <dt>x</dt>
          <dd>{t('勾选', 'tick')}</dd>
          <dt>/</dt>
          <dd>{t('查找', 'search')}</dd>
          <dt>?</dt>
          <dd>{t('本说明', 'this help')}</dd>
        </dl>
        <label class="filter tick">
          <input type="checkbox" id="keys-off" />
          <span>{t('关闭单键快捷键', 'Switch single keys off')}</span>
        </label>
      </div>
    </>
  );
}

export function tabTitles(context: PageContext): Record<Tab, string> {
  const t = wordsOf(context);
  return {
    all: t('待办', 'To do'),
    mine: t('待办·我的', 'Mine'),
    group: t('待办·本组', 'My group'),
    opened: t('我发起', 'Started by me'),
    copied: t('抄送我', 'Copied to me'),
    acted: t('已办', 'Done'),
    followed: t('关注', 'Followed'),
  };
}

function Filters({ context, query }: { context: PageContext; query: DeskQuery }) {
  const t = wordsOf(context);
  return (
    <form method="get" action="/desk" class="filters">
      {query.tab !== 'all' && <input type="hidden" name="tab" value={query.tab} />}
      <label class="filter">
        <span>{t('编号、标题或地点', 'Number, title or place')}</span>
        <input type="search" name="q" value={query.q ?? ''} />
      </label>
      <button type="submit">{t('筛选', 'Filter')}</button>
      <MoreFilters context={context} open={Boolean(query.process || query.org || query.light || query.drill)}>
        <Choice
          context={context}
          name="process"
          label={t('流程', 'Process')}
          any={t('全部', 'All')}
          options={processChoices(context)}
          chosen={query.process}
        />
        <Choice
          context={context}
          name="org"
          label={t('社区', 'Community')}
          any={t('全部', 'All')}
          options={orgChoices(context)}
          chosen={query.org}
        />
        <Choice
          context={context}
          name="light"
          label={t('灯', 'Light')}
          any={t('全部', 'All')}
          options={lightChoices(context)}
          chosen={query.light}
        />
        <label class="filter tick">
          <input type="checkbox" name="drill" value="true" checked={query.drill} />
          <span>{t('看演练', 'Drills')}</span>
        </label>
      </MoreFilters>
    </form>
  );
}

function Nothing({ context, query }: { context: PageContext; query: DeskQuery }) {
  const t = wordsOf(context);
  const narrowed = Boolean(query.process || query.org || query.light || query.q);
  return (
    <Empty>
      <p>
        {narrowed
          ? t('按这些条件没有找到。', 'Nothing fits these filters.')
          : query.drill
            ? t('没有演练事项在等您。', 'No drill waits for you.')
            : t('都办完了,现在没有在等您的事项。', 'All done: nothing waits for you.')}
      </p>
      <p>
        {narrowed ? (
          <a href={withQuery('/desk', { tab: query.tab === 'all' ? null : query.tab })}>
            {t('清除条件', 'Clear the filters')}
          </a>
        ) : (
          <>
            <a href="/desk/new">{t('发起一件', 'Start something')}</a>{' '}
            <a href="/desk/search">{t('查询全部事项', 'Search all cases')}</a>
            {!query.drill && (
              <>
                {' '}
                <a href={withQuery(context.path, { drill: 'true' })}>{t('看看演练', 'Look at the drills')}</a>
              </>
            )}
          </>
        )}
      </p>
    </Empty>
  );
}
