import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '../../processes/kernel/present.ts';
import { signIn } from '../../tools/demo/client.ts';
import { cacheFolder, checkoutFolder } from '../../tools/launch/folders.ts';
import { freePort } from '../../tools/launch/ports.ts';
import { acquireTemporalCli } from '../../tools/launch/temporal-cli.ts';
import { type Command, eventually, runCommand } from './processes.ts';

/**
 * docs/add-a-process.md, followed to the letter in a copy of the sources: the folder, the lines that the guide names, and
 * nothing else. Then `npm start` compiles it and a resident walks the new process over HTTP.
 */
const PROCESS = 'stairwell-notice';
const COMMUNITY = 'chaoyang.anzhen.anzhenxili';

let folder: string;
let checkout: string;
let started: Command | undefined;
let apiUrl: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-add-'));
  checkout = join(folder, 'clone');
  mkdirSync(checkout);
  const parts = ['processes', 'workflows', 'activities', 'api', 'web', 'worker', 'db', 'tools', 'bench'];
  const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  for (const part of [...parts, ...settings]) {
    cpSync(join(checkoutFolder(), part), join(checkout, part), { recursive: true });
  }
  symlinkSync(join(checkoutFolder(), 'node_modules'), join(checkout, 'node_modules'));
  addFolder();
  for (const { file, line } of registerLines()) addLine(join(checkout, file), line);
  const cli = await acquireTemporalCli({ cacheFolder: cacheFolder(), report: () => {} });
  const port = await freePort();
  apiUrl = `http://127.0.0.1:${port}`;
  const { HOST, BIHUAN_HOME, DATABASE_URL, TEMPORAL_ADDRESS, ...inherited } = process.env;
  const command = runCommand(process.execPath, [join(checkout, 'tools', 'bootstrap.mjs'), 'start'], {
    cwd: checkout,
    env: { ...inherited, TEMPORAL_CLI: cli, PORT: String(port), BIHUAN_HOME: join(folder, 'home') },
  });
  started = command;
  const ready = () => command.output().includes('ready: ') || command.isEnded();
  await eventually('ready', ready, command.output, 180_000);
  expect(command.output()).toContain('ready: ');
}, 300_000);

afterAll(async () => {
  if (started?.isEnded() === false) started.pressControlC();
  await started?.ended;
  rmSync(folder, { recursive: true, force: true });
});

/** The fixture is type-checked where it lies; in its new place the kernel is one step away. */
function addFolder(): void {
  const from = join(checkoutFolder(), 'test', 'fixtures', 'added-process');
  const to = join(checkout, 'processes', PROCESS);
  mkdirSync(to);
  for (const file of readdirSync(from)) {
    const text = readFileSync(join(from, file), 'utf8').replaceAll("'../../../processes/", "'../");
    writeFileSync(join(to, file), text);
  }
}

/** The guide's own lines: in its code blocks, under the name of the file that each belongs to. */
function registerLines(): { file: string; line: string }[] {
  const guide = readFileSync(join(checkoutFolder(), 'docs', 'add-a-process.md'), 'utf8');
  const blocks = [...guide.matchAll(/```ts\n\/\/ (processes\/\S+)\n([^\n]+)\n```/g)];
  return blocks.map(([, file = '', line = '']) => ({ file, line }));
}

function addLine(file: string, line: string): void {
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${line}\n`);
}

test('the guide names one line for each of the two registers', () => {
  expect(registerLines().map(({ file }) => file)).toEqual(['processes/register-rules.ts', 'processes/register.ts']);
});

test('its page, forms, deadlines and words are there', async () => {
  const answer = await fetch(`${apiUrl}/api/processes/${PROCESS}`, { headers: { 'accept-language': 'zh-CN' } });
  expect(answer.status).toBe(200);
  const process = await answer.json();
  expect(process).toMatchObject({ id: PROCESS, title: '楼门公告' });
  expect(JSON.stringify(process)).toContain('张贴天数');
  expect((await fetch(`${apiUrl}/processes/${PROCESS}`)).status).toBe(200);
});

test('it is walked over HTTP: asked, posted, and taken down by its own clock', async () => {
  const [resident, leader] = await Promise.all([signIn(apiUrl, 'liu-guilan'), signIn(apiUrl, 'wang-shuzhen')]);
  const form = { text: '周六上午清洗水箱,停水两小时', days: 3 };
  const opened = await resident.open({ process: PROCESS, org: COMMUNITY, form, drill: true });
  expect(opened).toMatchObject({ state: 'asked', stateText: '待张贴', deadlines: [{ key: 'answer', light: 'green' }] });

  const asked: CaseView = await leader.get(opened.id);
  expect(asked.commands.map(({ name }) => name).sort()).toEqual(['notice.decline', 'notice.post']);
  const posted = await leader.act(asked, 'notice.post', { place: '3单元门内' });
  expect(posted).toMatchObject({ state: 'posted', deadlines: [{ key: 'posting' }] });

  await resident.advance(opened.id, 'P15D');
  expect(await resident.get(opened.id)).toMatchObject({ state: 'removed', stateText: '已撤下' });

  const advertising = { text: '特价牛奶,加盟从速', days: 3 };
  await expect(resident.open({ process: PROCESS, org: COMMUNITY, form: advertising })).rejects.toThrow(
    /409 notice.advertising 楼门公告不能用于广告/,
  );
});
