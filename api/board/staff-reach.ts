import { type Actor, isWithin } from '../../processes/kernel/actor.ts';
import { type Locale, say, type Words } from '../../processes/kernel/text.ts';
import { isStaffRole, roles } from '../../processes/organisation.ts';
import { apiProblem } from '../problems/api-problem.ts';

/** The organisations that a person's offices of staff reach, without those that lie below another of them. */
export function staffTops(actor: Actor): string[] {
  const held = [...new Set(actor.holdings.filter(({ role }) => isStaffRole(role)).map(({ org }) => org))];
  return held.filter((org) => !held.some((other) => other !== org && isWithin(org, other)));
}

/** The same for somebody who must be staff; whoever is not is told so. */
export function staffReach(actor: Actor, what: Words, locale: Locale): string[] {
  const tops = staffTops(actor);
  if (tops.length === 0) throw apiProblem('permission.denied', { command: say(what, locale) });
  return tops;
}

/** True for an office above the community: those who set figures or answer for several communities. */
export function isAboveCommunity(actor: Actor): boolean {
  return actor.holdings.some(({ role }) => isStaffRole(role) && roles[role].level !== 'community');
}
