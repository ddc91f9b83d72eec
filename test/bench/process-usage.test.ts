import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { usageOf } from '../../bench/process-usage.ts';

// A shell whose child leads a session of its own, as PostgreSQL's backends do.
const BURNER = `
  const { spawn } = require('node:child_process');
  if (process.argv[1] === 'child') {
    const until = process.cpuUsage().user + 300_000;
    while (process.cpuUsage().user < until);
    process.stdout.write('done');
    setInterval(() => {}, 1_000);
  } else {
    spawn(process.execPath, ['-e', process.env.BURNER, 'child'], { detached: true, stdio: 'inherit' });
    setInterval(() => {}, 1_000);
  }
`;

test.runIf(process.platform === 'linux')('CPU and memory of a process count what it has started', async () => {
  const parent = spawn(process.execPath, ['-e', BURNER], {
    env: { ...process.env, BURNER },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(parent.stdout, 'data');
    const pid = parent.pid ?? 0;
    const { tree, alone } = usageOf({ tree: pid, alone: process.pid });
    expect(tree?.cpuSeconds).toBeGreaterThanOrEqual(0.28);
    // Two Node processes of some 40 MB each.
    expect(tree?.residentBytes).toBeGreaterThan(60 * 2 ** 20);
    expect(alone?.cpuSeconds).toBeGreaterThanOrEqual(tree?.cpuSeconds ?? Number.POSITIVE_INFINITY);
    expect(usageOf({ nobody: 2 ** 30 })['nobody']).toEqual({ cpuSeconds: 0, residentBytes: 0 });
  } finally {
    endTree(parent.pid ?? 0);
  }
});

function endTree(pid: number): void {
  for (const child of childrenOf(pid)) {
    process.kill(child, 'SIGKILL');
  }
  process.kill(pid, 'SIGKILL');
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid;
      } catch {
        return false;
      }
    })
    .map(Number);
}
