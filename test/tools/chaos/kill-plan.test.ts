import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partNames } from '../../../tools/chaos/instance.ts';
import { planKills } from '../../../tools/chaos/kill-plan.ts';

test('whatever the seed, each part dies once, at a command that is there', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31), fc.integer({ min: 4, max: 200 }), (seed, commands) => {
      const kills = planKills(seed, commands);
      expect(kills.map(({ part }) => part).sort()).toEqual([...partNames].sort());
      for (const { command, delayMs } of kills) {
        expect(command).toBeGreaterThanOrEqual(0);
        expect(command).toBeLessThan(commands);
        expect(delayMs).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a seed gives the same plan again, another seed another one', () => {
  expect(planKills(7, 30)).toEqual(planKills(7, 30));
  expect(planKills(8, 30)).not.toEqual(planKills(7, 30));
});
