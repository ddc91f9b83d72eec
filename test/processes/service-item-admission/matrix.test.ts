import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../processes/kernel/actor.ts';
import { decide } from '../../../processes/kernel/decide.ts';
import { officesOf, relationsOf } from '../../../processes/kernel/permission.ts';
import { type RoleName, roles } from '../../../processes/organisation.ts';
import { type Forms, forms } from '../../../processes/service-item-admission/forms.ts';
import type { Relation, State } from '../../../processes/service-item-admission/names.ts';
import { rules } from '../../../processes/service-item-admission/rules.ts';
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
          expect(['system', ...roleNames, ...relationNames.map((name) => `#${name}`)]).toContain(grant);
        }
      }
    }
  });

  it.each(states)('holds for every command and office in %s', (state) => {
    const data = dataOf(walkTo(state));
    for (const command of commands) {
      for (const role of roleNames) {
        const actor = person(`some-${role}`, role);
        const grants = [role, ...relationNames.filter((name) => sits(actor, name, data)).map((name) => `#${name}`)];
        expect(opens(state, command, actor), `${state} ${command} ${role}`).toBe(allowed(state, command, grants));
      }
    }
  });

  it.each(states)('holds for every command and relation in %s', (state) => {
    const data = dataOf(walkTo(state));
    for (const relation of relationNames) {
      const id = rules.relations[relation](data)[0];
      if (id === undefined) continue;
      // Who has answered for a community is related for seeing the case; only its office answers.
      const grants = relationsOf(rules, data, id).map((name) => `#${name}`);
      for (const command of commands) {
        expect(opens(state, command, person(id)), `${state} ${command} #${relation}`).toBe(
          allowed(state, command, grants),
        );
      }
    }
  });

  it.each(states)('holds for what the case of a task sends in %s', (state) => {
    for (const command of commands) {
      expect(opens(state, command, null), `${state} ${command} system`).toBe(allowed(state, command, ['system']));
    }
  });

  it('an office elsewhere opens nothing', () => {
    for (const state of states) {
      for (const command of commands) {
        for (const role of roleNames) {
          const org = roles[role].level === 'district' ? 'haidian' : 'chaoyang.elsewhere.elsewhere';
          expect(opens(state, command, person(`other-${role}`, role, org)), `${state} ${command} ${role}`).toBe(false);
        }
      }
    }
  });

  it('every relation is tried somewhere', () => {
    const tried = relationNames.filter((relation) =>
      states.some((state) => {
        const data = dataOf(walkTo(state));
        return rules.relations[relation](data).length + officesOf(rules, data, relation).length > 0;
      }),
    );
    expect(tried).toEqual(relationNames);
  });
});

/** True unless the command is refused for who gives it or for the state; a named condition means the door is open. */
function opens(state: State, command: keyof Forms, actor: Actor | null): boolean {
  const walk = walkTo(state);
  const at = walk.at + 60_000;
  const form = sampleForms[command](at);
  const decision = decide(rules, walk.state, {
    command,
    form,
    actor: actor ?? person('system'),
    at,
    commandId: 'm',
    ...(actor ? {} : { relayed: true }),
  });
  const closed = ['permission.denied', 'command.notNow', 'command.unknown', 'case.closed'];
  return !('refused' in decision && closed.includes(decision.refused.code));
}

function sits(actor: Actor, relation: Relation, data: ReturnType<typeof dataOf>): boolean {
  return officesOf(rules, data, relation).some(({ role, org }) =>
    actor.holdings.some((holding) => holding.role === role && holding.org === org),
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

/** One admission in each state, by the first way that leads there. */
function oneWalkPerState(): Map<State, Walk> {
  const found = new Map<State, Walk>();
  for (const path of modelPaths()) {
    // Before anything is heard, all communities still have their say.
    if (!found.has(path.to)) found.set(path.to, replay(path));
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
