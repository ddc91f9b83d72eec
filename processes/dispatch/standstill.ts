import { addDays, type DateString, dateOf, daysBetween, startOfDay } from '../kernel/clock.ts';
import type { Facts } from '../kernel/define-rules.ts';
import { dueOf } from '../kernel/limit.ts';
import { laterOf, monthOf, monthsOf, putOn, takeOff } from './burden.ts';
import type { DispatchData, Suspension } from './data.ts';
import type { Act } from './names.ts';

/**
 * The admission says that the task is no longer covered. It may say so in the middle of a check, of a report or of a return;
 * then it is remembered until the task would go on.
 */
export function suspend(data: DispatchData, { form, facts }: Act<'task.suspend'>): DispatchData {
  const suspension: Suspension = { reason: form.reason, note: form.note, at: facts.at };
  return { ...data, suspension, pastSuspensions: ended(data, facts.at) };
}

/** Covered again. */
export function resume(data: DispatchData, { facts }: Act<'task.resume'>): DispatchData {
  return { ...data, suspension: null, pastSuspensions: ended(data, facts.at) };
}

/** From here on the work stands still; a second reason for it changes nothing. */
export function standStill(data: DispatchData, { facts }: { facts: Facts }): DispatchData {
  return { ...data, standsSince: data.standsSince ?? facts.at };
}

/**
 * The work goes on with the days that were left, at least one: the same as its clock counts (kernel/limit.ts). What was late
 * before it stood still stays late. Months in which nobody could work come off the register, those into
 * which the work has moved come on.
 */
export function goOn(data: DispatchData, { facts }: { facts: Facts }): DispatchData {
  const { standsSince, turn, until, task } = data;
  const going = { ...data, standsSince: null };
  if (standsSince === null || turn === 'sentBack') return going;
  const [since, today] = [dateOf(standsSince), dateOf(facts.at)];
  if (since > lastDayInTime(until, facts)) return going;
  const daysLeft = Math.max(1, daysBetween(since, until));
  const moved = { ...going, until: addDays(today, daysLeft) };
  const without = takeOff(moved, (month) => month > monthOf(since) && month < monthOf(today), facts.at);
  return putOn(without, monthsOf(laterOf(task.from, today), moved.until), facts.at);
}

/** The last day rolls over rest days (民法典 art. 203). */
function lastDayInTime(until: DateString, { calendars }: Facts): DateString {
  const { dueDate } = dueOf({ startedAt: startOfDay(addDays(until, -1)), limit: { calendarDays: 1 }, calendars });
  return dueDate ?? until;
}

function ended({ suspension, pastSuspensions }: DispatchData, at: number): DispatchData['pastSuspensions'] {
  return suspension === null ? pastSuspensions : [...pastSuspensions, { ...suspension, endedAt: at }];
}
