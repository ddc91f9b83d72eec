import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from '../../tools/launch/process-identity.ts';

/** A command in a process group of its own, as a terminal would start it. */
export type Command = {
  pid: number;
  output: () => string;
  isEnded: () => boolean;
  ended: Promise<number | NodeJS.Signals | null>;
  /** What Ctrl-C in a terminal does: the signal goes to the whole foreground group. */
  pressControlC: () => void;
};

export function runCommand(command: string, args: string[], options: { cwd: string; env: NodeJS.ProcessEnv }): Command {
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let isEnded = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  const pid = child.pid ?? 0;
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      isEnded = true;
      resolve(signal ?? code);
    });
  });
  return { pid, output: () => said, isEnded: () => isEnded, ended, pressControlC: () => process.kill(-pid, 'SIGINT') };
}

/** Asks again and again until it holds; the outside world gets a bounded time. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  tell: () => string = () => '',
  waitMs = 40_000,
): Promise<void> {
  const deadline = Date.now() + waitMs;
  while (!(await holds())) {
    if (Date.now() > deadline) {
      throw new Error(`not within ${waitMs} ms: ${what}\n${tell()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Every living process whose command line, folder or environment names the folder. */
export function processesOf(folder: string): string[] {
  if (!existsSync('/proc/self/environ')) {
    const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
    return lines.filter((line) => line.includes(folder));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && startOf(Number(name)) !== undefined)
    .map((pid) => `${pid} ${read(join('/proc', pid, 'cmdline'))} ${read(join('/proc', pid, 'environ'))}`)
    .filter((words) => words.includes(folder));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
