import { expect, test } from 'vitest';
import { ATTEMPTS_MAX, backOffMs } from '../../../worker/sender/back-off.ts';

test('waits double from half a minute to four hours and last longer than a day in all', () => {
  const waits = Array.from({ length: ATTEMPTS_MAX - 1 }, (_, index) => backOffMs('msg_1', index + 1));
  expect(waits[0]).toBeGreaterThanOrEqual(24_000);
  expect(waits[0]).toBeLessThanOrEqual(36_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1.2 * 4 * 3_600_000);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(36 * 3_600_000);
});

test('the spread differs between messages and repeats for the same one', () => {
  const waits = Array.from({ length: 50 }, (_, index) => backOffMs(`msg_${index}`, 3));
  expect(new Set(waits).size).toBeGreaterThan(45);
  expect(backOffMs('msg_7', 3)).toBe(waits[7]);
});
