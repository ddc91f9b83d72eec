import { expect, test } from 'vitest';
import { HOUR_MS, type Instant } from '../../processes/kernel/clock.ts';
import { decide } from '../../processes/kernel/decide.ts';
import { tinyRules } from '../fixtures/tiny-process/rules.ts';
import { worker } from '../support/tiny-people.ts';
import { MORNING, reported } from '../support/tiny-steps.ts';

const { state } = reported('case-1');
const dueAt = MORNING + 48 * HOUR_MS;

const assignedAt = (at: Instant) =>
  decide(tinyRules, state, {
    command: 'lamp.assign',
    form: { to: 'p-zhao' },
    actor: worker,
    at,
    commandId: 'assign',
  });

test('an act in the last millisecond of a window is in time', () => {
  expect(assignedAt(dueAt - 1)).toMatchObject({ state: { state: 'assigned', seq: 2 }, entries: [{ at: dueAt - 1 }] });
});

test.each([dueAt, dueAt + 1, dueAt + HOUR_MS])('an act at %d is late, whether or not a timer has fired', (at) => {
  expect(assignedAt(at)).toEqual({ refused: { code: 'case.closed' } });
});
