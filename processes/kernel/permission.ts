import type { RoleName } from '../organisation.ts';
import { type Actor, isWithin, type OrgId } from './actor.ts';
import type { AnyRules, CaseData } from './define-rules.ts';
import { type Problem, problem } from './problem.ts';

/** Answers as what a person may give a command, or the problem that says why not. Denies by default (style.md §3.18). */
export function permissionOf(input: {
  rules: AnyRules;
  command: string;
  actor: Actor;
  org: OrgId;
  /** null before the case exists. */
  data: CaseData | null;
}): { as: string } | { refused: Problem } {
  const { rules, command, actor, org, data } = input;
  const grants = rules.permissions[command];
  if (grants === undefined) return { refused: problem('command.unknown', { command }) };
  if (grants === 'system') return { refused: problem('permission.denied', { command }) };
  const as = grants.find((grant) =>
    grant.startsWith('#')
      ? data !== null && isRelated(rules, data, grant.slice(1), actor.id)
      : actor.holdings.some((holding) => holding.role === (grant as RoleName) && isWithin(org, holding.org)),
  );
  if (as === undefined) return { refused: problem('permission.denied', { command }) };
  const broken =
    data && rules.separations.find((s) => s.commands.includes(command) && isRelated(rules, data, s.notBy, actor.id));
  if (broken) return { refused: problem(broken.code, { command }) };
  return { as };
}

/** True if the person stands in the relation to the case. */
export function isRelated(rules: AnyRules, data: CaseData, relation: string, personId: string): boolean {
  return rules.relations[relation]?.(data).includes(personId) ?? false;
}

/** The relations in which a person stands to a case. */
export function relationsOf(rules: AnyRules, data: CaseData, personId: string): string[] {
  return Object.keys(rules.relations).filter((relation) => isRelated(rules, data, relation, personId));
}
