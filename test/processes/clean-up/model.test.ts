import { describe, expect, it } from 'vitest';
import { rules } from '../../../processes/clean-up/rules.ts';
import { stateHashOf } from '../../../processes/kernel/decide.ts';
import { modelPaths, replay } from './model.ts';

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
});
