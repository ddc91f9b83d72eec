import type { DateString } from '../../processes/kernel/clock.ts';

/** `2026年11月4日`, without leading zeros, as official papers have it (GB/T 9704-2012 7.3.5.4). */
export function chineseDate(date: DateString): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const DIGITS = '零一二三四五六七八九';

/** `一`, `十二`, `三十`; from a hundred on in figures. */
export function chineseNumber(number: number): string {
  if (number >= 100) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const before = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${before}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}
