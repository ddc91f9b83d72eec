import type { RoleName } from '../organisation.ts';

/** Identifier of an organisation: the path from the district down, dotted: `chaoyang.anzhen.anzhenxili`. */
export type OrgId = string;

/** A role held at an organisation; it reaches every case of that organisation and of those below it. */
export interface Holding {
  role: RoleName;
  org: OrgId;
}

/** The authenticated person who acts. */
export interface Actor {
  id: string;
  name: string;
  holdings: readonly Holding[];
}

/** An office at an organisation as one word, where persons and offices stand side by side. */
export function officeKey({ role, org }: Holding): string {
  return `office:${role}@${org}`;
}

/** True if `org` is `top` itself or lies below it. */
export function isWithin(org: OrgId, top: OrgId): boolean {
  return org === top || org.startsWith(`${top}.`);
}

/** True if one of the organisations is the other or lies above it. */
export function isInLine(one: OrgId, other: OrgId): boolean {
  return isWithin(one, other) || isWithin(other, one);
}
