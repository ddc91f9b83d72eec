import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process, told from a later one that was given the same pid. */
export type ProcessIdentity = { pid: number; started: string };

/** When the process started, in whatever measure the system keeps; undefined where there is no such process. */
export function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      // The name in brackets may hold spaces and brackets: count from the last one (proc(5), field 22).
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Tells whether that very process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return startOf(identity.pid) === identity.started;
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, started: startOf(pid) ?? '' };
}
