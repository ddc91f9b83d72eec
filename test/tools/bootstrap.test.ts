import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkoutFolder } from '../../tools/launch/folders.ts';
import { type Command, eventually, processesOf, runCommand } from './processes.ts';

let folder: string;
let checkout: string;
let bin: string;

/** A bare clone: the sources of the launcher and no packages. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-clone-'));
  checkout = join(folder, '代码 目录');
  bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const path of ['tools/bootstrap.mjs', 'tools/launch/help.mjs', 'package.json', 'package-lock.json']) {
    cpSync(join(checkoutFolder(), path), join(checkout, path));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a Node that is too old is named together with the one that is needed', async () => {
  const script = [
    'Object.defineProperty(process.versions, "node", { value: "18.20.4" });',
    'process.argv.splice(1, 0, "bootstrap");',
    'await import(process.env.SCRIPT);',
  ].join('\n');
  const command = runCommand(process.execPath, ['--input-type=module', '-e', script, 'start'], {
    cwd: checkout,
    env: { ...bareEnvironment(), SCRIPT: join(checkout, 'tools', 'bootstrap.mjs') },
  });
  expect(await command.ended).toBe(1);
  expect(command.output()).toContain('需要 Node.js 20.19 或更高版本，当前是 18.20.4');
  expect(command.output()).toContain('Node.js 20.19 or later is needed, this is 18.20.4');
});

test.each([
  'start',
  'test',
  'reset',
  'demo',
  'screenshots',
  'bench',
  'bench:time',
  'chaos',
  'ledger:check',
  'ledger:rebuild',
])('%s --help answers in both languages before anything is installed', async (name) => {
  const command = bootstrap(name, '--help');
  expect(await command.ended).toBe(0);
  expect(command.output()).toMatch(/[\u4e00-\u9fff].*\n[\s\S]*[a-z]{4}/);
  expect(existsSync(join(checkout, 'node_modules'))).toBe(false);
});

test('an unknown command is refused with those there are', async () => {
  const command = bootstrap('begin');
  expect(await command.ended).toBe(1);
  expect(command.output()).toMatch(/没有这个命令：begin[\s\S]*start reset demo/);
});

test('a failed installation shows what npm said and the remedy', async () => {
  npm('echo "npm error network unreachable" >&2; exit 1');
  const command = bootstrap('start');
  expect(await command.ended).toBe(1);
  expect(command.output()).toMatch(/network unreachable[\s\S]*安装依赖失败[\s\S]*npm config get registry/);
});

test('Ctrl-C while npm installs leaves no process behind', async () => {
  npm(`echo started > '${join(folder, 'started')}'; sleep 300 & sleep 300`);
  const command = bootstrap('start');
  await eventually('npm runs', () => existsSync(join(folder, 'started')), command.output);
  expect(processesOf(folder).length).toBeGreaterThan(1);
  command.pressControlC();
  expect(await command.ended).toBe(130);
  await eventually(
    'no process is left',
    () => processesOf(folder).length === 0,
    () => processesOf(folder).join('\n'),
  );
  expect(existsSync(join(checkout, '.bihuan', 'install.lock'))).toBe(false);
});

test('two commands at once install once: the second waits for the first', async () => {
  const started = join(folder, 'started');
  npm(`echo x >> '${started}'; while [ ! -e '${join(folder, 'go')}' ]; do sleep 0.05; done; exit 1`);
  const first = bootstrap('start');
  await eventually('npm runs', () => existsSync(started), first.output);
  const second = bootstrap('start');
  await eventually('the second waits', () => second.output().includes('等待另一个命令完成安装'), second.output);
  expect(readFileSync(started, 'utf8')).toBe('x\n');
  writeFileSync(join(folder, 'go'), '');
  expect(await Promise.all([first.ended, second.ended])).toEqual([1, 1]);
});

test('the lock of an installation that was killed does not hold up the next one', async () => {
  mkdirSync(join(checkout, '.bihuan'), { recursive: true });
  const dead = runCommand('true', [], { cwd: folder, env: {} });
  await dead.ended;
  writeFileSync(join(checkout, '.bihuan', 'install.lock'), `${dead.pid}\n`);
  npm('exit 1');
  expect(await bootstrap('start').ended).toBe(1);
});

function bootstrap(...args: string[]): Command {
  return runCommand(process.execPath, [join(checkout, 'tools', 'bootstrap.mjs'), ...args], {
    cwd: checkout,
    env: bareEnvironment(),
  });
}

function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: `${bin}:/usr/bin:/bin`, HOME: folder };
}

function npm(text: string): void {
  const path = join(bin, 'npm');
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}
