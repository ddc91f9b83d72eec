import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsOf, standingMonths } from '../../../processes/dispatch/burden.ts';
import { addDays, dateOf, HOUR_MS, startOfDay } from '../../../processes/kernel/clock.ts';
import { isOverdue, lightOf } from '../../../processes/kernel/deadline.ts';
import { dueOf } from '../../../processes/kernel/limit.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { act, beijing, dataOf, deadline, linesOn, taken, type Walk } from './walk.ts';

const days = fc.integer({ min: 8, max: 90 });
const hoursBetween = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 });

/** Money goes and comes, in turn, after so many hours each. */
function standstills(until: number, gaps: readonly number[]): Walk[] {
  const start = taken({ at: beijing('2026-03-02'), form: { until: addDays('2026-03-02', until) } });
  const walks = [start];
  for (const [index, gap] of gaps.entries()) {
    const before = walks.at(-1) ?? start;
    const command = index % 2 === 0 ? 'task.suspend' : 'task.resume';
    walks.push(act(before, { command, at: before.at + gap * HOUR_MS }));
  }
  return walks;
}

describe('whenever and however often the money goes and comes', () => {
  it('the last day that the task tells is the one that its clock counts', () => {
    fc.assert(
      fc.property(days, hoursBetween, (until, gaps) => {
        for (const walk of standstills(until, gaps).filter(({ state }) => state.state === 'accepted')) {
          const told = startOfDay(addDays(dataOf(walk).until, -1));
          const rolled = dueOf({ startedAt: told, limit: { calendarDays: 1 }, calendars });
          expect(deadline(walk, 'work').dueDate).toBe(rolled.dueDate);
        }
      }),
    );
  });

  it('nothing becomes overdue while it stands still: red after it only if red before it', () => {
    fc.assert(
      fc.property(days, hoursBetween, (until, gaps) => {
        const walks = standstills(until, gaps);
        for (const [index, walk] of walks.entries()) {
          const before = walks[index - 1];
          if (before === undefined) continue;
          const wasLate = isOverdue(deadline(before, 'work'), walk.state.state === 'suspended' ? walk.at : before.at);
          expect(lightOf(deadline(walk, 'work'), walk.at) === 'red').toBe(wasLate);
        }
      }),
    );
  });

  it('the hours stand once in each month that is still to come, and no line is ever changed', () => {
    fc.assert(
      fc.property(days, hoursBetween, (until, gaps) => {
        const walks = standstills(until, gaps);
        for (const [index, walk] of walks.entries()) {
          const before = linesOn(walks[index - 1] ?? walk);
          expect(linesOn(walk).slice(0, before.length)).toEqual(before);
          const standing = standingMonths(dataOf(walk));
          expect(new Set(standing).size).toBe(standing.length);
          if (walk.state.state !== 'accepted') continue;
          const { until } = dataOf(walk);
          expect(standing).toEqual(expect.arrayContaining(monthsOf(dateOf(walk.at), until)));
        }
      }),
    );
  });
});
