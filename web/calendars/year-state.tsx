import type { CalendarItem } from '../../api/calendars/calendar-view.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';

/** Whether the table of a year is in force, waits to be confirmed, or is missing; `plain` says only what is out of order. */
export function YearState({
  context,
  item,
  plain = false,
}: {
  context: PageContext;
  item: CalendarItem;
  plain?: boolean;
}) {
  const t = wordsOf(context);
  const draft = item.versions.find(({ status }) => status === 'draft');
  return (
    <>
      {item.provisional ? (
        <span class="light yellow">{t('○ 通知未发布或未录入,日期暂定', '○ no notice yet: dates are provisional')}</span>
      ) : (
        !plain && (
          <span class="light green">{t(`● 第${item.version}版现行`, `● version ${item.version} in force`)}</span>
        )
      )}{' '}
      {draft && (
        <span class="light yellow">
          {t(`◐ 第${draft.version}版待放行`, `◐ version ${draft.version} waits to be confirmed`)}
        </span>
      )}
    </>
  );
}

/** The notice that a year rests on. */
export function NoticeLink({
  context,
  item,
}: {
  context: PageContext;
  item: Pick<CalendarItem, 'notice' | 'provisional'>;
}) {
  const t = wordsOf(context);
  if (item.notice) {
    return (
      <a href={item.notice.source} lang="zh-CN" title={item.notice.title}>
        {item.notice.number}
      </a>
    );
  }
  return item.provisional ? null : <span>{t('未附通知原文', 'no notice at hand')}</span>;
}
