import type { CalendarDetail, CalendarItem } from '../../api/calendars/calendar-view.ts';
import { mayChangeCalendars } from '../../api/calendars/calendars.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { Notice } from '../parts/marks.tsx';
import { todayInBeijing } from '../parts/when.ts';
import { DaysOff, MakeUpDays } from './days-off.tsx';
import { Month } from './month.tsx';
import { NoticeLink, YearState } from './year-state.tsx';

export interface YearContent {
  detail: CalendarDetail;
  /** All years: a notice may reach into the December before. */
  items: readonly CalendarItem[];
}

/** One year as it hangs on the wall. */
export function yearPage(context: PageContext, { detail, items }: YearContent): string {
  const t = wordsOf(context);
  const { year, provisional } = detail;
  const calendars: Calendars = items.filter((item) => !item.provisional);
  const today = todayInBeijing();
  return page(
    context,
    {
      title: t(`${year}年放假安排`, `Holidays of ${year}`),
      width: 'wide',
      back: { href: '/calendars', text: t('各年放假安排', 'All years') },
    },
    <>
      {provisional && (
        <Notice kind="warn">
          <p>
            {t(
              '这一年的放假通知还没有发布或录入。下面只按周末显示,涉及这一年的期限都是暂定的。',
              'There is no notice of this year yet. Only weekends are shown, and limits that reach into it are provisional.',
            )}
          </p>
        </Notice>
      )}
      <dl class="facts">
        <dt>{t('状态', 'State')}</dt>
        <dd>
          <YearState context={context} item={detail} />
        </dd>
        {!provisional && (
          <>
            <dt>{t('依据', 'Notice')}</dt>
            <dd>
              <NoticeLink context={context} item={detail} />
            </dd>
            <dt>{t('放假', 'Days off')}</dt>
            <dd>
              <DaysOff context={context} table={detail} />
            </dd>
            <dt>{t('调休上班', 'Worked weekend days')}</dt>
            <dd>
              <MakeUpDays context={context} table={detail} />
            </dd>
          </>
        )}
      </dl>
      {mayChangeCalendars(context.actor) && (
        <p class="bar">
          <a class="button" href={`/admin/calendars/${year}`}>
            {detail.draft ? t('查看草稿', 'See the draft') : t('录入或更正', 'Enter or correct')}
          </a>
        </p>
      )}
      <Legend context={context} />
      <ol class="months">
        {Array.from({ length: 12 }, (_, index) => (
          <li>
            <Month context={context} year={year} month={index + 1} calendars={calendars} today={today} />
          </li>
        ))}
      </ol>
      <Neighbours context={context} year={year} items={items} />
    </>,
  );
}

function Legend({ context }: { context: PageContext }) {
  const t = wordsOf(context);
  return (
    <ul class="legend" aria-label={t('图例', 'Legend')}>
      <li>
        <span class="day-mark off">{t('休', 'off')}</span>
        {t('放假', 'day off')}
      </li>
      <li>
        <span class="day-mark work">{t('班', 'work')}</span>
        {t('周末上班', 'weekend day that is worked')}
      </li>
      <li>{t('没有标记的周六、周日照常休息', 'Saturdays and Sundays without a mark are free')}</li>
    </ul>
  );
}

function Neighbours({ context, year, items }: { context: PageContext; year: number; items: readonly CalendarItem[] }) {
  const t = wordsOf(context);
  const has = (other: number) => items.some((item) => item.year === other);
  return (
    <nav class="bar" aria-label={t('相邻年份', 'Years beside')}>
      {has(year - 1) && (
        <a class="button" rel="prev" href={`/calendars/${year - 1}`}>
          ← {t(`${year - 1}年`, String(year - 1))}
        </a>
      )}
      {has(year + 1) && (
        <a class="button" rel="next" href={`/calendars/${year + 1}`}>
          {t(`${year + 1}年`, String(year + 1))} →
        </a>
      )}
    </nav>
  );
}
