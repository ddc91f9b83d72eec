import { type CalendarFault, type CalendarYear, checkCalendarYear } from '../../processes/kernel/calendar.ts';
import { type DateString, daysBetween } from '../../processes/kernel/clock.ts';
import { fill, say, type Words } from '../../processes/kernel/text.ts';
import type { FieldFault } from '../problems/api-problem.ts';

/** The contradictions of a table as it was entered, each at its place and in words. */
export function faultsOfTable(table: CalendarYear, today: DateString): FieldFault[] {
  return [...checkCalendarYear(table), ...holesOf(table), ...datingFaults(table, today)].map((fault) => ({
    pointer: pointerOf(fault, table),
    detail: wordsOf(fault),
  }));
}

/**
 * Holidays whose day follows the lunar calendar or the sun, with the span in which it can fall; statutory since 2008
 * (全国年节及纪念日放假办法 art. 2). 中秋 is left out: it may lie inside the days of 国庆.
 */
const MOVABLE = [
  { zh: '春节', en: 'Spring Festival', from: '01-19', to: '02-28', days: 3 },
  { zh: '清明', en: 'Tomb-Sweeping Day', from: '04-03', to: '04-06', days: 1 },
  { zh: '端午', en: 'Dragon Boat Festival', from: '05-26', to: '06-26', days: 1 },
] as const;
const MOVABLE_SINCE = 2008;

function holesOf({ year, holidays }: CalendarYear): CalendarFault[] {
  if (year < MOVABLE_SINCE) return [];
  return MOVABLE.filter((one) => {
    const [first, last] = [`${year}-${one.from}`, `${year}-${one.to}`];
    return !holidays.some(({ from, to }) => from <= last && to >= first && daysBetween(from, to) + 1 >= one.days);
  }).map(({ zh, en }) => ({ code: 'calendar.holiday-missing', parameters: { zh, en } }));
}

/** A notice appears before its year or in it, and nobody can enter one that is not there yet. */
function datingFaults({ year, notice }: CalendarYear, today: DateString): CalendarFault[] {
  if (notice === null || (notice.issuedOn <= today && notice.issuedOn >= `${year - 1}-01-01`)) return [];
  return [{ code: 'calendar.issued-on', parameters: { date: notice.issuedOn, year } }];
}

function pointerOf({ code, parameters }: CalendarFault, { notice, holidays, makeUpWorkdays }: CalendarYear): string {
  const date = String(parameters['date'] ?? '');
  switch (code) {
    case 'calendar.year-invalid':
      return '/year';
    case 'calendar.issued-on':
      return '/notice/issuedOn';
    case 'calendar.make-up-twice':
      return `/makeUpWorkdays/${makeUpWorkdays.lastIndexOf(date)}`;
    case 'calendar.make-up-on-weekday':
    case 'calendar.off-and-made-up':
      return `/makeUpWorkdays/${makeUpWorkdays.indexOf(date)}`;
    case 'calendar.holiday-reversed':
      return `/holidays/${holidays.findIndex(({ from, to }) => from === parameters['from'] && to === parameters['to'])}`;
    case 'calendar.holidays-overlap':
      return `/holidays/${holidays.findLastIndex(({ from }) => from === parameters['other'])}`;
    case 'calendar.wrong-year':
    case 'calendar.date-invalid': {
      if (notice?.issuedOn === date && code === 'calendar.date-invalid') return '/notice/issuedOn';
      const index = holidays.findIndex(({ from, to }) => from === date || to === date);
      if (index >= 0) return `/holidays/${index}/${holidays[index]?.from === date ? 'from' : 'to'}`;
      return `/makeUpWorkdays/${makeUpWorkdays.indexOf(date)}`;
    }
    default:
      return '/holidays';
  }
}

function wordsOf({ code, parameters }: CalendarFault): Words {
  const words = faultWords[code] ?? unknown;
  const named = 'zh' in parameters;
  const values = (locale: 'zh' | 'en') => (named ? { holiday: parameters[locale] ?? '' } : parameters);
  return {
    zh: fill(say(words, 'zh-CN'), values('zh')),
    en: fill(say(words, 'en'), values('en')),
  };
}

const unknown: Words = { zh: '与放假安排不符', en: 'Does not fit a holiday table' };

const faultWords: Readonly<Record<string, Words>> = {
  'calendar.year-invalid': { zh: '{year}不是可以录入的年份', en: '{year} is no year that can be entered' },
  'calendar.date-invalid': { zh: '{date}不是存在的日期', en: '{date} is no date that exists' },
  'calendar.wrong-year': {
    zh: '{date}不属于{year}年,也不在上一年12月',
    en: '{date} lies neither in {year} nor in the December before',
  },
  'calendar.holiday-reversed': {
    zh: '放假首日{from}晚于末日{to}',
    en: 'The holiday begins on {from}, after its end on {to}',
  },
  'calendar.holidays-overlap': {
    zh: '始于{other}的假期与始于{from}的假期重叠',
    en: 'The holiday from {other} overlaps the one from {from}',
  },
  'calendar.make-up-on-weekday': {
    zh: '{date}本来就是周一至周五,不能作为调休上班日',
    en: '{date} is a weekday and cannot be a make-up working day',
  },
  'calendar.make-up-twice': { zh: '调休上班日{date}重复', en: 'The make-up working day {date} is listed twice' },
  'calendar.off-and-made-up': {
    zh: '{date}既在放假期间又列为调休上班',
    en: '{date} is both a day off and a make-up working day',
  },
  'calendar.statutory-day-missing': { zh: '缺少法定节假日{date}', en: 'The statutory holiday {date} is missing' },
  'calendar.holiday-missing': { zh: '没有{holiday}假期', en: '{holiday} is missing' },
  'calendar.issued-on': {
    zh: '成文日期{date}应在{year}年前一年年初以后,且不晚于今天',
    en: 'The date {date} of the notice must not be in the future, nor before the year before {year}',
  },
};
