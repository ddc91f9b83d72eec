import { describe, expect, it } from 'vitest';
import {
  type Calendars,
  type CalendarYear,
  calendarOf,
  checkCalendarYear,
  dayOf,
  isWorkday,
} from '../../../processes/kernel/calendar.ts';
import { addDays, type DateString, weekdayOf } from '../../../processes/kernel/clock.ts';
import { calendars, calendarsFor } from '../../../processes/law/calendars/index.ts';

const nameOf = ({ year, version }: CalendarYear) => `${year}v${version}`;
const named = calendars.map((calendar): [string, CalendarYear] => [nameOf(calendar), calendar]);
const years = [...new Set(calendars.map(({ year }) => year))];
const onlyFirstVersions = calendars.filter(({ version }) => version === 1);

describe('the register', () => {
  it('holds every year from 2004 to 2026, oldest first, the versions of a year without holes', () => {
    expect(years).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    const several = new Map([2015, 2019, 2020].map((year) => [year, 2]));
    expect(calendars.map(nameOf)).toEqual(
      years.flatMap((year) => Array.from({ length: several.get(year) ?? 1 }, (_, index) => `${year}v${index + 1}`)),
    );
  });

  it.each(named)('%s does not contradict itself', (_, calendar) => {
    expect(checkCalendarYear(calendar)).toEqual([]);
  });

  it.each(named)(
    '%s names its notice, issued before it took effect',
    (_, { year, version, notice, makeUpWorkdays }) => {
      if (notice === null) throw new Error('a table of this release names its notice');
      const issuedIn = notice.issuedOn.slice(0, 4);
      expect(notice.number).toMatch(new RegExp(`^国(办)?发明电〔${issuedIn}〕[1-9]\\d*号$`));
      expect(notice.source).toMatch(/^https?:\/\/[^ ]+$/);
      expect(issuedIn).toBe(String(version === 1 ? year - 1 : year));
      if (version > 1) return;
      expect(notice.title).toBe(`国务院办公厅关于${year}年部分节假日安排的通知`);
      for (const date of makeUpWorkdays) expect(date > notice.issuedOn).toBe(true);
    },
  );

  it('never uses the number of a notice twice', () => {
    const numbers = calendars.map(({ notice }) => notice?.number);
    expect(new Set(numbers).size).toBe(calendars.length);
  });
});

/**
 * The days off for everybody by 全国年节及纪念日放假办法: ten since 1999 (decree 270), eleven since 2008 (decrees 513 and
 * 644), thirteen since 2025 (decree 795). Article 6 makes up for those on a weekend, and days moved by a notice cancel out.
 */
function statutoryDays(year: number): number {
  if (year < 2008) return 10;
  return year < 2025 ? 11 : 13;
}

/** What a notice gave beyond the law: 3 September 2015, and 31 January 2020 with the cancelled make-up day 1 February. */
const BEYOND_THE_LAW: Readonly<Record<string, number>> = { '2015v2': 1, '2020v2': 2 };

describe('against the law', () => {
  it.each(named)('%s gives as many weekdays off, less make-up days, as the law', (name, calendar) => {
    const off = calendar.holidays
      .flatMap(({ from, to }) => datesBetween(from, to))
      .filter((date) => weekdayOf(date) < 6);
    expect(off.length - calendar.makeUpWorkdays.length).toBe(
      statutoryDays(calendar.year) + (BEYOND_THE_LAW[name] ?? 0),
    );
  });

  it.each(named)('%s has every lunar day of the law off', (_, calendar) => {
    const { year, holidays } = calendar;
    const missing = datesBetween(`${year}-01-01`, `${year}-12-31`)
      .filter((date) => isLunarHoliday(date, year))
      .filter((date) => !holidays.some(({ from, to }) => from <= date && date <= to));
    expect(missing).toEqual([]);
  });

  it('finds the lunar days by themselves: three a year until 2007, then five, then six', () => {
    const count = (year: number) =>
      datesBetween(`${year}-01-01`, `${year}-12-31`).filter((date) => isLunarHoliday(date, year)).length;
    expect([2004, 2008, 2014, 2025].map(count)).toEqual([3, 5, 5, 6]);
  });
});

describe('the working days of a year', () => {
  // Counted from the tables by their date, so that 2018-12-29 belongs to 2018. The npm package chinese-days 1.5.7 agrees on
  // every day from 2004 to 2026 but one: it leaves out 2005-12-31, which the notice for 2006 made a working Saturday.
  it.each([
    [2004, 252],
    [2005, 251],
    [2006, 251],
    [2007, 249],
    [2008, 251],
    [2009, 250],
    [2010, 250],
    [2011, 250],
    [2012, 249],
    [2013, 250],
    [2014, 250],
    [2015, 249],
    [2016, 250],
    [2017, 249],
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i: %i', (year, expected) => {
    const days = datesBetween(`${year}-01-01`, `${year}-12-31`).map((date) => dayOf(date, calendars));
    // The notice for 2027 may still change the last three days of 2026.
    expect(days.filter(({ certain }) => !certain)).toHaveLength(year === 2026 ? 3 : 0);
    expect(days.filter(({ workday }) => workday)).toHaveLength(expected);
  });
});

describe('the notice to the letter', () => {
  // A weekend lost from a holiday moves no deadline, yet the words count it: the days that the notices add up to ("共7天",
  // a weekend merely said to follow not counted) and the weekend days worked.
  it.each([
    ['2004v1', 22, 6],
    ['2005v1', 24, 6],
    ['2006v1', 24, 7],
    ['2007v1', 24, 8],
    ['2008v1', 29, 6],
    ['2009v1', 27, 6],
    ['2010v1', 29, 8],
    ['2011v1', 29, 5],
    ['2012v1', 27, 7],
    ['2013v1', 29, 12],
    ['2014v1', 23, 5],
    ['2015v1', 24, 4],
    ['2015v2', 27, 5],
    ['2016v1', 24, 6],
    ['2017v1', 24, 5],
    ['2018v1', 23, 6],
    ['2019v1', 21, 5],
    ['2019v2', 24, 7],
    ['2020v1', 27, 7],
    ['2020v2', 30, 6],
    ['2021v1', 31, 7],
    ['2022v1', 31, 7],
    ['2023v1', 27, 7],
    ['2024v1', 28, 8],
    ['2025v1', 28, 5],
    ['2026v1', 33, 6],
  ])('%s: %i days off, %i weekend days worked', (name, daysOff, worked) => {
    const calendar = calendars.find((each) => nameOf(each) === name);
    const off = calendar?.holidays.flatMap(({ from, to }) => datesBetween(from, to));
    expect([off?.length, calendar?.makeUpWorkdays.length]).toEqual([daysOff, worked]);
  });
});

describe('days that a notice reached from afar or changed', () => {
  it.each<[DateString, boolean, number]>([
    // Decembers arranged by the notice for the next year.
    ['2005-12-31', true, 2006],
    ['2006-12-30', true, 2007],
    ['2006-12-31', true, 2007],
    ['2007-12-29', true, 2008],
    ['2007-12-31', false, 2008],
    ['2011-12-31', true, 2012],
    ['2018-12-29', true, 2019],
    ['2018-12-31', false, 2019],
    ['2022-12-31', false, 2023],
    // The two days that people remember wrongly.
    ['2024-02-09', true, 2024],
    ['2015-10-10', true, 2015],
  ])('%s: working day %s, by the notice for %i', (date, workday, year) => {
    expect(dayOf(date, calendars)).toMatchObject({ workday, year, certain: true });
  });

  it.each<[DateString, boolean, boolean]>([
    ['2015-09-02', true, true],
    ['2015-09-03', true, false],
    ['2015-09-04', true, false],
    ['2015-09-06', false, true],
    ['2019-04-28', false, true],
    ['2019-05-01', false, false],
    ['2019-05-02', true, false],
    ['2019-05-03', true, false],
    ['2019-05-05', false, true],
    ['2019-05-06', true, true],
    ['2020-01-30', false, false],
    ['2020-01-31', true, false],
    ['2020-02-01', true, false],
    ['2020-02-02', false, false],
    ['2020-02-03', true, true],
  ])('%s: working day %s as first announced, %s as corrected', (date, first, corrected) => {
    expect(isWorkday(date, onlyFirstVersions)).toBe(first);
    expect(isWorkday(date, calendars)).toBe(corrected);
  });

  it('names the holiday in the words people use', () => {
    expect(dayOf('2015-09-03', calendars).holiday?.name.zh).toBe('抗战胜利纪念日');
    expect(dayOf('2020-01-31', calendars).holiday?.name.zh).toBe('春节');
    expect(dayOf('2025-10-06', calendars).holiday?.name.zh).toBe('国庆中秋');
  });
});

describe('what a case carries', () => {
  const carried = (year: number) => calendarsFor(year).map(nameOf);

  it.each<[number, string[]]>([
    [2014, ['2013v1', '2014v1', '2015v2', '2016v1', '2017v1', '2018v1', '2019v2']],
    [2026, ['2025v1', '2026v1']],
    [2027, ['2026v1']],
    [2028, []],
    [2003, ['2004v1', '2005v1', '2006v1', '2007v1', '2008v1']],
    [1998, []],
  ])('opened in %i: the year before and up to five after, each in force', (year, expected) => {
    expect(carried(year)).toEqual(expected);
  });

  it.each(years)(
    'opened in %i: knows every day from that year on for five years as the whole register does',
    (year) => {
      const few: Calendars = calendarsFor(year);
      // The last December carried can still be changed by the notice for a sixth year, which the case does not carry.
      for (const date of datesBetween(`${year}-01-01`, `${Math.min(year + 5, 2026)}-11-30`)) {
        expect(dayOf(date, few)).toEqual(dayOf(date, calendars));
      }
    },
  );

  it('is the very table of the register, not a copy', () => {
    expect(calendarsFor(2019)[1]).toBe(calendarOf(2019, calendars));
  });
});

function datesBetween(from: DateString, to: DateString): DateString[] {
  const dates: DateString[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The lunar calendar comes from the runtime's ICU data, which knows nothing of notices. */
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

function lunarDay(date: DateString): string {
  const parts = lunar.formatToParts(new Date(`${date}T00:00:00Z`));
  const find = (type: string) => parts.find((part) => part.type === type)?.value;
  return `${find('month')}-${find('day')}`;
}

/** Art. 2 in its four versions: new year's eve was a day off from 2008 to 2013 and is again since 2025. */
function isLunarHoliday(date: DateString, year: number): boolean {
  const newYear = ['1-1', '1-2'];
  const thirdDay = year < 2008 || year > 2013;
  const eve = (year > 2007 && year < 2014) || year > 2024;
  const day = lunarDay(date);
  if (newYear.includes(day) || (thirdDay && day === '1-3')) return true;
  if (eve && lunarDay(addDays(date, 1)) === '1-1') return true;
  return year > 2007 && (day === '5-5' || day === '8-15');
}
