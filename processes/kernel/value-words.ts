/** Values as people say them: days, moments, money, amounts. */
import { type DateString, dateOf, type Instant, isDate, isoOf, parseIso, weekdayOf, yearOf } from './clock.ts';
import { dateWords, weekdayWords } from './limit-words.ts';
import { type Locale, say, type Words } from './text.ts';

/**
 * A day with its weekday; the year stands there only where it is another than that of the reader's day.
 *
 * @example dayText('2026-12-02', '2026-11-30', 'zh-CN') // '12月2日 周三'
 */
export function dayText(date: DateString, today: DateString, locale: Locale): string {
  const words = dateWords(date, yearOf(today));
  const weekday = weekdayWords(weekdayOf(date));
  return locale === 'en' ? `${weekday.en} ${words.en}` : `${words.zh} ${weekday.zh}`;
}

/** A moment to the minute. */
export function momentText(at: Instant, today: DateString, locale: Locale): string {
  return `${dayText(dateOf(at), today, locale)} ${isoOf(at).slice(11, 16)}`;
}

/** @example moneyText(12000.5, 'zh-CN') // '12,000.50元' */
export function moneyText(yuan: number, locale: Locale): string {
  const fen = Math.round(yuan * 100);
  const rest = Math.abs(fen % 100);
  const amount = `${numberText(Math.trunc(fen / 100))}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
  return locale === 'en' ? `¥${amount}` : `${amount}元`;
}

/** A number in groups of three digits. */
export function numberText(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** @example amountText(3, { zh: '户', en: 'households' }, 'zh-CN') // '3户' */
export function amountText(value: number, unit: Words | undefined, locale: Locale): string {
  const number = numberText(value);
  if (!unit) return number;
  const name = say(unit, locale);
  return locale === 'en' && /^\w/.test(name) ? `${number} ${name}` : `${number}${name}`;
}

export function yesNoText(value: boolean, locale: Locale): string {
  return value ? (locale === 'en' ? 'Yes' : '是') : locale === 'en' ? 'No' : '否';
}

/** Several texts in one line. */
export function listText(texts: readonly string[], locale: Locale): string {
  return texts.join(locale === 'en' ? '; ' : '、');
}

/** A day, or the instant of a number or an ISO text, as a day; undefined for anything else. */
export function dayOfValue(value: unknown): DateString | undefined {
  if (isDate(value)) return value;
  const at = instantOfValue(value);
  return at === undefined ? undefined : dateOf(at);
}

export function instantOfValue(value: unknown): Instant | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? parseIso(value) : undefined;
}
