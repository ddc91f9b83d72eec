import { orgAtLevel, type RoleName, roles } from '../organisation.ts';
import type { Holding } from './actor.ts';
import type { CaseState } from './case.ts';
import { expectedDecisions } from './common/offer.ts';
import { brokenCondition } from './condition.ts';
import type { AnyRules, Facts, Grant, StateRule } from './define-rules.ts';
import { officesOf } from './permission.ts';

/** What a rule needs of a case to find people. */
export type Addressable = Pick<CaseState, 'id' | 'state' | 'org' | 'data' | 'deadlines' | 'settings' | 'changedAt'>;

/** Offices at their organisations, and single persons. */
export interface Addressees {
  roles: Holding[];
  persons: string[];
}

/** Whom grants mean in one case: each office at the organisation of its level, each relation its persons and offices. */
export function addresseesOf(rules: AnyRules, state: Addressable, grants: readonly string[]): Addressees {
  const found: Addressees = { roles: [], persons: [] };
  for (const grant of grants) {
    if (grant.startsWith('#')) {
      found.persons.push(...(rules.relations[grant.slice(1)]?.(state.data) ?? []));
      found.roles.push(...officesOf(rules, state.data, grant.slice(1)));
    } else {
      found.roles.push(officeFor(grant as RoleName, state.org.id));
    }
  }
  const offices = new Map(found.roles.map((holding) => [`${holding.role}@${holding.org}`, holding]));
  return { roles: [...offices.values()], persons: [...new Set(found.persons)] };
}

/** A step that stands in somebody's inbox. */
export interface Expectation {
  command: string;
  grant: Grant<string>;
}

const nobody = { id: '', name: '', holdings: [] };

/**
 * The next steps of a case: those of its state that can be given as things stand, and decisions on requests for more
 * time. A step whose conditions fail before any form is seen is nobody's turn yet; conditions that look at the time are judged
 * as of the last entry, or as of the reader's now.
 */
export function expectationsOf(
  rules: AnyRules,
  state: Addressable,
  now?: Pick<Facts, 'at' | 'calendars'>,
): Expectation[] {
  const rule: StateRule<string, string> | undefined = rules.states[state.state];
  const { id: caseId, org, settings, data } = state;
  const { at, calendars } = now ?? { at: state.changedAt, calendars: [] };
  const facts = { at, calendars, caseId, org, settings, registers: [] };
  const own = Object.entries(rule?.expects ?? {})
    .flatMap(([command, grant]) => (grant ? [{ command, grant }] : []))
    .filter(({ command }) => !brokenCondition(rules, command, { data, form: null, actor: nobody, facts }))
    // Ladders were armed without this; only readers ask with a time of their own.
    .filter(({ command }) => now === undefined || !rules.pointless?.[command]?.({ data, actor: null }));
  return [...own, ...expectedDecisions(rules, state.deadlines)];
}

function officeFor(role: RoleName, org: string): Holding {
  return { role, org: orgAtLevel(org, roles[role].level) };
}
