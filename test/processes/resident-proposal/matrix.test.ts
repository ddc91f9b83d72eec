import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../processes/kernel/clock.ts';
import { decide } from '../../../processes/kernel/decide.ts';
import { relationsOf } from '../../../processes/kernel/permission.ts';
import { orgAtLevel, type RoleName, roles } from '../../../processes/organisation.ts';
import type { ProposalData } from '../../../processes/resident-proposal/data.ts';
import { type Forms, forms } from '../../../processes/resident-proposal/forms.ts';
import type { Relation, State } from '../../../processes/resident-proposal/names.ts';
import { rules } from '../../../processes/resident-proposal/rules.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import { modelPaths, replay } from './model.ts';
import { dataOf, ORG, person, type Walk } from './walk.ts';

const golden = readMatrix();
const states = Object.keys(rules.states) as State[];
const commands = Object.keys(forms) as (keyof Forms)[];
const roleNames = Object.keys(roles) as RoleName[];
const relationNames = Object.keys(rules.relations) as Relation[];
const walks = oneWalkPerState();

describe('who may do what', () => {
  it('the table names every state and nothing that does not exist', () => {
    expect([...golden.keys()].sort()).toEqual([...states].sort());
    for (const row of golden.values()) {
      for (const [command, grants] of row) {
        expect(commands).toContain(command);
        for (const grant of grants) {
          expect([...roleNames, ...relationNames.map((name) => `#${name}`)]).toContain(grant);
        }
      }
    }
  });

  it.each(states)('holds for every command and office in %s', (state) => {
    for (const command of commands) {
      for (const role of roleNames) {
        const actor = person(`some-${role}`, role, orgAtLevel(ORG, roles[role].level));
        expect(opens(state, command, actor), `${state} ${command} ${role}`).toBe(allowed(state, command, [role]));
      }
    }
  });

  it.each(states)('holds for every command and relation in %s', (state) => {
    const walk = walkTo(state);
    for (const relation of relationNames) {
      const id = rules.relations[relation](dataOf(walk))[0];
      if (id === undefined) continue;
      const grants = relationsOf(rules, dataOf(walk), id).map((name) => `#${name}`);
      for (const command of commands) {
        const expected = allowed(state, command, grants);
        expect(opens(state, command, person(id)), `${state} ${command} #${relation}`).toBe(expected);
      }
    }
  });

  it('an office in another community opens nothing', () => {
    for (const state of states) {
      for (const command of commands) {
        for (const role of roleNames.filter((name) => roles[name].level === 'community')) {
          const actor = person(`other-${role}`, role, 'chaoyang.anzhen.elsewhere');
          expect(opens(state, command, actor), `${state} ${command} ${role}`).toBe(false);
        }
      }
    }
  });

  it('every relation is tried somewhere', () => {
    const tried = relationNames.filter((relation) =>
      states.some((state) => rules.relations[relation](dataOf(walkTo(state))).length > 0),
    );
    expect(tried).toEqual(relationNames);
  });
});

/** True unless the command is refused for who gives it or for the state; a named condition means the door is open. */
function opens(state: State, command: keyof Forms, actor: ReturnType<typeof person>): boolean {
  const walk = walkTo(state);
  const at = walk.at + HOUR_MS;
  const decision = decide(rules, walk.state, { command, form: sampleForms[command](at), actor, at, commandId: 'm' });
  return !(
    'refused' in decision && ['permission.denied', 'command.notNow', 'case.closed'].includes(decision.refused.code)
  );
}

function allowed(state: State, command: keyof Forms, grants: readonly string[]): boolean {
  return (
    golden
      .get(state)
      ?.get(command)
      ?.some((grant) => grants.includes(grant)) ?? false
  );
}

function walkTo(state: State): Walk {
  const walk = walks.get(state);
  if (!walk) throw new Error(`no path to ${state}`);
  return walk;
}

/** One case in each state, with somebody in the relations that the shortest path leaves empty. */
function oneWalkPerState(): Map<State, Walk> {
  const walked = new Map<string, Walk>();
  const found = new Map<State, Walk>();
  for (const path of [...modelPaths(false), ...modelPaths(true)]) {
    if (!found.has(path.to)) found.set(path.to, peopled(replay(path, walked)));
  }
  return found;
}

function peopled(walk: Walk): Walk {
  const data = dataOf(walk);
  const merged = { personId: 'merged-proposer', name: '孙丽', building: '14号楼' };
  const more: Partial<ProposalData> = {
    mergedCases: [{ caseId: 'case-2', title: '车棚充电桩', proposers: [merged], at: walk.at, sealed: true }],
    recusals: [
      {
        personId: 'recused',
        name: '郑强',
        relation: 'relative',
        explanation: '亲属',
        by: { id: 'recused', name: '郑强' },
        at: walk.at,
      },
    ],
  };
  return { ...walk, state: { ...walk.state, data: { ...data, ...more } as Walk['state']['data'] } };
}

function readMatrix(): Map<State, Map<keyof Forms, string[]>> {
  const table = new Map<State, Map<keyof Forms, string[]>>();
  let row = new Map<keyof Forms, string[]>();
  for (const line of readFileSync(new URL('./matrix.txt', import.meta.url), 'utf8').split('\n')) {
    const [first = '', ...grants] = line.trim().split(/\s+/);
    if (first === '' || first === '#') continue;
    if (line.startsWith(' ')) {
      row.set(first as keyof Forms, grants);
    } else {
      row = new Map();
      table.set(first as State, row);
    }
  }
  return table;
}
