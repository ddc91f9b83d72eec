import { arch, cpus, loadavg, release, totalmem } from 'node:os';
import type { CachedCost } from './cached-cases.ts';
import type { CommandCost } from './commands.ts';
import type { InboxCost } from './inbox.ts';
import type { BenchOptions } from './options.ts';

/** Everything that one run found; a part that was not measured is undefined. */
export interface BenchResult {
  at: Date;
  loadAtStart: number;
  options: BenchOptions;
  commands?: CommandCost[];
  cached?: CachedCost[];
  inbox?: InboxCost[];
}

/** The result as Markdown, with the conditions under which it was found. */
export function reportOf(result: BenchResult): string {
  const { options } = result;
  return [
    `# 性能对比 / bench ${result.at.toISOString()}`,
    '',
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()} ${arch()}, Node ${process.version}. Load of the machine before the run: ${result.loadAtStart.toFixed(2)} (a rest of other work makes every figure worse). Servers, workers and clients share these cores. Rounds: ${options.rounds}, the ways in turn within each; a first round is thrown away.`,
    '',
    ...commandLines(result.commands),
    ...cachedLines(result.cached),
    ...inboxLines(result.inbox),
  ].join('\n');
}

function commandLines(costs: CommandCost[] | undefined): string[] {
  if (costs === undefined) {
    return [];
  }
  return [
    '## 办理一步 / one command',
    '',
    'Times in ms; CPU seconds per 1000 commands; ratios to the bare update at the same number of clients (p50, and CPU of all parts). Aims: ≤ 1.4 in the workflow, ≤ 1.6 over HTTP.',
    '',
    '| way | c | n | p50 | p95 | p99 | p50 by round | per s | CPU Temporal | worker | api | PostgreSQL | all | p50 × bare | CPU × bare |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...costs.map((cost) => {
      const bare = costs.find(({ way, clients }) => way === 'bare' && clients === cost.clients) ?? cost;
      const { temporal, worker, api, postgres } = cost.cpuSecondsPerThousand;
      return row([
        cost.title,
        cost.clients,
        cost.spread.count,
        ...[cost.spread.p50, cost.spread.p95, cost.spread.p99].map(fixed(1)),
        `${fixed(1)(Math.min(...cost.roundP50s))}–${fixed(1)(Math.max(...cost.roundP50s))}`,
        fixed(0)(cost.perSecond),
        ...[temporal, worker, api, postgres, cpuOf(cost)].map(fixed(1)),
        fixed(2)(cost.spread.p50 / bare.spread.p50),
        fixed(2)(cpuOf(cost) / cpuOf(bare)),
      ]);
    }),
    '',
  ];
}

function cachedLines(costs: CachedCost[] | undefined): string[] {
  if (costs === undefined) {
    return [];
  }
  return [
    '## 缓存的案件 / cached cases',
    '',
    'Growth of the resident memory of the worker (RSS), over the cases opened after a first tenth.',
    '',
    '| worker | cases | KiB per case |',
    '|---|---|---|',
    ...costs.map((cost) => row([cost.title, cost.cases, fixed(0)(cost.kibibytesPerCase)])),
    '',
  ];
}

function inboxLines(costs: InboxCost[] | undefined): string[] {
  if (costs === undefined) {
    return [];
  }
  return [
    '## 收件箱 / inbox',
    '',
    'A page of 20 with its count, 8 clients, times in ms. The rows are set-wise copies of one real case in the real tables. The plain table counts exactly; our count is exact up to 1,000.',
    '',
    '| open cases | inbox | tasks in it | way | n | p50 | p95 | p99 | p50 × plain |',
    '|---|---|---|---|---|---|---|---|---|',
    ...costs.map((cost) => {
      const plain = costs.find(({ openCases, inbox }) => openCases === cost.openCases && inbox === cost.inbox) ?? cost;
      return row([
        cost.openCases,
        cost.inbox,
        cost.tasks,
        cost.way,
        cost.spread.count,
        ...[cost.spread.p50, cost.spread.p95, cost.spread.p99].map(fixed(1)),
        fixed(2)(cost.spread.p50 / plain.spread.p50),
      ]);
    }),
    '',
  ];
}

/** Load of the machine in the last minute, to be taken before the run. */
export const machineLoad = (): number => loadavg()[0] ?? 0;

const cpuOf = (cost: CommandCost): number =>
  Object.values(cost.cpuSecondsPerThousand).reduce((sum, seconds) => sum + seconds, 0);

const fixed =
  (digits: number) =>
  (value: number): string =>
    value.toFixed(digits);

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
