import { arch, cpus, release, totalmem } from 'node:os';
import type { Spread } from './percentile.ts';
import { machineLoad } from './report.ts';
import { PEOPLE, REST_MS, type RollOutCost, rollOutLines } from './roll-out.ts';
import type { ClaimCost } from './time-claims.ts';
import type { IdleCost } from './time-idle.ts';
import type { MoveCost } from './time-moves.ts';

/** Everything that one run found; a part that was not measured is undefined. */
export interface TimeResult {
  at: Date;
  loadAtStart: number;
  claims: ClaimCost[];
  /** Faults of the chains after all claims and kills; none may be. */
  findings?: number;
  moves?: MoveCost;
  rollOut?: RollOutCost;
  idle?: IdleCost;
}

/** The result as Markdown, with the conditions under which it was found. */
export function timeReportOf(result: TimeResult): string {
  const { at, loadAtStart, claims, findings, moves, rollOut, idle } = result;
  return [
    `# 期限性能 / bench:time ${at.toISOString()}`,
    '',
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()} ${arch()}, Node ${process.version}. Load of the machine before the run ${loadAtStart.toFixed(2)}, after it ${machineLoad().toFixed(2)} (a rest of other work makes every figure worse). Servers, worker and the measuring side share these cores.`,
    '',
    ...claimLines(claims, findings),
    ...(moves ? moveLines(moves) : []),
    ...(rollOut ? rollOutLines(rollOut) : []),
    ...(idle ? idleLines(idle) : []),
  ].join('\n');
}

function claimLines(costs: readonly ClaimCost[], findings: number | undefined): string[] {
  if (costs.length === 0) return [];
  return [
    '## 同一时刻到期的提醒 / reminders due in one instant',
    '',
    `Each with its row in the ledger and its notices. Aim: all within 5 s. Chains at fault afterwards: ${findings ?? '—'}.`,
    '',
    '| cases | worker and database killed | p50 ms | p99 ms | last ms | all to be read, ms | lost | twice | notices of | CPU s |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...costs.map((cost) => {
      const { p50, p99, last } = cost.lateness;
      return row([
        cost.cases,
        cost.kills,
        p50,
        p99,
        last,
        cost.allVisibleMs,
        cost.lost,
        cost.twice,
        `${cost.notices} / ${cost.noticesExpected}`,
        cpuText(cost.cpuSeconds),
      ]);
    }),
    '',
  ];
}

function moveLines(cost: MoveCost): string[] {
  const { cases, lateness, lost, twice, usual, meanwhile, cpuSeconds } = cost;
  return [
    '## 到期自动流转 / moves of the state',
    '',
    `The windows of ${cases} cases close in one instant; the clock tells them paced (activities/poke-cases.ts). ${PEOPLE} people act by HTTP meanwhile, each ${REST_MS} ms after his last answer. Aims: all within 5 minutes, p50 of people under 2 × the usual.`,
    '',
    '| cases | p50 s | p99 s | last s | lost | twice | usual p50 / p95 / p99 ms (n) | meanwhile | p50 × usual | CPU s |',
    '|---|---|---|---|---|---|---|---|---|---|',
    row([
      cases,
      ...[lateness.p50, lateness.p99, lateness.last].map((ms) => (ms / 1000).toFixed(1)),
      lost,
      twice,
      spreadText(usual),
      spreadText(meanwhile),
      (meanwhile.p50 / usual.p50).toFixed(2),
      cpuText(cpuSeconds),
    ]),
    '',
  ];
}

function idleLines({ openCases, armed, look, cpuSecondsPerMinute }: IdleCost): string[] {
  return [
    '## 没有到期事项时 / nothing due',
    '',
    'One look of the clock, and the CPU of a minute in which every part only waits.',
    '',
    '| open cases | armed rows | look p50 / p95 / p99 ms (n) | CPU s per minute |',
    '|---|---|---|---|',
    row([openCases, armed, spreadText(look), cpuText(cpuSecondsPerMinute)]),
    '',
  ];
}

const spreadText = ({ p50, p95, p99, count }: Spread): string =>
  `${[p50, p95, p99].map((ms) => ms.toFixed(1)).join(' / ')} (${count})`;

const cpuText = (seconds: Record<string, number>): string =>
  Object.entries(seconds)
    .filter(([part]) => part !== 'bare')
    .map(([part, used]) => `${part} ${used.toFixed(2)}`)
    .join(', ') || '—';

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
