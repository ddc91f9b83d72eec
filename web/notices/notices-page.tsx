import type { NoticeItem } from '../../api/notices/notice-lines.ts';
import { withQuery } from '../frame/address.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Empty } from '../parts/marks.tsx';
import { NoticeRow } from './notice-row.tsx';

export interface NoticesContent {
  items: readonly NoticeItem[];
  unread: number;
  next: string | null;
  onlyUnread: boolean;
  /** The newest notices are on this page. */
  isFirst: boolean;
}

/** News of one's cases, newest first. */
export function noticesPage(context: PageContext, content: NoticesContent): string {
  const t = wordsOf(context);
  const { items, unread, next, onlyUnread, isFirst } = content;
  const newest = items[0];
  return page(
    context,
    {
      title: t('通知', 'Notices'),
      lead: (
        <span role="status">
          {unread > 0 ? t(`${unread}条未读`, `${unread} unread`) : t('全部已读', 'Everything is read')}
        </span>
      ),
    },
    <>
      <nav aria-label={t('筛选', 'Filter')}>
        <ul class="tabs">
          <li>
            <a href="/notices" aria-current={onlyUnread ? undefined : 'page'}>
              {t('全部', 'All')}
            </a>
          </li>
          <li>
            <a href="/notices?unread=true" aria-current={onlyUnread ? 'page' : undefined}>
              {t('未读', 'Unread')}
              {unread > 0 && <span class="count">{unread}</span>}
            </a>
          </li>
        </ul>
      </nav>
      <div class="bar">
        {isFirst && newest && unread > 0 && (
          <form method="post" action="/notices/read-all" data-island="once">
            {/* What came while one was reading stays unread. */}
            <input type="hidden" name="upTo" value={newest.id} />
            <input type="hidden" name="back" value={`${context.path}#content`} />
            <button type="submit">{t('全部标为已读', 'Mark all as read')}</button>
          </form>
        )}
        <a href="/me/preferences">{t('用邮件或接口接收', 'Get them by e-mail or webhook')}</a>
      </div>
      {items.length === 0 ? (
        <Nothing context={context} onlyUnread={onlyUnread} isFirst={isFirst} />
      ) : (
        <ol class="notices">
          {items.map((notice, index) => (
            <NoticeRow context={context} notice={notice} near={nearAfter(items, index, onlyUnread)} />
          ))}
        </ol>
      )}
      <p class="bar">
        {!isFirst && (
          <a class="button" href={withQuery(context.path, { cursor: null })}>
            {t('回到最新', 'Newest')}
          </a>
        )}
        {next && (
          <a class="button" rel="next" href={withQuery(context.path, { cursor: next })}>
            {t('更早的通知', 'Older notices')}
          </a>
        )}
      </p>
    </>,
  );
}

/** Where the eye is after a notice was marked: at the same one, or at the next where it has left the list. */
function nearAfter(items: readonly NoticeItem[], index: number, leaves: boolean): string {
  const near = leaves ? (items[index + 1] ?? items[index - 1]) : items[index];
  return near ? `notice-${near.id}` : 'content';
}

function Nothing({ context, onlyUnread, isFirst }: { context: PageContext; onlyUnread: boolean; isFirst: boolean }) {
  const t = wordsOf(context);
  if (!isFirst) return <Empty>{t('没有更早的通知了。', 'There are no older notices.')}</Empty>;
  return (
    <Empty>
      <p>
        {onlyUnread
          ? t('没有未读的通知。', 'No unread notices.')
          : t(
              '还没有通知。与您有关的事项有进展时,会出现在这里。',
              'No notices yet. News of what concerns you will appear here.',
            )}
      </p>
      <p>
        {onlyUnread ? (
          <a href="/notices">{t('看全部通知', 'See all notices')}</a>
        ) : (
          <a href="/items">{t('看看社区的事,关注一件', 'Look at what goes on and follow something')}</a>
        )}
      </p>
    </Empty>
  );
}
