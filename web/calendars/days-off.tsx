import type { CalendarYear } from '../../processes/kernel/calendar.ts';
import { say } from '../../processes/kernel/text.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { daysIn, rangeWords, weekdayWords } from './day-words.ts';

type Days = Pick<CalendarYear, 'year' | 'holidays' | 'makeUpWorkdays'>;

/** The days off of a year, one line each. */
export function DaysOff({ context, table }: { context: PageContext; table: Days }) {
  const t = wordsOf(context);
  if (table.holidays.length === 0) return <>{t('没有列出的假日', 'None named')}</>;
  return (
    <ul class="day-list">
      {table.holidays.map(({ name, from, to }) => (
        <li>
          <span class="fixed">{say(name, context.locale)}</span>{' '}
          <span class="fixed">{rangeWords(from, to, table.year, context.locale)}</span>{' '}
          <span class="note fixed">{t(`${daysIn(from, to)}天`, lengthInEnglish(daysIn(from, to)))}</span>
        </li>
      ))}
    </ul>
  );
}

/** The weekend days that are worked instead. */
export function MakeUpDays({ context, table }: { context: PageContext; table: Days }) {
  if (table.makeUpWorkdays.length === 0) return <>{wordsOf(context)('没有', 'None')}</>;
  return (
    <ul class="day-list">
      {table.makeUpWorkdays.map((date) => (
        <li class="fixed">{weekdayWords(date, table.year, context.locale)}</li>
      ))}
    </ul>
  );
}

function lengthInEnglish(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
