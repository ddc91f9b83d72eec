import type { BurdenRow, SettingRow } from '../../db/queries/burden.ts';
import { addMonths } from '../../processes/kernel/clock.ts';
import type { AnyRules, Setting } from '../../processes/kernel/define-rules.ts';
import { pathOf } from '../../processes/organisation.ts';

/** `2026-11` */
export type Month = string;

/** A sum of hours under one name. */
export interface Share {
  name: string;
  hours: number;
}

export interface Trend {
  hours: number;
  /** null where there was nothing before. */
  percent: number | null;
}

export interface BurdenMonth {
  month: Month;
  hours: number;
  overCeiling: boolean;
  bySource: Share[];
  byUnit: Share[];
  againstMonthBefore: Trend;
  againstFirstMonth: Trend;
}

/** Months from the first to the last, both included. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = monthAfter(month, 1)) months.push(month);
  return months;
}

export function monthAfter(month: Month, count: number): Month {
  return addMonths(`${month}-01`, count).slice(0, 7);
}

/** The burden of one community, month by month. The rows may begin a month earlier, which is then only compared with. */
export function burdenMonths(
  rows: readonly BurdenRow[],
  months: readonly Month[],
  ceilingHoursPerMonth: number | null,
): BurdenMonth[] {
  const hoursOf = (month: Month) => total(rows.filter((row) => row.month === month));
  const first = months[0] === undefined ? 0 : hoursOf(months[0]);
  return months.map((month) => {
    const own = rows.filter((row) => row.month === month);
    const hours = total(own);
    return {
      month,
      hours,
      overCeiling: ceilingHoursPerMonth !== null && hours > ceilingHoursPerMonth,
      bySource: sharesOf(own, 'source'),
      byUnit: sharesOf(own, 'unit'),
      againstMonthBefore: trend(hoursOf(monthAfter(month, -1)), hours),
      againstFirstMonth: trend(first, hours),
    };
  });
}

function trend(before: number, now: number): Trend {
  const percent = before === 0 ? null : Math.round(((now - before) / before) * 1000) / 10;
  return { hours: rounded(now - before), percent };
}

function total(rows: readonly { hours: number }[]): number {
  return rounded(rows.reduce((sum, { hours }) => sum + hours, 0));
}

/** Hours are told in halves and quarters; sums of binary fractions must not show more. */
function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}

/** The largest first. */
function sharesOf(rows: readonly BurdenRow[], by: 'source' | 'unit'): Share[] {
  const names = [...new Set(rows.map((row) => row[by]))];
  return names
    .map((name) => ({ name, hours: total(rows.filter((row) => row[by] === name)) }))
    .sort((one, other) => other.hours - one.hours || (one.name < other.name ? -1 : 1));
}

/** A ceiling that some process declares: a figure in hours a month. */
export interface Ceiling {
  process: string;
  name: string;
  hoursPerMonth: number;
}

export function ceilingsOf(rules: readonly AnyRules[]): Ceiling[] {
  return rules.flatMap(({ id, settings }) =>
    Object.entries<Setting>(settings)
      .filter(([, { unit }]) => unit === 'hoursPerMonth')
      .map(([name, { value }]) => ({ process: id, name, hoursPerMonth: value })),
  );
}

/** The ceiling of a community: of each figure the one set nearest to it, and of several figures the lowest. */
export function ceilingFor(org: string, ceilings: readonly Ceiling[], settings: readonly SettingRow[]): number | null {
  const figures = ceilings.map(({ process, name, hoursPerMonth }) => {
    const own = settings.filter((row) => row.process === process && row.name === name);
    const nearest = pathOf(org).findLast((above) => own.some((row) => row.org === above));
    return own.find((row) => row.org === nearest)?.value ?? hoursPerMonth;
  });
  return figures.length === 0 ? null : Math.min(...figures);
}
