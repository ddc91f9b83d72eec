import { type Calendars, type CalendarYear, calendarOf } from '../../kernel/calendar.ts';
import { calendar2004 } from './2004.ts';
import { calendar2005 } from './2005.ts';
import { calendar2006 } from './2006.ts';
import { calendar2007 } from './2007.ts';
import { calendar2008 } from './2008.ts';
import { calendar2009 } from './2009.ts';
import { calendar2010 } from './2010.ts';
import { calendar2011 } from './2011.ts';
import { calendar2012 } from './2012.ts';
import { calendar2013 } from './2013.ts';
import { calendar2014 } from './2014.ts';
import { calendar2015v1, calendar2015v2 } from './2015.ts';
import { calendar2016 } from './2016.ts';
import { calendar2017 } from './2017.ts';
import { calendar2018 } from './2018.ts';
import { calendar2019v1, calendar2019v2 } from './2019.ts';
import { calendar2020v1, calendar2020v2 } from './2020.ts';
import { calendar2021 } from './2021.ts';
import { calendar2022 } from './2022.ts';
import { calendar2023 } from './2023.ts';
import { calendar2024 } from './2024.ts';
import { calendar2025 } from './2025.ts';
import { calendar2026 } from './2026.ts';

/**
 * Every table known to this release, oldest first. A corrected year keeps its first table: the highest version is in force,
 * the earlier one tells what people could know when they counted.
 *
 * Text, number and date of each notice were read in full copies; where one of the three was not to be had, the file of the
 * year says so. The addresses on gov.cn are those which public collections of holidays give for the notices. `issuedOn` is
 * the date under the notice, up to six days before it appeared.
 */
export const calendars: Calendars = [
  calendar2004,
  calendar2005,
  calendar2006,
  calendar2007,
  calendar2008,
  calendar2009,
  calendar2010,
  calendar2011,
  calendar2012,
  calendar2013,
  calendar2014,
  calendar2015v1,
  calendar2015v2,
  calendar2016,
  calendar2017,
  calendar2018,
  calendar2019v1,
  calendar2019v2,
  calendar2020v1,
  calendar2020v2,
  calendar2021,
  calendar2022,
  calendar2023,
  calendar2024,
  calendar2025,
  calendar2026,
];

/** The year before serves what began earlier than the case; a date beyond five years is provisional, as every unloaded year. */
const YEARS_BEFORE = 1;
const YEARS_AFTER = 5;

/**
 * What a case opened in `year` carries in its state: the tables in force for the year before, its own, and up to five
 * after, as far as they are known.
 */
export function calendarsFor(year: number, known: Calendars = calendars): Calendars {
  const carried: CalendarYear[] = [];
  for (let each = year - YEARS_BEFORE; each <= year + YEARS_AFTER; each += 1) {
    const calendar = calendarOf(each, known);
    if (calendar !== undefined) carried.push(calendar);
  }
  return carried;
}
