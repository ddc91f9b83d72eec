import { expect, test } from 'vitest';
import { percentile, spreadOf } from '../../bench/percentile.ts';

test('the percentile is a value that was measured, by nearest rank', () => {
  const sorted = Array.from({ length: 200 }, (_, index) => index + 1);
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(sorted, share))).toEqual([100, 190, 198, 200]);
  expect(percentile([7], 0.99)).toBe(7);
});

test('a series need not be sorted', () => {
  expect(spreadOf([30, 10, 20])).toEqual({ count: 3, p50: 20, p95: 30, p99: 30 });
});
