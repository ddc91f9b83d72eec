import type { RoleName } from '../organisation.ts';
import { type Actor, type Holding, isWithin, type OrgId } from './actor.ts';
import type { AnyRules, CaseData } from './define-rules.ts';
import { type Problem, problem } from './problem.ts';

/** Answers as what a person may give a command, or the problem that says why not. Denies by default: what no rule allows is refused. */
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
  const as = grantHeld({ rules, grants, actor, org, data });
  if (as === undefined) return { refused: problem('permission.denied', { command }) };
  const broken =
    data && rules.separations.find((s) => s.commands.includes(command) && isRelated(rules, data, s.notBy, actor.id));
  if (broken) return { refused: problem(broken.code, { command }) };
  return { as };
}

/** The first of these grants that the person holds for the case. */
export function grantHeld(input: {
  rules: AnyRules;
  grants: readonly string[];
  actor: Actor;
  org: OrgId;
  data: CaseData | null;
}): string | undefined {
  const { rules, grants, actor, org, data } = input;
  return grants.find((grant) =>
    grant.startsWith('#')
      ? data !== null && stands(rules, data, grant.slice(1), actor)
      : actor.holdings.some((holding) => holding.role === (grant as RoleName) && isWithin(org, holding.org)),
  );
}

/** True if another case or the clock may give the command. */
export function isForSystem(rules: AnyRules, command: string): boolean {
  const grants = rules.permissions[command];
  return grants === 'system' || (grants?.includes('system') ?? false);
}

/** The offices that stand in the relation to the case. */
export function officesOf(rules: AnyRules, data: CaseData, relation: string): readonly Holding[] {
  return rules.offices?.[relation]?.(data) ?? [];
}

/** Every office that stands in any relation to the case. */
export function relatedOffices(rules: AnyRules, data: CaseData): readonly Holding[] {
  return Object.keys(rules.offices ?? {}).flatMap((relation) => officesOf(rules, data, relation));
}

/** True if the person, or an office that he holds, stands in the relation to the case. */
function stands(rules: AnyRules, data: CaseData, relation: string, actor: Actor): boolean {
  if (isRelated(rules, data, relation, actor.id)) return true;
  return officesOf(rules, data, relation).some(({ role, org }) =>
    actor.holdings.some((holding) => holding.role === role && isWithin(org, holding.org)),
  );
}

/** True if the person himself stands in the relation to the case. */
export function isRelated(rules: AnyRules, data: CaseData, relation: string, personId: string): boolean {
  return rules.relations[relation]?.(data).includes(personId) ?? false;
}

/** The relations in which a person stands to a case. */
export function relationsOf(rules: AnyRules, data: CaseData, personId: string): string[] {
  return Object.keys(rules.relations).filter((relation) => isRelated(rules, data, relation, personId));
}
