import { readdirSync, readFileSync } from 'node:fs';
import { LaunchProblem } from '../tools/launch/launch-problem.ts';

/** What a process and everything below it have used so far. */
export interface Usage {
  cpuSeconds: number;
  residentBytes: number;
}

interface ProcessStat {
  parent: number;
  ticks: number;
  /** Of children that have ended and were waited for. */
  endedTicks: number;
  residentPages: number;
}

const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

/** Reads CPU and memory of process trees: PostgreSQL's backends lead sessions of their own, so groups do not tell. */
export function usageOf(pids: Record<string, number>): Record<string, Usage> {
  const stats = readStats();
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, usageOfTree(pid, stats)]));
}

function usageOfTree(root: number, stats: Map<number, ProcessStat>): Usage {
  const usage: Usage = { cpuSeconds: 0, residentBytes: 0 };
  const tree = [root];
  for (const pid of tree) {
    const stat = stats.get(pid);
    if (stat === undefined) {
      continue;
    }
    usage.cpuSeconds += (stat.ticks + stat.endedTicks) / TICKS_PER_SECOND;
    usage.residentBytes += stat.residentPages * PAGE_BYTES;
    tree.push(...[...stats].filter(([, { parent }]) => parent === pid).map(([child]) => child));
  }
  return usage;
}

function readStats(): Map<number, ProcessStat> {
  if (process.platform !== 'linux') {
    throw new LaunchProblem(
      '性能对比要从 /proc 读取 CPU 和内存，只能在 Linux 上运行。',
      'The bench reads CPU and memory from /proc and runs on Linux only.',
    );
  }
  const stats = new Map<number, ProcessStat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readStat(name) : undefined;
    if (stat !== undefined) {
      stats.set(Number(name), stat);
    }
  }
  return stats;
}

function readStat(pid: string): ProcessStat | undefined {
  try {
    // The name in brackets may hold spaces and brackets: count from the last one (proc(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const field = (number: number): number => Number(fields[number - 3]);
    return {
      parent: field(4),
      ticks: field(14) + field(15),
      endedTicks: field(16) + field(17),
      residentPages: field(24),
    };
  } catch {
    return undefined;
  }
}
