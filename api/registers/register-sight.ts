import { processes } from '../../processes/index.ts';
import { type Actor, isInLine } from '../../processes/kernel/actor.ts';
import type { Process } from '../../processes/kernel/define-process.ts';

/** Whether somebody may read what is kept there: a few registers are for who belongs to the place, or is in office above it. */
export function mayRead(
  register: string,
  org: string,
  reader: Actor | null,
  from: readonly Process[] = processes,
): boolean {
  if (!from.some(({ rules }) => rules.communityRegisters?.includes(register))) return true;
  return reader?.holdings.some((holding) => isInLine(org, holding.org)) ?? false;
}
