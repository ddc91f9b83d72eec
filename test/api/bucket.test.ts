import { expect, test } from 'vitest';
import { bucketOf } from '../../api/tasks/bucket.ts';
import { parseIso } from '../../processes/kernel/clock.ts';

const at = (text: string) => parseIso(`${text}+08:00`) ?? Number.NaN;
/** A Wednesday. */
const now = at('2026-12-02T10:00:00');
const dayEnd = (date: string) => ({ dueDate: date, dueAt: at(`${date}T00:00:00`) + 24 * 3_600_000 });

test.each([
  ['no clock', null, 'none'],
  ['yesterday', '2026-12-01', 'overdue'],
  ['today', '2026-12-02', 'today'],
  ['tomorrow', '2026-12-03', 'week'],
  ['Sunday of the week', '2026-12-06', 'week'],
  ['Monday after', '2026-12-07', 'later'],
] as const)('%s', (_name, date, bucket) => {
  const due = date === null ? { dueDate: null, dueAt: null } : dayEnd(date);
  expect(bucketOf(due.dueAt, due.dueDate, now)).toBe(bucket);
});

test('a limit in hours goes by its own instant, and the day is that of Beijing', () => {
  expect(bucketOf(at('2026-12-02T09:59:59'), null, now)).toBe('overdue');
  expect(bucketOf(at('2026-12-02T23:30:00'), null, now)).toBe('today');
  expect(bucketOf(at('2026-12-03T00:30:00'), null, now)).toBe('week');
  // In Beijing it is already Monday, elsewhere still Sunday.
  const monday = at('2026-12-07T01:00:00');
  expect(bucketOf(dayEnd('2026-12-07').dueAt, '2026-12-07', monday)).toBe('today');
  expect(bucketOf(dayEnd('2026-12-13').dueAt, '2026-12-13', monday)).toBe('week');
});
