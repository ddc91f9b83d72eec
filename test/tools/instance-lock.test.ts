import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockInstance, runningInstance } from '../../tools/launch/instance-lock.ts';
import { identityOf, startOf } from '../../tools/launch/process-identity.ts';
import { eventually } from './processes.ts';

let home: string;
const report = () => {};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bihuan-lock-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('a second instance on the same data folder is refused in Chinese and English', async () => {
  const lock = await lockInstance(home, report);
  const refused = lockInstance(home, report);
  await expect(refused).rejects.toThrow(new RegExp(`已有一个实例在运行（pid ${process.pid}`));
  await expect(refused).rejects.toThrow(/An instance runs already/);
  lock.release();
  expect(runningInstance(home)).toBeUndefined();
  (await lockInstance(home, report)).release();
});

test('the lock of a process that is gone is cleared', async () => {
  writeFileSync(join(home, 'instance.lock'), JSON.stringify([{ pid: await endedPid(), started: '1' }]));
  const lock = await lockInstance(home, report);
  expect(runningInstance(home)?.pid).toBe(process.pid);
  lock.release();
});

test('a pid that now belongs to another process does not hold the lock', async () => {
  writeFileSync(join(home, 'instance.lock'), JSON.stringify([{ pid: process.pid, started: 'long ago' }]));
  (await lockInstance(home, report)).release();
  expect(existsSync(join(home, 'instance.lock'))).toBe(false);
});

test('a lock file without readable content is cleared', async () => {
  writeFileSync(join(home, 'instance.lock'), '');
  (await lockInstance(home, report)).release();
});

test('of several starts at once after a crash exactly one gets the folder', async () => {
  writeFileSync(join(home, 'instance.lock'), JSON.stringify([{ pid: await endedPid(), started: '1' }]));
  const results = await Promise.allSettled([1, 2, 3, 4].map(() => lockInstance(home, report)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('what a killed launcher left running is ended by the next start, and nothing else', async () => {
  const left = spawn('sleep', ['300'], { detached: true, stdio: 'ignore' });
  const other = spawn('sleep', ['300'], { detached: true, stdio: 'ignore' });
  try {
    const identities = [identityOf(left.pid ?? 0), { pid: other.pid ?? 0, started: 'another time' }];
    writeFileSync(join(home, 'children.json'), JSON.stringify(identities));
    const lock = await lockInstance(home, report);
    await eventually('the left process is gone', () => startOf(left.pid ?? 0) === undefined);
    expect(startOf(other.pid ?? 0)).toBeDefined();
    lock.release();
  } finally {
    left.kill('SIGKILL');
    other.kill('SIGKILL');
  }
});

async function endedPid(): Promise<number> {
  const child = spawn('true', { stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  return child.pid ?? 0;
}
