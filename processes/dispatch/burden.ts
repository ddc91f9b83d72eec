import { addMonths, type DateString, type Instant } from '../kernel/clock.ts';
import { linesOf, type RegisterEntry, type RegisterLine, type RegisterQuery } from '../kernel/register.ts';
import type { DispatchData } from './data.ts';

/** Hours that the task takes in one month; null takes them off again. */
export interface BurdenLine {
  month: Month;
  hours: number | null;
  at: Instant;
}

/** `2026-11` */
export type Month = string;

export function monthOf(day: DateString): Month {
  return day.slice(0, 7);
}

/** Every month that a time touches. */
export function monthsOf(from: DateString, until: DateString): Month[] {
  const months: Month[] = [];
  for (let day = firstOf(monthOf(from)); monthOf(day) <= monthOf(until); day = addMonths(day, 1)) {
    months.push(monthOf(day));
  }
  return months;
}

/** What has to be known of a month before a task is added to it. A month is asked by its first day, on which its lines begin. */
export function burdenQuery(month: Month): RegisterQuery {
  return { register: 'burden', scope: 'own', keyPrefix: `${month}:`, onDay: firstOf(month) };
}

export interface Workload {
  month: Month;
  hours: number;
}

/** The hours that the community has already in each month, without those of one case. */
export function workloadOf(input: {
  registers: readonly RegisterLine[];
  months: readonly Month[];
  exceptCaseId: string;
}): Workload[] {
  const { registers, months, exceptCaseId } = input;
  const lines = linesOf(registers, 'burden').filter(({ caseId }) => caseId !== exceptCaseId);
  return months.map((month) => {
    // One line however often it was found, and a case counts once in a month.
    const hours = new Map(
      lines.filter(({ key }) => key.startsWith(`${month}:`)).map(({ key, value }) => [key, Number(value.hours) || 0]),
    );
    return { month, hours: [...hours.values()].reduce((sum, each) => sum + each, 0) };
  });
}

export function worstMonth(workload: readonly Workload[]): Workload {
  return workload.reduce((worst, each) => (each.hours > worst.hours ? each : worst), { month: '', hours: 0 });
}

/** The lines of the register that follow from what the data remember. */
export function burdenEntries({ burden, task }: DispatchData, caseId: string): RegisterEntry[] {
  return burden.map(({ month, hours, at }) => ({
    register: 'burden',
    key: `${month}:${caseId}`,
    at,
    day: firstOf(month),
    value: hours === null ? null : { month, hours, source: 'dispatch', title: task.title, unit: task.unit },
  }));
}

/** Puts the task on the register for months in which it does not stand there yet. */
export function putOn(data: DispatchData, months: readonly Month[], at: Instant): DispatchData {
  const standing = standingMonths(data);
  const lines = months
    .filter((month) => !standing.includes(month))
    .map((month) => ({ month, hours: data.task.hoursPerMonth, at }));
  return { ...data, burden: [...data.burden, ...lines] };
}

/** Takes the task off the register for the months in which it stands there and that the test names. */
export function takeOff(data: DispatchData, named: (month: Month) => boolean, at: Instant): DispatchData {
  const lines = standingMonths(data)
    .filter(named)
    .map((month) => ({ month, hours: null, at }));
  return { ...data, burden: [...data.burden, ...lines] };
}

/** The months in which the task counts now. */
export function standingMonths({ burden }: DispatchData): Month[] {
  const last = new Map(burden.map(({ month, hours }) => [month, hours]));
  return [...last].filter(([, hours]) => hours !== null).map(([month]) => month);
}

export function laterOf(one: DateString, other: DateString): DateString {
  return one > other ? one : other;
}

function firstOf(month: Month): DateString {
  return `${month}-01`;
}
