import type { Holding } from '../kernel/actor.ts';
import { orgAtLevel, type RoleName, roles } from '../organisation.ts';
import type { Responsible } from './data.ts';

/**
 * Offices that an order can be given to: everybody who may be expected to act in a case, but neither residents, who owe
 * nothing, nor those who issue and verify orders.
 */
export const responsibleRoles = [
  'communityWorker',
  'residentsCommitteeDirector',
  'partySecretary',
  'hallModerator',
  'residentsSupervisor',
  'serviceProvider',
  'subdistrictOfficer',
  'subdistrictFinance',
  'subdistrictLeader',
  'districtOfficer',
] as const satisfies readonly RoleName[];

export function isResponsibleRole(role: RoleName): role is Responsible['role'] {
  return (responsibleRoles as readonly RoleName[]).includes(role);
}

/** True if the office sits where the order says: at the organisation of its level above the case. */
export function sitsAt({ role, org }: Responsible, caseOrg: string): boolean {
  return orgAtLevel(caseOrg, roles[role].level) === org;
}

/** The office above the unit: the leader of the sub-district or, where the order is for that level's head, the district. */
export function officeAbove({ role, org }: Responsible): Holding {
  return role === 'subdistrictLeader' || roles[role].level === 'district'
    ? { role: 'districtOfficer', org: orgAtLevel(org, 'district') }
    : { role: 'subdistrictLeader', org: orgAtLevel(org, 'subdistrict') };
}

export function isSameUnit(one: Responsible, other: Responsible): boolean {
  return one.role === other.role && one.org === other.org;
}
