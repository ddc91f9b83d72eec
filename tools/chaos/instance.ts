import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, logTail, startChild } from '../launch/child.ts';
import { checkoutFolder } from '../launch/folders.ts';
import type { Instance } from '../launch/instance-file.ts';
import { LaunchProblem, type Report } from '../launch/launch-problem.ts';
import { freePort } from '../launch/ports.ts';
import { clusterElsewhere } from '../launch/postgres-place.ts';
import { identityOf, type ProcessIdentity } from '../launch/process-identity.ts';

export const partNames = ['worker', 'api', 'temporal', 'postgres'] as const;
export type PartName = (typeof partNames)[number];

/** An instance that belongs to this run alone, started just as `npm start` starts one. */
export interface OwnInstance {
  home: string;
  read: () => Instance;
  /** Ends a part with SIGKILL, once it has come back from the kill before. */
  kill: (part: PartName) => Promise<void>;
  /** Resolves when every part that was killed runs again. */
  recovered: () => Promise<void>;
  /** Every process that was ever part of it. */
  everRan: () => ProcessIdentity[];
  /** Ctrl-C; gives the exit code. */
  stop: () => Promise<number | null>;
  remove: () => void;
}

const START_WAIT_MS = 120_000;
const RECOVERY_WAIT_MS = 60_000;
const STOP_WAIT_MS = 40_000;

export async function startInstance(report: Report): Promise<OwnInstance> {
  const home = mkdtempSync(join(tmpdir(), 'bihuan-chaos-'));
  // As root PostgreSQL runs as another user, who has to pass through here.
  chmodSync(home, 0o711);
  const launcher = await startLauncher(home);
  const known = new Map<number, ProcessIdentity>();
  const killed = new Map<PartName, number>();

  const read = (): Instance => {
    const instance: Instance = JSON.parse(readFileSync(join(home, 'instance.json'), 'utf8'));
    for (const pid of Object.values(instance.pids)) {
      if (!known.has(pid)) {
        known.set(pid, identityOf(pid));
      }
    }
    return instance;
  };
  const isBack = (): boolean => [...killed].every(([part, pid]) => read().pids[part] !== pid);
  const stop = async (): Promise<number | null> => {
    await launcher.stop('SIGINT', STOP_WAIT_MS);
    return (await launcher.exited).code;
  };
  const remove = (): void => {
    const elsewhere = clusterElsewhere(home);
    for (const folder of [home, ...(elsewhere === undefined ? [] : [elsewhere])]) {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const recovered = async (): Promise<void> => {
    await until('every part is back', isBack, RECOVERY_WAIT_MS, launcher);
  };
  try {
    await until('the instance is ready', () => isReady(read), START_WAIT_MS, launcher);
  } catch (error) {
    await stop();
    remove();
    throw error;
  }
  return {
    home,
    read,
    recovered,
    everRan: () => [identityOf(launcher.pid), ...known.values()],
    stop,
    remove,
    kill: async (part) => {
      await recovered();
      const pid = read().pids[part];
      if (pid === undefined) {
        throw new Error(`no process of ${part} is known`);
      }
      killed.set(part, pid);
      process.kill(pid, 'SIGKILL');
      report(`✂ kill -9 ${part} (pid ${pid})`);
    },
  };
}

async function startLauncher(home: string): Promise<Child> {
  const { DATABASE_URL, TEMPORAL_ADDRESS, ...env } = process.env;
  if (DATABASE_URL || TEMPORAL_ADDRESS) {
    throw new LaunchProblem(
      '本命令会 kill -9 数据库和 Temporal，只用于自己启动的实例。请取消 DATABASE_URL 和 TEMPORAL_ADDRESS。',
      'This command kills its database and its Temporal server: it only works on those it starts. Unset DATABASE_URL and TEMPORAL_ADDRESS.',
    );
  }
  return await startChild({
    name: 'launcher',
    command: process.execPath,
    args: ['--enable-source-maps', join(checkoutFolder(), 'dist', 'tools', 'start.js')],
    cwd: checkoutFolder(),
    env: { ...env, BIHUAN_HOME: home, HOST: '127.0.0.1', PORT: String(await freePort()) },
    logFile: join(home, 'logs', 'launcher.log'),
  });
}

function isReady(read: () => Instance): boolean {
  try {
    return read().apiUrl !== '';
  } catch {
    return false;
  }
}

async function until(what: string, holds: () => boolean, waitMs: number, launcher: Child): Promise<void> {
  const deadline = Date.now() + waitMs;
  while (!holds()) {
    if (!launcher.isAlive() || Date.now() > deadline) {
      throw new Error(`not within ${waitMs} ms: ${what}\n${logTail(launcher.logFile, 40)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
