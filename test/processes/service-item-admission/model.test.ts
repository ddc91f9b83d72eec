import { describe, expect, it } from 'vitest';
import { stateHashOf } from '../../../processes/kernel/decide.ts';
import { gateNames } from '../../../processes/law/gates.ts';
import { rules } from '../../../processes/service-item-admission/rules.ts';
import { asks, modelPaths, replay } from './model.ts';
import { dispatchOf } from './walk.ts';

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

  it('a task that asks is answered with all gates wherever the case lives, and changes no state', () => {
    for (const path of paths) {
      if (rules.states[path.to].kind === 'final') continue;
      const walk = replay(path);
      const asked = asks(walk);
      expect(asked.state.state, path.steps.join(' > ')).toBe(walk.state.state);
      expect(dispatchOf(asked).gates.map(({ gate }) => gate)).toEqual(gateNames);
    }
  });

  it('the list only grows', () => {
    for (const path of paths) {
      let before: unknown[] = [];
      replay(path, (walk) => {
        const lines = rules.registers?.(walk.state.data as never, { caseId: walk.state.id, org: 'chaoyang' }) ?? [];
        expect(lines.slice(0, before.length)).toEqual(before);
        before = [...lines];
        return walk;
      });
    }
  });
});
