import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export type Account = { uid: number; gid: number };

export type ChildOptions = {
  name: string;
  command: string;
  args: string[];
  logFile: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  account?: Account | undefined;
  /** Opens a channel on which the child says { ready: true }. */
  ipc?: boolean;
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type Child = {
  name: string;
  pid: number;
  logFile: string;
  exited: Promise<Exit>;
  /** Resolves at the message { ready: true }, rejects when the child ends before it. */
  ready: Promise<void>;
  isAlive: () => boolean;
  stop: (signal: NodeJS.Signals, graceMs: number) => Promise<void>;
};

const LOG_LIMIT_BYTES = 20 * 1024 * 1024;
const living = new Set<number>();

// Whatever way this process ends short of kill -9, no group that it started outlives it.
process.on('exit', () => {
  for (const pid of living) {
    signalGroup(pid, 'SIGKILL');
  }
});

// A signal without a handler ends a process before its exit handlers run: in a process that has none of its own, such
// as one of a test run, the groups it started would go on.
function endWithSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    if (process.listenerCount(signal) === 0) {
      // Not once: a second Ctrl-C must not cut the exit handlers short.
      process.on(signal, () => process.exit(1));
    }
  }
}

/** Starts a program as the leader of its own process group, writing what it says to a log file. */
export async function startChild(options: ChildOptions): Promise<Child> {
  endWithSignals();
  const log = openLog(options.logFile, options.name);
  const child = spawn(options.command, options.args, {
    cwd: options.cwd ?? '/',
    env: options.env ?? process.env,
    // Its own group: Ctrl-C in a terminal reaches only us, and we stop our children in order.
    detached: true,
    stdio: options.ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    ...(options.account ?? {}),
  });
  closeSync(log);
  // At once, not when the system reports the start: this process may be told to end in between.
  const pid = child.pid ?? 0;
  if (pid > 0) {
    living.add(pid);
  }
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 127, signal: null }));
  });
  const ready = readyMessage(child, exited, options);
  ready.catch(() => {});
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  let alive = true;
  void exited.then(() => {
    alive = false;
    // A group can outlive its leader: what is left of it goes too.
    signalGroup(pid, 'SIGKILL');
    living.delete(pid);
  });
  const stop = async (signal: NodeJS.Signals, graceMs: number): Promise<void> => {
    if (!alive) {
      return;
    }
    child.kill(signal);
    if (!(await settlesWithin(exited, graceMs))) {
      signalGroup(pid, 'SIGKILL');
      await exited;
    }
  };
  return { name: options.name, pid, logFile: options.logFile, exited, ready, isAlive: () => alive, stop };
}

export type ReadOptions = { env?: NodeJS.ProcessEnv; waitMs: number };

/** Runs a program to its end and gives what it said; it and what it started are gone when this settles. */
export async function readOutput(command: string, args: string[], options: ReadOptions): Promise<string> {
  endWithSignals();
  const child = spawn(command, args, {
    env: options.env ?? process.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid;
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const closed = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code ?? 1));
  });
  if (pid === undefined) {
    await closed;
    return output;
  }
  living.add(pid);
  try {
    if (!(await settlesWithin(closed, options.waitMs))) {
      throw new Error(`no end within ${options.waitMs} ms`);
    }
    const code = await closed;
    if (code !== 0) {
      throw new Error(`${code}: ${errors.trim().split('\n').slice(-4).join('\n')}`);
    }
    return output;
  } finally {
    signalGroup(pid, 'SIGKILL');
    living.delete(pid);
  }
}

/** The last lines of a log file, to be shown when a child did not come up. */
export function logTail(logFile: string, lines = 15): string {
  if (!existsSync(logFile)) {
    return '';
  }
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

/** Sends a signal to a whole process group; a group that is gone already is fine. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: nothing of the group is left.
  }
}

/** Tells whether the promise settles in the given time, without leaving a timer behind. */
export async function settlesWithin(promise: Promise<unknown>, waitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), waitMs);
  });
  const settled = promise.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}

function readyMessage(child: ChildProcess, exited: Promise<Exit>, options: ChildOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ready' in message && message.ready === true) {
        resolve();
      }
    });
    void exited.then(({ code, signal }) => {
      reject(new Error(`${options.name} ended (${signal ?? code}) before it was ready\n${logTail(options.logFile)}`));
    });
  });
}

function openLog(file: string, name: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) {
    renameSync(file, `${file}.1`);
  }
  const log = openSync(file, 'a', 0o600);
  writeSync(log, `--- ${new Date().toISOString()} ${name}\n`);
  return log;
}
