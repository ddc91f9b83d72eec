import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isRunning, type ProcessIdentity, startOf } from '../launch/process-identity.ts';

/** What still runs of an instance: known processes, and any whose command line or environment names its folder. */
export function leftoversOf(home: string, everRan: readonly ProcessIdentity[]): string[] {
  const known = everRan.filter(isRunning).map(({ pid }) => `pid ${pid}`);
  return [...known, ...processesNaming(home)];
}

function processesNaming(home: string): string[] {
  if (!existsSync('/proc/self/environ')) {
    const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
    return lines.filter((line) => line.includes(home));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && startOf(Number(name)) !== undefined)
    .map((pid) => ({ pid, commandLine: read(`/proc/${pid}/cmdline`), environment: read(`/proc/${pid}/environ`) }))
    .filter(({ commandLine, environment }) => `${commandLine}${environment}`.includes(home))
    .map(({ pid, commandLine }) => `pid ${pid} ${commandLine}`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
