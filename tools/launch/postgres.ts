import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Child, logTail, startChild } from './child.ts';
import { LaunchProblem, reasonOf } from './launch-problem.ts';
import { freePort } from './ports.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { handOver, type PostgresPlace, placePostgres } from './postgres-place.ts';

export type PostgresOptions = {
  /** The data folder; the cluster is in its folder postgres unless PostgreSQL's user cannot reach that. */
  home: string;
  /** A free one is chosen where none is given. */
  port?: number;
  /** Nothing survives a power cut, everything is faster. */
  test?: boolean;
  binaries?: PostgresBinaries;
  /** Where root may place what PostgreSQL's user cannot reach. */
  sharedFolders?: string[];
};

export type Postgres = {
  /** Address of the database bihuan, as superuser. */
  url: string;
  port: number;
  version: string;
  child: Child;
  stop: () => Promise<void>;
};

const USER = 'bihuan';
const TEST_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
// Without a locale of UTF-8, pg_trgm ignores Chinese altogether; macOS has no C.UTF-8.
const LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

/** Makes the cluster where there is none, starts it, waits until it answers and checks that it can search Chinese. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const binaries = options.binaries ?? findPostgresBinaries();
  const place = placePostgres(options.home, binaries, options.sharedFolders);
  const password = clusterPassword(options.home);
  await makeCluster(place, password, options);
  removeStalePid(place.cluster);
  const port = options.port ?? (await freePort());
  const settings = [
    ...['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'log_timezone=UTC', 'timezone=UTC'],
    ...(options.test ? TEST_SETTINGS : []),
  ];
  const child = await startChild({
    name: 'postgres',
    command: join(place.binaries, 'postgres'),
    args: ['-D', place.cluster, ...settings.flatMap((setting) => ['-c', setting])],
    logFile: join(options.home, 'logs', 'postgres.log'),
    account: place.account,
  });
  // SIGINT is PostgreSQL's fast shutdown: it rolls back what is open and does not wait for clients.
  const stop = () => child.stop('SIGINT', 20_000);
  const server = `postgresql://${USER}:${password}@127.0.0.1:${port}`;
  try {
    await waitForPostgres(`${server}/postgres`, child);
    await makeDatabase(`${server}/postgres`, USER);
    await checkChineseSearch(`${server}/${USER}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `${server}/${USER}`, port, version: binaries.version, child, stop };
}

/** Creates pg_trgm and refuses a database whose locale makes it blind for Chinese. */
export async function checkChineseSearch(url: string): Promise<void> {
  const answer = await query(
    url,
    "create extension if not exists pg_trgm; select show_trgm('中文测试') <> '{}' as sees",
  );
  if (answer.at(-1)?.rows[0]?.sees !== true) {
    throw new LaunchProblem(
      "该数据库的区域设置（LC_CTYPE）不能检索中文。请重建：create database bihuan template template0 encoding 'UTF8' locale 'C.UTF-8'。",
      "The locale (LC_CTYPE) of this database makes it blind for Chinese. Create it anew: create database bihuan template template0 encoding 'UTF8' locale 'C.UTF-8'.",
    );
  }
}

/** Waits until a database answers; a database that is not ours gets five seconds. */
export async function waitForPostgres(url: string, child?: Child): Promise<void> {
  const deadline = Date.now() + (child === undefined ? 5_000 : 60_000);
  let last: unknown;
  while (Date.now() < deadline) {
    if (child !== undefined && !child.isAlive()) {
      throw new LaunchProblem(
        `PostgreSQL 启动失败，日志：${child.logFile}`,
        `PostgreSQL did not come up; its log: ${child.logFile}\n${logTail(child.logFile)}`,
      );
    }
    try {
      await query(url, 'select 1');
      return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const { host, pathname } = new URL(url);
  throw new LaunchProblem(
    `PostgreSQL（${host}${pathname}）没有应答。请检查 DATABASE_URL 和数据库服务。`,
    `PostgreSQL at ${host}${pathname} did not answer (${reasonOf(last)}). Check DATABASE_URL and the server.`,
  );
}

async function makeDatabase(url: string, name: string): Promise<void> {
  const found = await query(url, `select 1 from pg_database where datname = '${name}'`);
  if (found.at(-1)?.rowCount === 0) {
    await query(url, `create database ${name}`);
  }
}

async function query(url: string, text: string): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  // A server that goes away while we hang up must not bring this process down.
  client.on('error', () => {});
  try {
    await client.connect();
    const answer: pg.QueryResult | pg.QueryResult[] = await client.query(text);
    return Array.isArray(answer) ? answer : [answer];
  } finally {
    await client.end().catch(() => {});
  }
}

function clusterPassword(home: string): string {
  const file = join(home, 'postgres-password');
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

// A cluster is made under another name and renamed when it is whole: Ctrl-C in between leaves no half cluster.
async function makeCluster(place: PostgresPlace, password: string, options: PostgresOptions): Promise<void> {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) {
    return;
  }
  const unfinished = `${place.cluster}.new`;
  const passwordFile = `${place.cluster}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(place.cluster, { recursive: true, force: true });
  handOver(unfinished, place.account);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (place.account !== undefined) {
      chownSync(passwordFile, place.account.uid, place.account.gid);
    }
    const args = [
      ...['-D', unfinished, '--username', USER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', `--locale=${LOCALE}`, ...(options.test ? ['--no-sync'] : [])],
    ];
    await runInitdb(join(place.binaries, 'initdb'), args, options.home, place);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, place.cluster);
}

async function runInitdb(command: string, args: string[], home: string, place: PostgresPlace): Promise<void> {
  const logFile = join(home, 'logs', 'initdb.log');
  const child = await startChild({ name: 'initdb', command, args, logFile, account: place.account });
  const { code, signal } = await child.exited;
  if (code !== 0) {
    throw new LaunchProblem(
      `PostgreSQL 数据目录初始化失败（initdb：${signal ?? code}），日志：${logFile}`,
      `initdb failed (${signal ?? code}); its log: ${logFile}\n${logTail(logFile)}`,
    );
  }
}

// After kill -9 the pid file stays. PostgreSQL itself recognises most of those; a pid that was given to another
// program of the same user it does not.
function removeStalePid(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) {
    return;
  }
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isPostgres(pid)) {
    rmSync(file, { force: true });
  }
}

function isPostgres(pid: number): boolean {
  const name = `/proc/${pid}/comm`;
  if (process.platform === 'linux') {
    return existsSync(name) && readFileSync(name, 'utf8').trim() === 'postgres';
  }
  return true;
}
