import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../processes/kernel/actor.ts';
import type { CaseState } from '../../../processes/kernel/case.ts';
import { type Instant, MINUTE_MS } from '../../../processes/kernel/clock.ts';
import { decide } from '../../../processes/kernel/decide.ts';
import type { AnyRules, CaseData } from '../../../processes/kernel/define-rules.ts';
import { officesOf, relationsOf } from '../../../processes/kernel/permission.ts';
import { orgAtLevel, type RoleName, roles } from '../../../processes/organisation.ts';

export interface Matrix {
  rules: AnyRules;
  /** The table: who may do what in which state, written by hand. */
  table: URL;
  /** The commands of the process, each with a form that passes its schema. */
  sampleForms: Readonly<Record<string, (at: Instant) => object>>;
  /** A community in the hierarchy of the cases. */
  community: string;
  /** A case in each state. */
  walks: ReadonlyMap<string, StandingCase>;
}

export interface StandingCase {
  state: CaseState;
  at: Instant;
}

const roleNames = Object.keys(roles) as RoleName[];
/** Who may not give a command at all is refused with one of these; a condition that has a name means the door is open. */
const closed = ['permission.denied', 'command.unknown', 'command.notNow', 'case.closed'];

/** Holds every cell of state × command × grant against the rules; what the table does not list is refused. */
export function describeMatrix({ rules, table, sampleForms, community, walks }: Matrix): void {
  const golden = readMatrix(table);
  const states = Object.keys(rules.states);
  const commands = Object.keys(sampleForms);
  const relationNames = Object.keys(rules.relations);

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
      const { data } = walkTo(state).state;
      for (const role of roleNames) {
        const actor = holderOf(role, orgAtLevel(community, roles[role].level));
        const grants = [role, ...relationNames.filter((name) => sits(actor, name, data)).map((name) => `#${name}`)];
        expectRow(state, actor, grants);
      }
    });

    it.each(states)('holds for every command and relation in %s', (state) => {
      const { data } = walkTo(state).state;
      const related = relationNames.flatMap((relation) => rules.relations[relation]?.(data) ?? []);
      for (const id of new Set(related)) {
        // Who is in an office of the relation has it by that office alone; whoever acts here holds none.
        expectRow(
          state,
          { id, name: id, holdings: [] },
          relationsOf(rules, data, id).map((name) => `#${name}`),
        );
      }
    });

    it.each(states)('holds for what another case sends in %s', (state) => {
      expectRow(state, 'system', ['system']);
    });

    it('an office elsewhere opens nothing', () => {
      for (const state of states) {
        for (const role of roleNames) {
          const org = roles[role].level === 'district' ? 'haidian' : 'chaoyang.elsewhere.elsewhere';
          expectRow(state, holderOf(role, org), []);
        }
      }
    });

    it('every relation is tried somewhere', () => {
      const tried = relationNames.filter((relation) =>
        [...walks.values()].some(({ state: { data } }) => {
          const persons = rules.relations[relation]?.(data) ?? [];
          return persons.length + officesOf(rules, data, relation).length > 0;
        }),
      );
      expect(tried).toEqual(relationNames);
    });
  });

  function expectRow(state: string, actor: Actor | 'system', grants: readonly string[]): void {
    const listed = golden.get(state);
    const who = actor === 'system' ? actor : actor.id;
    for (const command of commands) {
      const isAllowed = listed?.get(command)?.some((grant) => grants.includes(grant)) ?? false;
      expect(opens(state, command, actor), `${state} ${command} ${who}`).toBe(isAllowed);
    }
  }

  function opens(state: string, command: string, actor: Actor | 'system'): boolean {
    const walk = walkTo(state);
    const at = walk.at + MINUTE_MS;
    const decision = decide(rules, walk.state, {
      command,
      form: sampleForms[command]?.(at) ?? {},
      actor: actor === 'system' ? { id: 'case:other', name: 'other', holdings: [] } : actor,
      at,
      commandId: 'm',
      ...(actor === 'system' ? { relayed: true, fromOrg: orgAtLevel(community, 'district') } : {}),
    });
    return !('refused' in decision && closed.includes(decision.refused.code));
  }

  function sits(actor: Actor, relation: string, data: CaseData): boolean {
    return officesOf(rules, data, relation).some(({ role, org }) =>
      actor.holdings.some((holding) => holding.role === role && holding.org === org),
    );
  }

  function walkTo(state: string): StandingCase {
    const walk = walks.get(state);
    if (!walk) throw new Error(`no path to ${state}`);
    return walk;
  }
}

/** One case in each state. Among several that come there the one is taken that `isBetter` than those before. */
export function onePerState<Walk extends StandingCase>(
  walks: Iterable<Walk>,
  isBetter: (walk: Walk, known: Walk) => boolean = () => false,
): Map<string, Walk> {
  const found = new Map<string, Walk>();
  for (const walk of walks) {
    const known = found.get(walk.state.state);
    if (!known || isBetter(walk, known)) found.set(walk.state.state, walk);
  }
  return found;
}

function holderOf(role: RoleName, org: string): Actor {
  return { id: `some-${role}`, name: role, holdings: [{ role, org }] };
}

/** A line that is not indented names a state; the lines below it a command and its grants. */
function readMatrix(table: URL): Map<string, Map<string, string[]>> {
  const states = new Map<string, Map<string, string[]>>();
  let row = new Map<string, string[]>();
  for (const line of readFileSync(table, 'utf8').split('\n')) {
    const [first = '', ...grants] = line.trim().split(/\s+/);
    if (first === '' || first === '#') continue;
    if (line.startsWith(' ')) {
      row.set(first, grants);
    } else {
      row = new Map();
      states.set(first, row);
    }
  }
  return states;
}
