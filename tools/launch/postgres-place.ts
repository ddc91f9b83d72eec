import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './child.ts';
import { canWrite, folderKey } from './folders.ts';
import { LaunchProblem } from './launch-problem.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

export type PostgresPlace = {
  /** The folder of initdb and postgres. */
  binaries: string;
  /** The folder of the cluster. */
  cluster: string;
  /** Whom PostgreSQL runs as; undefined: as we are. */
  account: Account | undefined;
};

const POINTER = 'postgres-elsewhere.json';
const SHARED_FOLDERS = ['/var/lib/bihuan', join(tmpdir(), 'bihuan-postgres')];

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as the user postgres, else nobody, and that user must be
 * able to reach binaries and cluster: below a home of mode 0700 it is not, and both are placed elsewhere.
 */
export function placePostgres(
  home: string,
  binaries: PostgresBinaries,
  sharedFolders: string[] = SHARED_FOLDERS,
): PostgresPlace {
  mkdirSync(home, { recursive: true });
  if (process.getuid?.() !== 0) {
    return { binaries: binaries.folder, cluster: join(home, 'postgres'), account: undefined };
  }
  const account = unprivilegedAccount();
  return {
    binaries: reachableBinaries(binaries, account, sharedFolders),
    cluster: reachableCluster(home, account, sharedFolders),
    account,
  };
}

/** The folder outside of the data folder that holds the cluster, if there is one. */
export function clusterElsewhere(home: string): string | undefined {
  const pointer = join(home, POINTER);
  return existsSync(pointer) ? JSON.parse(readFileSync(pointer, 'utf8')).folder : undefined;
}

function reachableCluster(home: string, account: Account, sharedFolders: string[]): string {
  const elsewhere = clusterElsewhere(home);
  if (elsewhere !== undefined) {
    return join(elsewhere, 'postgres');
  }
  const cluster = join(home, 'postgres');
  if (canUse(home, '-x', account)) {
    return cluster;
  }
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    throw new LaunchProblem(
      `数据库在 ${cluster}，但运行 PostgreSQL 的系统用户（uid ${account.uid}）无法进入该目录。请用 chmod o+x 开放上级目录，或设置 BIHUAN_HOME 到可进入的位置。`,
      `The cluster is in ${cluster}, which the user that runs PostgreSQL (uid ${account.uid}) cannot reach. Open the folders above it with chmod o+x, or move the data and set BIHUAN_HOME.`,
    );
  }
  const folder = join(sharedFolder(account, sharedFolders), folderKey(home));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  writeFileSync(join(home, POINTER), `${JSON.stringify({ folder })}\n`);
  return join(folder, 'postgres');
}

function reachableBinaries(binaries: PostgresBinaries, account: Account, sharedFolders: string[]): string {
  if (runsAs(binaries.folder, account)) {
    return binaries.folder;
  }
  if (binaries.packageFolder === undefined) {
    throw new LaunchProblem(
      `系统用户（uid ${account.uid}）无法执行 ${binaries.folder} 中的 PostgreSQL。请以普通用户运行，或设置 DATABASE_URL。`,
      `The user with uid ${account.uid} cannot run PostgreSQL in ${binaries.folder}. Run as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const target = join(sharedFolder(account, sharedFolders), `postgresql-${binaries.version}`);
  const folder = join(target, 'bin');
  if (!runsAs(folder, account)) {
    // Two clones may copy at once: each writes its own folder, and one of them wins.
    const unfinished = `${target}.${process.pid}`;
    cpSync(binaries.packageFolder, unfinished, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', unfinished]);
    try {
      renameSync(unfinished, target);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!runsAs(folder, account)) {
        throw error;
      }
    }
  }
  return folder;
}

/** The first of the folders that is ours and that the other user can reach. */
function sharedFolder(account: Account, candidates: string[]): string {
  for (const folder of candidates) {
    if (canWrite(folder) && isOwn(folder)) {
      chmodSync(folder, 0o755);
      if (canUse(folder, '-x', account)) {
        return folder;
      }
    }
  }
  throw new LaunchProblem(
    `找不到系统用户（uid ${account.uid}）可进入的目录来存放 PostgreSQL。请以普通用户运行，或设置 BIHUAN_HOME，或设置 DATABASE_URL。`,
    `No folder found for PostgreSQL that the user with uid ${account.uid} can reach. Run as an ordinary user, or set BIHUAN_HOME or DATABASE_URL.`,
  );
}

// A folder that somebody else prepared under the known name in the temporary folder must not be used by root.
function isOwn(folder: string): boolean {
  return spawnSync('test', ['-O', folder]).status === 0;
}

function canUse(path: string, right: '-x' | '-w', account: Account): boolean {
  return spawnSync('test', [right, path], { ...account, cwd: '/' }).status === 0;
}

function runsAs(folder: string, account: Account): boolean {
  return spawnSync(join(folder, 'postgres'), ['--version'], { ...account, cwd: '/', timeout: 10_000 }).status === 0;
}

function unprivilegedAccount(): Account {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((fields) => fields[0] === name);
    if (user !== undefined) {
      return { uid: Number(user[2]), gid: Number(user[3]) };
    }
  }
  throw new LaunchProblem(
    'PostgreSQL 不能以 root 运行，而系统中没有 postgres 或 nobody 用户。请以普通用户运行，或设置 DATABASE_URL。',
    'PostgreSQL does not run as root, and there is no user postgres or nobody. Run as an ordinary user, or set DATABASE_URL.',
  );
}

/** Gives a new folder to the account. */
export function handOver(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  if (account !== undefined) {
    chownSync(folder, account.uid, account.gid);
  }
}
