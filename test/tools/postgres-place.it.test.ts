import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { checkChineseSearch, type PostgresOptions, startPostgres } from '../../tools/launch/postgres.ts';
import { findPostgresBinaries, restoreLinks } from '../../tools/launch/postgres-binaries.ts';
import { clusterElsewhere } from '../../tools/launch/postgres-place.ts';
import { createDatabase } from '../support/servers.ts';
import { eventually } from './processes.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '环 pg-'));
  chmodSync(folder, 0o711);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('below a closed folder, cluster and binaries go where the user of PostgreSQL can reach them', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const found = findPostgresBinaries();
    const packageFolder = join(closed, 'native');
    cpSync(found.packageFolder ?? '', packageFolder, { recursive: true, verbatimSymlinks: true });
    const home = join(closed, 'home');
    const shared = join(folder, 'shared');
    const options: PostgresOptions = {
      home,
      test: true,
      sharedFolders: [shared],
      binaries: { ...found, packageFolder, folder: join(packageFolder, 'bin') },
    };
    const postgres = await startPostgres(options);
    const elsewhere = clusterElsewhere(home) ?? '';
    expect(elsewhere.startsWith(shared)).toBe(true);
    expect(existsSync(join(home, 'postgres'))).toBe(false);
    expect(statSync(join(elsewhere, 'postgres')).uid).not.toBe(0);
    await run(postgres.url, 'create table kept (word text); insert into kept values ($$留存$$)');
    await postgres.stop();

    const again = await startPostgres(options);
    expect(await run(again.url, 'select word from kept')).toEqual([{ word: '留存' }]);
    await again.stop();
    expect(readdirSync(shared).filter((name) => name.startsWith('postgresql-'))).toEqual([
      `postgresql-${found.version}`,
    ]);
  });
});

test('after kill -9 the cluster starts again with what was committed, in a path with spaces and Chinese', async () => {
  const home = join(folder, '数据 目录');
  const first = await startPostgres({ home });
  await run(first.url, 'create table kept (word text); insert into kept values ($$留存$$)');
  process.kill(first.child.pid, 'SIGKILL');
  await first.child.exited;
  const pidFile = join(clusterFolder(home), 'postmaster.pid');
  expect(existsSync(pidFile)).toBe(true);
  // The worst case: the pid has been given to another living process since.
  const lines = ['1', ...Array.from({ length: 7 }, () => '')];
  writeFileSync(pidFile, lines.join('\n'));
  let second = await startPostgres({ home }).catch(() => undefined);
  // Back ends of the killed one may take a moment to notice.
  await eventually('the cluster starts', async () => {
    second ??= await startPostgres({ home }).catch(() => undefined);
    return second !== undefined;
  });
  expect(await run(second?.url ?? '', 'select word from kept')).toEqual([{ word: '留存' }]);
  await second?.stop();
});

test('the password is for the owner only and nobody gets in without it', async () => {
  const home = join(folder, 'home');
  const postgres = await startPostgres({ home, test: true });
  try {
    expect(statSync(join(home, 'postgres-password')).mode & 0o777).toBe(0o600);
    const withoutPassword = new URL(postgres.url);
    withoutPassword.password = 'wrong';
    await expect(run(withoutPassword.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  } finally {
    await postgres.stop();
  }
});

test('a database that cannot search Chinese is refused with the remedy, one that can is taken', async () => {
  const admin = inject('postgresUrl');
  const name = `blind_${process.pid}`;
  await run(admin, `create database ${name} template template0 encoding 'UTF8' locale 'C'`);
  const blind = new URL(admin);
  blind.pathname = `/${name}`;
  await expect(checkChineseSearch(blind.href)).rejects.toThrow(/locale 'C\.UTF-8'/);
  await checkChineseSearch(await createDatabase('sees'));
});

test('library links that a postinstall did not restore are restored', () => {
  const { packageFolder = '' } = findPostgresBinaries();
  const copy = join(folder, 'package', 'native');
  cpSync(packageFolder, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !/libpq\.so(\.5)?$/.test(source),
  });
  expect(existsSync(join(copy, 'lib', 'libpq.so.5'))).toBe(false);
  restoreLinks(copy);
  expect(existsSync(join(copy, 'lib', 'libpq.so.5'))).toBe(true);
});

function clusterFolder(home: string): string {
  return join(clusterElsewhere(home) ?? home, 'postgres');
}

async function run(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
