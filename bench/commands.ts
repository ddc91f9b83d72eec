import type { Client } from '@temporalio/client';
import type { Report } from '../tools/launch/launch-problem.ts';
import { applyLoad } from './load.ts';
import type { BenchOptions } from './options.ts';
import { type Spread, spreadOf } from './percentile.ts';
import { usageOf } from './process-usage.ts';
import type { Servers } from './servers.ts';
import { createWays, type Way } from './way.ts';

export const clientCounts = [1, 16] as const;
export type ClientCount = (typeof clientCounts)[number];

/** What one way costs at one number of clients, over all rounds. */
export interface CommandCost {
  way: Way['name'];
  title: string;
  clients: ClientCount;
  spread: Spread;
  /** Of each round, to show how far the machine itself strays. */
  roundP50s: number[];
  perSecond: number;
  /** CPU seconds of one thousand commands, by part; the worker is the one that ran them. */
  cpuSecondsPerThousand: Record<'temporal' | 'worker' | 'api' | 'postgres', number>;
}

interface Tally {
  waitsMs: number[];
  roundP50s: number[];
  elapsedMs: number;
  cpuSeconds: Record<string, number>;
}

/** Measures the ways in turn, A B C A B C …, so that whatever else the machine does meets all of them. */
export async function measureCommands(input: {
  client: Client;
  servers: Servers;
  options: BenchOptions;
  report: Report;
}): Promise<CommandCost[]> {
  const { options, servers, report } = input;
  const ways = await createWays(input.client, servers);
  const cases = new Map<Way, Case[]>();
  for (const way of ways) {
    cases.set(way, await openCases(way, options.cases));
  }
  const tallies = new Map<string, Tally>();
  // Round 0 warms everything up and is thrown away.
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const clients of clientCounts) {
      for (const way of ways) {
        const tally = await measureBlock({ way, cases: cases.get(way) ?? [], clients, options, servers });
        if (round > 0) {
          const key = keyOf(way, clients);
          tallies.set(key, merge(tallies.get(key), tally));
        }
      }
    }
    report(
      round === 0 ? '已预热 / warmed up' : `第 ${round}/${options.rounds} 轮 / round ${round} of ${options.rounds}`,
    );
  }
  return clientCounts.flatMap((clients) =>
    ways.map((way) => costOf(way, clients, tallies.get(keyOf(way, clients)) ?? merge(undefined, undefined))),
  );
}

interface Case {
  id: string;
  turns: number;
}

async function openCases(way: Way, count: number): Promise<Case[]> {
  const opened: Case[] = [];
  await applyLoad({ clients: 8, operations: count }, async (_client, operation) => {
    opened.push({ id: await way.open(`车棚维修提案 ${way.name} ${operation}`), turns: 0 });
  });
  return opened;
}

async function measureBlock(block: {
  way: Way;
  cases: Case[];
  clients: ClientCount;
  options: BenchOptions;
  servers: Servers;
}): Promise<Tally> {
  const { way, cases, clients, options, servers } = block;
  const before = usageOf(servers.pids);
  const load = await applyLoad({ clients, operations: options.operations[clients] }, async (client, operation) => {
    // Each client has cases of its own: a single case is serial whatever serves it.
    const own = cases.filter((_, index) => index % clients === client);
    const one = own[Math.floor(operation / clients) % own.length];
    if (one !== undefined) {
      await way.command(one.id, one.turns++);
    }
  });
  const after = usageOf(servers.pids);
  const cpuSeconds = Object.fromEntries(
    Object.entries(after).map(([part, usage]) => [part, usage.cpuSeconds - (before[part]?.cpuSeconds ?? 0)]),
  );
  return { waitsMs: load.waitsMs, roundP50s: [spreadOf(load.waitsMs).p50], elapsedMs: load.elapsedMs, cpuSeconds };
}

const keyOf = (way: Way, clients: ClientCount): string => `${way.name}:${clients}`;

function merge(left: Tally | undefined, right: Tally | undefined): Tally {
  const both = [left, right].filter((tally) => tally !== undefined);
  const parts = new Set(both.flatMap((tally) => Object.keys(tally.cpuSeconds)));
  const sumOf = (part: string): number => both.reduce((sum, tally) => sum + (tally.cpuSeconds[part] ?? 0), 0);
  return {
    waitsMs: both.flatMap((tally) => tally.waitsMs),
    roundP50s: both.flatMap((tally) => tally.roundP50s),
    elapsedMs: both.reduce((sum, tally) => sum + tally.elapsedMs, 0),
    cpuSeconds: Object.fromEntries([...parts].map((part) => [part, sumOf(part)])),
  };
}

function costOf(way: Way, clients: ClientCount, tally: Tally): CommandCost {
  const spread = spreadOf(tally.waitsMs);
  const perThousand = (part: string): number => ((tally.cpuSeconds[part] ?? 0) * 1000) / spread.count;
  return {
    way: way.name,
    title: way.title,
    clients,
    spread,
    roundP50s: tally.roundP50s,
    perSecond: (spread.count * 1000) / tally.elapsedMs,
    cpuSecondsPerThousand: {
      temporal: perThousand('temporal'),
      worker: perThousand(way.name === 'bare' ? 'bare' : 'worker'),
      api: perThousand('api'),
      postgres: perThousand('postgres'),
    },
  };
}
