import type { Client } from '@temporalio/client';
import { applyLoad } from './load.ts';
import type { BenchOptions } from './options.ts';
import { usageOf } from './process-usage.ts';
import type { Servers } from './servers.ts';
import { createWays } from './way.ts';

/** Memory that a worker needs for each case it holds ready. */
export interface CachedCost {
  title: string;
  cases: number;
  kibibytesPerCase: number;
}

/** Opens many cases and sees how the worker has grown; what the first tenth costs (code, pools) is left out. */
export async function measureCachedCases(input: {
  client: Client;
  servers: Servers;
  options: BenchOptions;
}): Promise<CachedCost[]> {
  const { servers, options } = input;
  const costs: CachedCost[] = [];
  for (const way of await createWays(input.client, servers)) {
    if (way.name === 'http') {
      // The same cases in the same worker as by the workflow client.
      continue;
    }
    const residentBytes = (): number =>
      usageOf(servers.pids)[way.name === 'bare' ? 'bare' : 'worker']?.residentBytes ?? 0;
    const open = (operations: number) =>
      applyLoad({ clients: 16, operations }, (_client, operation) => way.open(`缓存占用 ${operation}`));
    await open(Math.ceil(options.cachedCases / 10));
    const before = residentBytes();
    await open(options.cachedCases);
    costs.push({
      title: way.title,
      cases: options.cachedCases,
      kibibytesPerCase: (residentBytes() - before) / 1024 / options.cachedCases,
    });
  }
  return costs;
}
