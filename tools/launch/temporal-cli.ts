import { LaunchProblem, type Report } from './launch-problem.ts';

export type AcquireOptions = { cacheFolder: string; report: Report };

/** Gives the path of a Temporal CLI. */
export async function acquireTemporalCli(_options: AcquireOptions): Promise<string> {
  const path = process.env['TEMPORAL_CLI'];
  if (path) {
    return path;
  }
  throw new LaunchProblem('没有 Temporal CLI', 'no Temporal CLI');
}
