import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signalGroup } from './child.ts';
import { canWrite } from './folders.ts';
import { LaunchProblem, type Report } from './launch-problem.ts';
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.ts';

export type InstanceLock = {
  /** Writes down which children run, so that the next start can end what a killed launcher left behind. */
  noteChildren: (pids: number[]) => void;
  release: () => void;
};

const LOCK = 'instance.lock';
const CHILDREN = 'children.json';

/** Takes the data folder for this process, or refuses while another one holds it. */
export async function lockInstance(home: string, report: Report): Promise<InstanceLock> {
  // Made for the owner; as root, the user that PostgreSQL then runs as has to pass through.
  if (!canWrite(home, process.getuid?.() === 0 ? 0o711 : 0o700)) {
    throw new LaunchProblem(
      `数据目录 ${home} 不可写。请更改其权限，或用 BIHUAN_HOME 指定另一个目录。`,
      `The data folder ${home} cannot be written. Change its rights, or name another one in BIHUAN_HOME.`,
    );
  }
  const lock = join(home, LOCK);
  while (!tryLock(lock)) {
    const owner = runningInstance(home);
    if (owner !== undefined) {
      throw new LaunchProblem(
        `该数据目录已有一个实例在运行（pid ${owner.pid}，${home}）。请先停止它，或用 BIHUAN_HOME 指定另一个数据目录。`,
        `An instance runs already on this data folder (pid ${owner.pid}, ${home}). Stop it first, or name another data folder in BIHUAN_HOME.`,
      );
    }
    report('上次运行没有正常结束，清理遗留的锁 / the last run did not end properly, clearing its lock');
    removeStale(lock);
  }
  const children = join(home, CHILDREN);
  await endLeftovers(children, report);
  return {
    noteChildren: (pids) => writeFileSync(children, JSON.stringify(pids.map(identityOf))),
    release: () => {
      rmSync(children, { force: true });
      rmSync(lock, { force: true });
    },
  };
}

/** The process that holds the data folder, if it still runs. */
export function runningInstance(home: string): ProcessIdentity | undefined {
  const owner = readIdentities(join(home, LOCK))[0];
  return owner !== undefined && isRunning(owner) ? owner : undefined;
}

// A link appears with its whole content at once, so nobody ever reads half a lock.
function tryLock(lock: string): boolean {
  const draft = `${lock}.${process.pid}`;
  mkdirSync(join(lock, '..'), { recursive: true });
  writeFileSync(draft, JSON.stringify([identityOf(process.pid)]), { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

// Two starts may both find the lock stale; the slower one must not take away the fresh lock of the faster one.
function removeStale(lock: string): void {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const owner = readIdentities(aside)[0];
  if (owner !== undefined && isRunning(owner)) {
    renameSync(aside, lock);
  } else {
    rmSync(aside, { force: true });
  }
}

async function endLeftovers(file: string, report: Report): Promise<void> {
  const left = readIdentities(file).filter(isRunning);
  if (left.length > 0) {
    report(`结束上次遗留的 ${left.length} 个进程 / ending ${left.length} processes of the last run`);
  }
  for (const { pid } of left) {
    // PostgreSQL takes SIGINT as a fast shutdown; the others take it as any end.
    signalGroup(pid, 'SIGINT');
  }
  const deadline = Date.now() + 10_000;
  while (left.some(isRunning) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const identity of left.filter(isRunning)) {
    signalGroup(identity.pid, 'SIGKILL');
  }
  rmSync(file, { force: true });
}

function readIdentities(file: string): ProcessIdentity[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}
