import { describe, expect, it } from 'vitest';
import { gateNames } from '../../../processes/law/gates.ts';
import { rules } from '../../../processes/service-item-admission/rules.ts';
import { itFollowsPaths } from '../support/model.ts';
import { asks, modelPaths, replay } from './model.ts';
import { dispatchOf } from './walk.ts';

const paths = modelPaths();

describe('paths of the machine', () => {
  itFollowsPaths(rules, paths, replay);

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
