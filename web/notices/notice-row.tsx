import type { NoticeItem } from '../../api/notices/notice-lines.ts';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { DrillTag } from '../parts/marks.tsx';
import { instantWords } from '../parts/when.ts';

/** One notice: what it says, of which case, when, and whether it was read. */
export function NoticeRow({ context, notice, near }: { context: PageContext; notice: NoticeItem; near: string }) {
  const t = wordsOf(context);
  const { id, text, drill, automatic, sentAt, readAt, deliveries } = notice;
  const isNew = readAt === null;
  const more = [
    instantWords(sentAt, context.locale),
    ...(automatic ? [t('系统自动', 'by the system')] : []),
    ...deliveries.map(({ channelText, stateText }) => `${channelText}${t(':', ': ')}${stateText}`),
  ];
  return (
    <li id={`notice-${id}`} tabIndex={-1} class={isNew ? 'unread' : undefined}>
      <div>
        <p class="notice-text">
          {isNew && <span class="tag new">{t('未读', 'Unread')}</span>} {drill && <DrillTag context={context} />} {text}
        </p>
        {notice.case && (
          <p>
            <a href={`/cases/${encodeURIComponent(notice.case.id)}`} lang={langOf(context, notice.case.title)}>
              {notice.case.title || t('打开事项', 'Open the case')}
            </a>{' '}
            <span class="note fixed" lang={langOf(context, notice.case.number)}>
              {notice.case.number}
            </span>
          </p>
        )}
        <p class="note">
          {more.join(' · ')}
          {readAt !== null && t(` · ${instantWords(readAt, 'zh-CN')}已读`, ` · read ${instantWords(readAt, 'en')}`)}
        </p>
      </div>
      {isNew && (
        <form method="post" action={`/notices/${id}/read`}>
          <input type="hidden" name="back" value={`${context.path}#${near}`} />
          <button type="submit" class="small">
            {t('标为已读', 'Mark as read')}
            <span class="visually-hidden">{t(`:${text}`, `: ${text}`)}</span>
          </button>
        </form>
      )}
    </li>
  );
}
