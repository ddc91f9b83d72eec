/** How a date came about, in words that a resident can check against the calendar on the wall. */
import type { Day } from './calendar.ts';
import {
  addDays,
  type DateString,
  dateOf,
  HOUR_MS,
  type Instant,
  isoOf,
  MINUTE_MS,
  weekdayOf,
  yearOf,
} from './clock.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Explains a count in days; `nominalDate` is the last day before it moved over rest days, null for working days. */
export function explainDays(count: {
  readonly startDate: DateString;
  readonly limit: { readonly workingDays: number } | { readonly calendarDays: number } | { readonly months: number };
  readonly nominalDate: DateString | null;
  readonly dueDate: DateString;
  readonly consulted: readonly Day[];
}): Words {
  const { startDate, limit, nominalDate, dueDate, consulted } = count;
  const baseYear = yearOf(startDate);
  const first = dateWords(addDays(startDate, 1), baseYear);
  const amount = amountWords(limit);
  const parts: Words[] = [
    { zh: `自${first.zh}起算${amount.zh}`, en: `${amount.en} counted from ${first.en}` },
    ...(nominalDate === null ? countedDays(consulted, baseYear) : movedDays(nominalDate, dueDate, consulted, baseYear)),
  ];
  const last = dayWords(dueDate, baseYear);
  parts.push(
    nominalDate === null || nominalDate === dueDate
      ? { zh: `至${last.zh}24时`, en: `until ${last.en}, 24:00` }
      : { zh: `顺延至${last.zh}24时`, en: `moved to ${last.en}, 24:00` },
  );
  const text = join(parts);
  const missing = [...new Set(consulted.filter((day) => !day.certain).map((day) => day.year))];
  return missing.length === 0 ? text : withReservation(text, missing);
}

/** Explains an end that was named by its date. */
export function explainFixedEnd(end: { readonly startedAt: Instant; readonly dueDate: DateString }): Words {
  const last = dayWords(end.dueDate, yearOf(dateOf(end.startedAt)));
  return {
    zh: `写明的最后一日为${last.zh},至24时止,不因休息日顺延`,
    en: `the last day named is ${last.en}, until 24:00; it does not move over rest days`,
  };
}

/** Explains a count in hours, which stops for nothing. */
export function explainTime(count: {
  readonly startedAt: Instant;
  readonly durationMs: number;
  readonly dueAt: Instant;
}): Words {
  const baseYear = yearOf(dateOf(count.startedAt));
  const start = timeWords(count.startedAt, baseYear);
  const end = timeWords(count.dueAt, baseYear);
  const hours = Math.floor(count.durationMs / HOUR_MS);
  const minutes = Math.ceil((count.durationMs % HOUR_MS) / MINUTE_MS);
  const zh = [hours > 0 ? `${hours}小时` : '', minutes > 0 ? `${minutes}分钟` : ''].join('');
  const en = [hours > 0 ? plural(hours, 'hour') : '', minutes > 0 ? plural(minutes, 'minute') : ''];
  return {
    zh: `自${start.zh}起连续计${zh},夜间和节假日不停,至${end.zh}`,
    en: `${en.filter((text) => text !== '').join(' ')} counted without a break from ${start.en}, nights and holidays included, until ${end.en}`,
  };
}

/** The holidays that were left out and the weekend days that were worked. */
function countedDays(consulted: readonly Day[], baseYear: number): Words[] {
  const parts: Words[] = [];
  const holidays = [...new Set(consulted.map((day) => day.holiday).filter((holiday) => holiday !== null))];
  for (const holiday of holidays) {
    const days = consulted.filter((day) => day.holiday === holiday).length;
    parts.push({
      zh: `${holiday.name.zh}放假${days}天不计`,
      en: `${holiday.name.en} (${plural(days, 'day')} off) not counted`,
    });
  }
  for (const { date } of consulted.filter((day) => day.madeUp)) {
    const words = dayWords(date, baseYear);
    parts.push({ zh: `${words.zh}上班计入`, en: `${words.en} is worked and counts` });
  }
  return parts;
}

/** Why the last day moved, if it did. */
function movedDays(nominal: DateString, due: DateString, consulted: readonly Day[], baseYear: number): Words[] {
  if (nominal === due) return [];
  const words = dayWords(nominal, baseYear);
  const holiday = consulted[0]?.holiday;
  const reason = holiday ? { zh: `${holiday.name.zh}放假`, en: holiday.name.en } : { zh: '周末', en: 'weekend' };
  return [
    { zh: `最后一日${words.zh}为休息日(${reason.zh})`, en: `the last day, ${words.en}, is a rest day (${reason.en})` },
  ];
}

function withReservation(text: Words, years: readonly number[]): Words {
  const span = years.length === 1 ? `${years[0]}` : `${years[0]}–${years.at(-1)}`;
  return {
    zh: `${text.zh}。暂定:${span}年放假通知尚未公布或尚未录入,该部分只按周末推算,录入后重新计算`,
    en: `${text.en}. Provisional: the holiday notice for ${span} is not published or not yet entered; that part is counted by weekends only and will be counted again once it is entered`,
  };
}

/** A limit in words: `10个工作日`. */
export function amountWords(
  limit:
    | { readonly workingDays: number }
    | { readonly calendarDays: number }
    | { readonly months: number }
    | { readonly hours: number },
): Words {
  if ('hours' in limit) return { zh: `${limit.hours}小时`, en: plural(limit.hours, 'hour') };
  if ('workingDays' in limit)
    return { zh: `${limit.workingDays}个工作日`, en: plural(limit.workingDays, 'working day') };
  if ('months' in limit) return { zh: `${limit.months}个月`, en: plural(limit.months, 'month') };
  return { zh: `${limit.calendarDays}天`, en: plural(limit.calendarDays, 'day') };
}

const WEEKDAYS_ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date, with its year only where it differs from the year in which the count began. */
export function dateWords(date: DateString, baseYear: number): Words {
  const year = yearOf(date);
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return {
    zh: `${year === baseYear ? '' : `${year}年`}${month}月${day}日`,
    en: `${day} ${MONTHS_EN[month - 1]}${year === baseYear ? '' : ` ${year}`}`,
  };
}

/** ISO weekday: Monday 1 to Sunday 7. */
export function weekdayWords(weekday: number): Words {
  return { zh: WEEKDAYS_ZH[weekday - 1] ?? '', en: WEEKDAYS_EN[weekday - 1] ?? '' };
}

function dayWords(date: DateString, baseYear: number): Words {
  const words = dateWords(date, baseYear);
  const weekday = weekdayOf(date) - 1;
  return { zh: `${words.zh}(${WEEKDAYS_ZH[weekday]})`, en: `${WEEKDAYS_EN[weekday]} ${words.en}` };
}

function timeWords(at: Instant, baseYear: number): Words {
  const words = dateWords(dateOf(at), baseYear);
  const clock = isoOf(at).slice(11, 16);
  return { zh: `${words.zh}${clock}`, en: `${words.en}, ${clock}` };
}

/** `1 day`, `2 days`. */
export function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function join(parts: readonly Words[]): Words {
  return { zh: parts.map((part) => part.zh).join(','), en: parts.map((part) => part.en).join('; ') };
}
