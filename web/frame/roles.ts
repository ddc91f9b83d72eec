import type { Actor } from '../../processes/kernel/actor.ts';
import { isStaffRole, roles } from '../../processes/organisation.ts';

/** True for whoever works here: the workplace is his. */
export function isWorker(actor: Actor | null): boolean {
  return actor?.holdings.some(({ role }) => isStaffRole(role) || role === 'serviceProvider') ?? false;
}

/** True for offices of staff. */
export function isStaffMember(actor: Actor | null): boolean {
  return actor?.holdings.some(({ role }) => isStaffRole(role)) ?? false;
}

/** True for offices above the community: whoever watches over several. */
export function isAbove(actor: Actor | null): boolean {
  return actor?.holdings.some(({ role }) => isStaffRole(role) && roles[role].level !== 'community') ?? false;
}

/** True for whoever holds one of these roles anywhere. */
export function holdsRole(actor: Actor | null, ...wanted: string[]): boolean {
  return actor?.holdings.some(({ role }) => wanted.includes(role)) ?? false;
}

/** True for whoever only lives here and holds no other office. */
export function isResidentOnly(actor: Actor): boolean {
  return actor.holdings.every(({ role }) => role === 'resident');
}
