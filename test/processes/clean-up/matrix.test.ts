import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Forms, forms } from '../../../processes/clean-up/forms.ts';
import type { Relation, State } from '../../../processes/clean-up/names.ts';
import { rules } from '../../../processes/clean-up/rules.ts';
import type { Actor } from '../../../processes/kernel/actor.ts';
import { HOUR_MS } from '../../../processes/kernel/clock.ts';
import { decide } from '../../../processes/kernel/decide.ts';
import { relationsOf } from '../../../processes/kernel/permission.ts';
import { type RoleName, roles } from '../../../processes/organisation.ts';
import { modelPaths, replay } from './model.ts';
import { sampleForms } from './sample-forms.ts';
import { dataOf, person, type Walk } from './walk.ts';

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
        expect(opens(state, command, person(`some-${role}`, role)), `${state} ${command} ${role}`).toBe(
          allowed(state, command, [role]),
        );
      }
    }
  });

  it.each(states)('holds for every command and relation in %s', (state) => {
    const data = dataOf(walkTo(state));
    for (const relation of relationNames) {
      const id = rules.relations[relation](data)[0];
      if (id === undefined) continue;
      const grants = relationsOf(rules, data, id).map((name) => `#${name}`);
      for (const command of commands) {
        expect(opens(state, command, person(id)), `${state} ${command} #${relation}`).toBe(
          allowed(state, command, grants),
        );
      }
    }
  });

  it('an office elsewhere opens nothing', () => {
    for (const state of states) {
      for (const command of commands) {
        for (const role of roleNames) {
          const org = roles[role].level === 'district' ? 'haidian' : 'chaoyang.elsewhere.elsewhere';
          const actor = person(`other-${role}`, role, org);
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
function opens(state: State, command: keyof Forms, actor: Actor): boolean {
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

/** One census in each state. The longest way leaves the most hands on record. */
function oneWalkPerState(): Map<State, Walk> {
  const found = new Map<State, Walk>();
  for (const path of modelPaths()) {
    const known = found.get(path.to);
    const walk = replay(path);
    if (!known || walk.entries.length > known.entries.length) found.set(path.to, walk);
  }
  return found;
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
