import { describe, expect, it } from 'vitest';
import { rules } from '../../../processes/dispatch/rules.ts';
import { itFollowsPaths } from '../support/model.ts';
import { modelPaths, replay } from './model.ts';
import { dataOf, linesOn } from './walk.ts';

const paths = modelPaths();

describe('paths of the machine', () => {
  itFollowsPaths(rules, paths, replay);

  it('never change a line that was put on the burden register, and leave none of a task that nobody did', () => {
    for (const path of paths) {
      let before: readonly unknown[] = [];
      const walk = replay(path, (each) => {
        const lines = linesOn(each);
        expect(lines.slice(0, before.length), path.steps.join(' > ')).toEqual(before);
        before = lines;
        return each;
      });
      const last = new Map(linesOn(walk).map(({ key, value }) => [key, value]));
      const left = [...last.values()].filter((value) => value !== null);
      const idle = ['blocked', 'refused'].includes(walk.state.state);
      if (idle || (dataOf(walk).end && dataOf(walk).acceptance === null)) expect(left).toEqual([]);
    }
  });

  it('stand still in every clock while the task is not covered', () => {
    const suspended = paths.filter(({ to }) => to === 'suspended').map((path) => replay(path));
    expect(suspended.length).toBeGreaterThan(3);
    for (const { state } of suspended) {
      const open = state.deadlines.filter(({ endedAt }) => endedAt === null);
      expect(open.filter(({ pausedSince }) => pausedSince === null)).toEqual([]);
    }
  });
});
