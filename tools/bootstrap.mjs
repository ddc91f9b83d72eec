// Runs under whatever Node the machine has (20.19 or later) and before any package is installed: plain JavaScript,
// no dependencies. It installs, builds, and hands over to the command under the Node that the lock file pins.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { helpFor } from './launch/help.mjs';

const CHECKOUT = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(CHECKOUT, 'node_modules');
const DIST = join(CHECKOUT, 'dist');
const SOURCES = ['processes', 'workflows', 'activities', 'api', 'web', 'worker', 'db', 'tools', 'bench'];
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
// Each is the file of that name in tools (ledger:check is ledger-check.ts) but the first two.
const COMMANDS = [
  'install',
  'test',
  'start',
  'reset',
  'demo',
  'screenshots',
  'bench',
  'bench:time',
  'chaos',
  'ledger:check',
  'ledger:rebuild',
];
const startedAt = Date.now();

/** The process group that runs now; a signal goes there, whatever the phase. */
let running;
let stopping;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => stop(signal));
}
if (process.env.npm_lifecycle_event !== undefined) {
  // npm passes a signal to its shell only, and kill -9 of npm is passed to nobody.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), 1_000).unref();
}
process.on('exit', () => {
  if (running?.ownGroup) {
    killGroup(running.pid, 'SIGKILL');
  }
});

try {
  process.exitCode = await main(process.argv[2], process.argv.slice(3));
} catch (error) {
  process.stderr.write(`\n${error instanceof Problem ? error.message : error?.stack}\n`);
  process.exitCode = 1;
}

async function main(name, args) {
  if (!COMMANDS.includes(name)) {
    throw problem(
      `没有这个命令：${name ?? ''}。可用：${COMMANDS.join(' ')}`,
      `No such command: ${name ?? ''}. There are: ${COMMANDS.join(' ')}`,
    );
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(helpFor(name));
    return 0;
  }
  checkMachine();
  const release = await lockCheckout();
  let node;
  try {
    await install();
    node = chooseNode();
    await build(node);
  } finally {
    release();
  }
  if (name === 'install') {
    return 0;
  }
  const target =
    name === 'test'
      ? [join(MODULES, 'vitest', 'vitest.mjs'), 'run']
      : ['--enable-source-maps', join(DIST, 'tools', `${name.replace(':', '-')}.js`)];
  return await handOver(node, [...target, ...args]);
}

function checkMachine() {
  if (process.platform === 'win32') {
    throw problem(
      '不支持直接在 Windows 上运行，请在 WSL 中使用。',
      'Windows is not supported directly: use it inside WSL.',
    );
  }
  if (!isAtLeast(process.versions.node, [20, 19])) {
    throw problem(
      `需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。请从 nodejs.org 安装新版本后重试。`,
      `Node.js 20.19 or later is needed, this is ${process.versions.node}. Install a newer one from nodejs.org and try again.`,
    );
  }
}

// ---- packages

async function install() {
  const wanted = hashOf([join(CHECKOUT, 'package-lock.json')], `${process.platform}-${process.arch}`);
  const mark = join(MODULES, '.bihuan-lock-hash');
  if (readIfThere(mark) === wanted) {
    return;
  }
  if (!matchesLockFile()) {
    // Without dev and optional packages there is no compiler, no pinned Node and no PostgreSQL.
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const [command, prefix] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    await step('安装依赖 / npm ci', command, [...prefix, ...args], {
      zh: '安装依赖失败。请检查网络和 npm 的 registry 设置（npm config get registry），然后重试。',
      en: 'Installing the packages failed. Check the network and the registry of npm (npm config get registry), then try again.',
    });
  }
  writeFileSync(mark, wanted);
}

/** Whether somebody has run npm ci for this very lock file already; npm notes what it installed. */
function matchesLockFile() {
  const noted = readIfThere(join(MODULES, '.package-lock.json'));
  if (noted === undefined) {
    return false;
  }
  try {
    const installed = JSON.parse(noted).packages;
    const { packages } = JSON.parse(readFileSync(join(CHECKOUT, 'package-lock.json'), 'utf8'));
    return Object.entries(packages).every(([path, { version, optional, devOptional, peer }]) => {
      const found = installed[path]?.version;
      const there = found !== undefined && existsSync(join(CHECKOUT, path, 'package.json'));
      return path === '' || (there && found === version) || (found === undefined && (optional || devOptional || peer));
    });
  } catch {
    return false;
  }
}

// The pinned Node comes as a package; where there is none for this machine, its own must be new enough.
function chooseNode() {
  const pinned = join(MODULES, '.bin', 'node');
  if (existsSync(pinned) && spawnSync(pinned, ['--version'], { timeout: 10_000 }).status === 0) {
    return pinned;
  }
  if (isAtLeast(process.versions.node, [22, 12])) {
    return process.execPath;
  }
  throw problem(
    `没有适合本机（${process.platform}-${process.arch}）的随附 Node，而系统的 ${process.versions.node} 过旧。请安装 Node 24 或重新运行 npm ci。`,
    `The packages hold no Node for this machine (${process.platform}-${process.arch}), and its own ${process.versions.node} is too old. Install Node 24, or run npm ci again.`,
  );
}

// ---- build

async function build(node) {
  const files = [
    ...SETTINGS.map((file) => join(CHECKOUT, file)),
    ...SOURCES.flatMap((name) => list(join(CHECKOUT, name))),
  ];
  const wanted = hashOf(files.filter(existsSync));
  const mark = join(DIST, '.bihuan-sources');
  if (readIfThere(mark) === wanted) {
    return;
  }
  rmSync(mark, { force: true });
  const hint = {
    zh: '编译失败，见上面的输出。若未改动源码，请删除 dist 和 node_modules 后重试。',
    en: 'The build failed, see above. If you changed no source, remove dist and node_modules and try again.',
  };
  const tsc = join(MODULES, 'typescript', 'bin', 'tsc');
  await step('编译 / build', node, [tsc, '-p', join(CHECKOUT, 'tsconfig.build.json')], hint);
  removeStaleOutput();
  await step('打包工作流 / bundle workflows', node, [join(DIST, 'worker', 'bundle-workflows.js')], hint);
  writeFileSync(mark, wanted);
}

function removeStaleOutput() {
  for (const file of list(DIST).filter((name) => name.endsWith('.js'))) {
    const source = join(CHECKOUT, relative(DIST, file));
    const isBundle = !SOURCES.some((folder) => file.startsWith(join(DIST, folder)));
    const isMade = ['.ts', '.tsx', '.js'].every((ending) => !existsSync(source.replace(/\.js$/, ending)));
    if (!isBundle && isMade && existsSync(`${file}.map`)) {
      rmSync(file);
      rmSync(`${file}.map`);
    }
  }
}

function list(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

// ---- steps and signals

/** Runs a long step in its own process group, showing that it goes on and, if it fails, what it said. */
async function step(label, command, args, hint) {
  const from = Date.now();
  const child = spawn(command, args, { cwd: CHECKOUT, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const listen = (chunk) => {
    said += chunk;
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  running = { pid: child.pid, ownGroup: true, ended };
  const done = showProgress(label, from);
  const result = await ended;
  running = undefined;
  done(result === 0);
  if (stopping !== undefined) {
    await new Promise(() => {});
  }
  if (result !== 0) {
    throw problem(`${said.trim()}\n\n${hint.zh}（${label}：${result}）`, `${hint.en} (${label}: ${result})`);
  }
}

function showProgress(label, from) {
  const seconds = () => `${Math.round((Date.now() - from) / 1000)} s`;
  const isTerminal = process.stderr.isTTY === true;
  const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
  let frame = 0;
  const show = () => {
    frame += 1;
    process.stderr.write(
      isTerminal ? `\r${frames[frame % frames.length]} ${label} … ${seconds()} ` : `… ${label} ${seconds()}\n`,
    );
  };
  show();
  const timer = setInterval(show, isTerminal ? 120 : 10_000);
  return (succeeded) => {
    clearInterval(timer);
    process.stderr.write(`${isTerminal ? '\r' : ''}${succeeded ? '✓' : '✗'} ${label} ${seconds()}   \n`);
  };
}

/** Starts the command itself in the foreground and takes over its end. */
function handOver(node, args) {
  const child = spawn(node, args, { cwd: CHECKOUT, stdio: 'inherit', env: environment(node) });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
  running = { pid: child.pid, ownGroup: false, ended };
  return ended;
}

function environment(node) {
  const env = { ...process.env, BIHUAN_STARTED_AT: String(startedAt) };
  env.PATH = `${join(MODULES, '.bin')}:${env.PATH ?? ''}`;
  env.npm_node_execpath = node;
  if (env.HTTPS_PROXY || env.https_proxy || env.HTTP_PROXY || env.http_proxy) {
    // Downloads go through the proxy; what runs on this machine never does.
    const direct = [env.NO_PROXY ?? env.no_proxy, '127.0.0.1', 'localhost'].filter(Boolean).join(',');
    Object.assign(env, { NODE_USE_ENV_PROXY: '1', NO_PROXY: direct, no_proxy: direct });
  }
  return env;
}

function stop(signal) {
  if (running === undefined) {
    process.exit(130);
  }
  if (!running.ownGroup) {
    // A terminal sends Ctrl-C to the child as well; it takes a signal that comes twice at once for one.
    try {
      process.kill(running.pid, signal);
    } catch {
      // It has ended already.
    }
    return;
  }
  if (stopping !== undefined) {
    process.exit(130);
  }
  stopping = signal;
  killGroup(running.pid, 'SIGTERM');
  const force = setTimeout(() => process.exit(130), 3_000);
  running.ended.then(() => {
    clearTimeout(force);
    process.exit(130);
  });
}

function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}

// ---- one installation at a time

async function lockCheckout() {
  const file = join(CHECKOUT, '.bihuan', 'install.lock');
  // For the owner; as root, the user that PostgreSQL then runs as has to pass through.
  mkdirSync(dirname(file), { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      process.on('exit', () => rmSync(file, { force: true }));
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw problem(`无法写入 ${file}：${error.message}`, `Cannot write ${file}: ${error.message}`);
      }
    }
    const pid = Number(readIfThere(file));
    if (pid > 0 && !isAlive(pid)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) {
      told = true;
      process.stderr.write(`… 等待另一个命令完成安装 / waiting for another command that installs (pid ${pid})\n`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// ---- small things

function hashOf(files, ...more) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${relative(CHECKOUT, file)}\0`).update(readFileSync(file));
  }
  return hash.update(more.join('\0')).digest('hex');
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function isAtLeast(version, [major, minor]) {
  const [foundMajor = 0, foundMinor = 0] = version.split('.').map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}

function Problem(message) {
  this.message = message;
}

function problem(zh, en) {
  return new Problem(`${zh}\n${en}`);
}
