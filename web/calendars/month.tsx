import { type Calendars, dayOf } from '../../processes/kernel/calendar.ts';
import { say } from '../../processes/kernel/text.ts';
import { type PageContext, wordsOf } from '../frame/context.ts';
import { weekdayOf } from './day-words.ts';

const WEEKDAYS = {
  'zh-CN': [...'一二三四五六日'].map((short) => ({ short, long: `星期${short}` })),
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((long) => ({
    short: long.slice(0, 3),
    long,
  })),
} as const;

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

interface MonthProps {
  context: PageContext;
  year: number;
  /** 1 to 12. */
  month: number;
  calendars: Calendars;
  today: string;
}

/** One month with its weeks from Monday to Sunday; days off and worked weekend days are marked by a word in a shape. */
export function Month({ context, year, month, calendars, today }: MonthProps) {
  const t = wordsOf(context);
  return (
    <table class="month">
      <caption>{t(`${month}月`, MONTHS[month - 1] ?? '')}</caption>
      <thead>
        <tr>
          {WEEKDAYS[context.locale].map(({ short, long }) => (
            <th scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr>
            {week.map((date) =>
              date === null ? <td /> : <DayCell context={context} date={date} calendars={calendars} today={today} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({
  context,
  date,
  calendars,
  today,
}: {
  context: PageContext;
  date: string;
  calendars: Calendars;
  today: string;
}) {
  const t = wordsOf(context);
  const { workday, holiday, madeUp } = dayOf(date, calendars);
  const isToday = date === today;
  const classes = [workday ? '' : 'rest', isToday ? 'today' : ''].filter(Boolean).join(' ');
  return (
    <td class={classes || undefined}>
      <span class="num">{Number(date.slice(8))}</span>
      {isToday && <span class="visually-hidden">{t('(今天)', ' (today)')}</span>}
      {holiday && (
        <>
          <span class="day-mark off">{t('休', 'off')}</span>
          <span class="visually-hidden">{say(holiday.name, context.locale)}</span>
        </>
      )}
      {madeUp && <span class="day-mark work">{t('班', 'work')}</span>}
    </td>
  );
}

/** The days of a month in weeks of seven; null before the first and after the last. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const days = Array.from({ length: count }, (_, index) => `${year}-${two(month)}-${two(index + 1)}`);
  const cells: (string | null)[] = [...Array<null>(weekdayOf(days[0] ?? '')).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
