import { describe, expect, it } from 'vitest';
import { stateHashOf } from '../../../processes/kernel/decide.ts';
import { rules } from '../../../processes/resident-proposal/rules.ts';
import { modelPaths, replay } from './model.ts';
import type { Walk } from './walk.ts';

const paths = [...modelPaths(false), ...modelPaths(true)];
const walked = new Map<string, Walk>();

describe('paths of the machine', () => {
  it('reach every state', () => {
    expect([...new Set(paths.map((path) => path.to))].sort()).toEqual(Object.keys(rules.states).sort());
  });

  it('lead there through permissions, conditions and clocks as well, entry by entry', () => {
    for (const path of paths) {
      const walk = replay(path, walked);
      expect(walk.state.state, path.steps.join(' > ')).toBe(path.to);
      expect(walk.entries.map((entry) => entry.seq)).toEqual(walk.entries.map((_, index) => index + 1));
      expect(walk.entries.at(-1)?.stateHash).toBe(stateHashOf(walk.state));
    }
  });

  it('give the same fingerprint when the case is stored as JSON after every step', () => {
    const storedWalks = new Map<string, Walk>();
    for (const path of paths) {
      const stored = replay(path, storedWalks, (walk) => ({ ...walk, state: JSON.parse(JSON.stringify(walk.state)) }));
      expect(stateHashOf(stored.state), path.steps.join(' > ')).toBe(stateHashOf(replay(path, walked).state));
    }
  });
});
