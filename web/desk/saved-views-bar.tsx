import type { SavedView } from '../../api/views/saved-views.ts';
import type { ViewPage } from '../../api/views/view-query.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';

const ADDRESSES: Record<ViewPage, string> = { desk: '/desk', search: '/desk/search', board: '/board' };

/** Filters that were given a name: to open, to save the present one, to take away. */
export function SavedViewsBar({
  context,
  page,
  views,
  path,
}: {
  context: PageContext;
  page: ViewPage;
  views: readonly SavedView[];
  path: string;
}) {
  const t = wordsOf(context);
  const own = views.filter((view) => view.page === page);
  const query = path.split('?', 2)[1] ?? '';
  return (
    <details class="views">
      <summary>
        {t('常用筛选', 'Saved views')}
        {own.length > 0 && t(`(${own.length})`, ` (${own.length})`)}
      </summary>
      {own.length > 0 && (
        <ul>
          {own.map((view) => (
            <li class="bar">
              <a href={`${ADDRESSES[page]}?${view.query}`}>{view.name}</a>
              {view.stale && (
                <span class="note">
                  {t('(部分条件已不存在:', '(some filters no longer exist: ')}
                  {view.stale.join(', ')})
                </span>
              )}
              <form method="post" action={`/views/${view.id}/remove`}>
                <input type="hidden" name="back" value={path} />
                <button type="submit" class="quiet" aria-label={t(`删除“${view.name}”`, `Remove “${view.name}”`)}>
                  {t('删除', 'Remove')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/views" class="bar">
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="query" value={query} />
        <input type="hidden" name="back" value={path} />
        <label class="filter">
          <span>{t('把现在的筛选存为', 'Save the present filter as')}</span>
          <input type="text" name="name" required autocomplete="off" />
        </label>
        <button type="submit" class="small">
          {t('保存', 'Save')}
        </button>
      </form>
    </details>
  );
}
