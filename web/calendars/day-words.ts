import type { Locale } from '../../processes/kernel/text.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1月1日–3日`, `9月29日–10月7日`, `2018年12月30日–1月1日`: days in a row, with a year where it is not the one meant. */
export function rangeWords(from: string, to: string, year: number, locale: Locale): string {
  const [first, last] = [partsOf(from), partsOf(to)];
  if (from === to) return dayText(first, year, locale);
  const sameMonth = first.year === last.year && first.month === last.month;
  if (locale === 'en') {
    if (sameMonth) return `${first.day}–${dayText(last, year, locale)}`;
    return `${dayText(first, year, locale)} – ${dayText(last, year, locale)}`;
  }
  return `${dayText(first, year, locale)}–${sameMonth ? `${last.day}日` : dayText(last, year, locale)}`;
}

/** `2月14日 周六`: one day with its weekday. */
export function weekdayWords(date: string, year: number, locale: Locale): string {
  const weekday = weekdayOf(date);
  const names = locale === 'en' ? ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] : [...'一二三四五六日'];
  const text = dayText(partsOf(date), year, locale);
  return locale === 'en' ? `${names[weekday]} ${text}` : `${text} 周${names[weekday]}`;
}

/** 0 for Monday to 6 for Sunday, as weeks are printed in China. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export function daysIn(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

interface Parts {
  year: number;
  month: number;
  day: number;
}

function partsOf(date: string): Parts {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

function dayText({ year: own, month, day }: Parts, year: number, locale: Locale): string {
  if (locale === 'en') return `${day} ${MONTHS[month - 1]}${own === year ? '' : ` ${own}`}`;
  return `${own === year ? '' : `${own}年`}${month}月${day}日`;
}
