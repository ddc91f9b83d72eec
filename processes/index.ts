import type { Process } from './kernel/define-process.ts';
import * as registered from './register.ts';

/** The register with forms and words, for everybody but the workflow sandbox. */
export const processes: readonly Process[] = Object.values(registered);

/** The process that the system opens when a ladder says `order`. */
export function orderProcess(): Process | undefined {
  return processes.findLast((process) => process.orderFor !== undefined);
}

/** A process by its id, in a given version or the newest. */
export function processOf(id: string, version?: number): Process | undefined {
  return processes
    .filter(({ rules }) => rules.id === id && (version === undefined || rules.version === version))
    .reduce<Process | undefined>(
      (latest, process) => (latest && latest.rules.version > process.rules.version ? latest : process),
      undefined,
    );
}
