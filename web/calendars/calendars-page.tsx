import type { CalendarItem } from '../../api/calendars/calendar-view.ts';
import { mayChangeCalendars } from '../../api/calendars/calendars.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { isWorker } from '../frame/roles.ts';
import { Table } from '../parts/table.tsx';
import { DaysOff, MakeUpDays } from './days-off.tsx';
import { NoticeLink, YearState } from './year-state.tsx';

export interface CalendarsContent {
  items: readonly CalendarItem[];
  /** Invented tables that only drills count by. */
  drills: Calendars;
}

/** Years that people ask for; the others are folded away. */
const OPEN_YEARS = 4;

/** All years, the newest first. */
export function calendarsPage(context: PageContext, { items, drills }: CalendarsContent): string {
  const t = wordsOf(context);
  const changes = mayChangeCalendars(context.actor);
  const waiting = items.filter(
    ({ provisional, versions }) => provisional || versions.some(({ status }) => status === 'draft'),
  );
  const newest = items.toReversed();
  const [recent, earlier] = [newest.slice(0, OPEN_YEARS), newest.slice(OPEN_YEARS)];
  return page(
    context,
    {
      title: t('放假安排', 'Holidays'),
      lead: t(
        '按工作日计算的期限,都依据国务院办公厅每年的放假通知。周末调休要上班的日子算工作日。',
        'Limits in working days are counted by the yearly notice of the State Council. Weekend days that are worked count.',
      ),
      width: 'wide',
    },
    <>
      {changes && waiting.length > 0 && (
        <section class="card" aria-labelledby="to-enter">
          <h2 id="to-enter">{t('待录入或待放行', 'To enter or to confirm')}</h2>
          <ul class="day-list">
            {waiting.map((item) => (
              <li class="bar">
                <YearState context={context} item={item} />
                <a class="button" href={`/admin/calendars/${item.year}`}>
                  {item.versions.some(({ status }) => status === 'draft')
                    ? t(`查看${item.year}年的草稿`, `See the draft of ${item.year}`)
                    : t(`录入${item.year}年`, `Enter ${item.year}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Years
        context={context}
        items={recent}
        caption={t('各年放假与调休', 'Days off and worked weekend days by year')}
      />
      {earlier.length > 0 && (
        <details>
          <summary>{t(`更早的年份(${earlier.length})`, `Earlier years (${earlier.length})`)}</summary>
          <Years context={context} items={earlier} caption={t('更早的年份', 'Earlier years')} />
        </details>
      )}
      {/* Whoever only lives here plans by the real years; an invented one beside them would be taken for news. */}
      {drills.length > 0 && (context.demo || isWorker(context.actor)) && (
        <DrillTables context={context} drills={drills} />
      )}
    </>,
  );
}

function Years({ context, items, caption }: { context: PageContext; items: readonly CalendarItem[]; caption: string }) {
  const t = wordsOf(context);
  return (
    <Table
      caption={caption}
      columns={[
        { title: t('年份', 'Year') },
        { title: t('依据', 'Notice'), kind: 'text' },
        { title: t('放假', 'Days off'), kind: 'text' },
        { title: t('调休上班', 'Worked weekend days'), kind: 'text' },
      ]}
      rows={items.map((item) => [
        <a href={`/calendars/${item.year}`}>{item.year}</a>,
        <>
          <YearState context={context} item={item} plain />
          <NoticeLink context={context} item={item} />
        </>,
        item.provisional ? '—' : <DaysOff context={context} table={item} />,
        item.provisional ? '—' : <MakeUpDays context={context} table={item} />,
      ])}
    />
  );
}

function DrillTables({ context, drills }: { context: PageContext; drills: Calendars }) {
  const t = wordsOf(context);
  return (
    <section aria-labelledby="drills">
      <h2 id="drills">{t('只供演练的年份(虚构)', 'Years for drills only (invented)')}</h2>
      <p>
        {t(
          '通知还没有发布的年份,演练按下面虚构的安排计算;真实事项不按它计算。',
          'Where no notice is out yet, drills count by these invented tables. No real case counts by them.',
        )}
      </p>
      <Table
        caption={t('演练用放假安排', 'Tables for drills')}
        hideCaption
        columns={[
          { title: t('年份', 'Year') },
          { title: t('放假', 'Days off'), kind: 'text' },
          { title: t('调休上班', 'Worked weekend days'), kind: 'text' },
        ]}
        rows={drills.map((table) => [
          <>
            {table.year} <span class="tag drill">{t('演练', 'Drill')}</span>
          </>,
          <DaysOff context={context} table={table} />,
          <MakeUpDays context={context} table={table} />,
        ])}
      />
    </section>
  );
}
