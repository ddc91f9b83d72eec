import type { Locale } from '../../processes/kernel/text.ts';

const WEEKDAYS = { 'zh-CN': '日一二三四五六', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12月2日 周三`, with the year where it is another one: a day as people say it. Takes YYYY-MM-DD. */
export function dayWords(date: string, locale: Locale, today: string = todayInBeijing()): string {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  if (locale === 'en') {
    return `${WEEKDAYS.en[weekday]} ${day} ${MONTHS[month - 1]}${sameYear ? '' : ` ${year}`}`;
  }
  return `${sameYear ? '' : `${year}年`}${month}月${day}日 周${WEEKDAYS['zh-CN'][weekday]}`;
}

/** `12月2日 周三 14:05`: an instant of a view, which is in Beijing time. */
export function instantWords(instant: string, locale: Locale, today?: string): string {
  return `${dayWords(instant, locale, today)} ${instant.slice(11, 16)}`;
}

/** The last day of a limit, or its minute where hours are counted. */
export function dueWords(due: { dueDate: string | null; dueAt: string | null }, locale: Locale): string | null {
  if (due.dueDate) return dayWords(due.dueDate, locale);
  return due.dueAt ? instantWords(due.dueAt, locale) : null;
}

/** Today where the house stands. */
export function todayInBeijing(now: number = Date.now()): string {
  return new Date(now + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
