import { describe, expect, it } from 'vitest';
import { rules } from '../../../processes/dispatch/rules.ts';
import { stateHashOf } from '../../../processes/kernel/decide.ts';
import { modelPaths, replay } from './model.ts';
import { dataOf, linesOn } from './walk.ts';

const paths = modelPaths();

describe('paths of the machine', () => {
  it('reach every state', () => {
    expect([...new Set(paths.map((path) => path.to))].sort()).toEqual(Object.keys(rules.states).sort());
  });

  it('lead there through permissions, conditions and clocks as well, entry by entry', () => {
    for (const path of paths) {
      const walk = replay(path);
      expect(walk.state.state, path.steps.join(' > ')).toBe(path.to);
      expect(walk.entries.map((entry) => entry.seq)).toEqual(walk.entries.map((_, index) => index + 1));
      expect(walk.entries.at(-1)?.stateHash).toBe(stateHashOf(walk.state));
    }
  });

  it('give the same fingerprint when the case is stored as JSON after every step', () => {
    for (const path of paths) {
      const stored = replay(path, (walk) => ({ ...walk, state: JSON.parse(JSON.stringify(walk.state)) }));
      expect(stateHashOf(stored.state), path.steps.join(' > ')).toBe(stateHashOf(replay(path).state));
    }
  });

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
