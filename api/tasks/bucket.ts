import { addDays, type DateString, dateOf, type Instant, weekdayOf } from '../../processes/kernel/clock.ts';

/** Groups of an inbox by when a step is due. */
export type Bucket = 'overdue' | 'today' | 'week' | 'later' | 'none';

/** Where a step stands, on the clock of its own case; a week ends with its Sunday. */
export function bucketOf(dueAt: Instant | null, dueDate: DateString | null, at: Instant): Bucket {
  if (dueAt === null) return 'none';
  if (at >= dueAt) return 'overdue';
  const today = dateOf(at);
  const lastDay = dueDate ?? dateOf(dueAt);
  if (lastDay <= today) return 'today';
  return lastDay <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'later';
}
