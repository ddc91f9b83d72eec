import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { measureCachedCases } from '../bench/cached-cases.ts';
import { measureCommands } from '../bench/commands.ts';
import { measureInbox } from '../bench/inbox.ts';
import { type BenchOptions, benchHelp, readOptions } from '../bench/options.ts';
import { type BenchResult, machineLoad, reportOf } from '../bench/report.ts';
import { type Servers, startServers } from '../bench/servers.ts';
import { dataFolder } from './launch/folders.ts';
import { LaunchProblem } from './launch/launch-problem.ts';
import { createReport, step } from './launch/progress.ts';
import { createShutdown } from './launch/shutdown.ts';

const report = createReport((text) => process.stderr.write(text));
const shutdown = createShutdown(report, () => 130);

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(benchHelp);
  } else {
    await bench(options);
  }
  await shutdown.exit(0);
} catch (error) {
  if (!shutdown.isStopping()) {
    const words = error instanceof LaunchProblem ? error.message : error instanceof Error ? error.stack : error;
    process.stderr.write(`\n${words}\n`);
    await shutdown.exit(1);
  }
}

async function bench(options: BenchOptions): Promise<void> {
  const result: BenchResult = { at: new Date(), loadAtStart: machineLoad(), options };
  const servers = await step(report, '启动服务 / servers', () => startServers(report));
  shutdown.add(1, { name: 'servers', stop: servers.stop });
  // What was found before a part failed is worth keeping.
  const failure = await measure(result, servers).then(
    () => undefined,
    (error: unknown) => error,
  );
  const markdown = reportOf(result);
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `bench-${result.at.toISOString().slice(0, 19).replaceAll(':', '')}.md`);
  writeFileSync(file, markdown);
  process.stdout.write(`${markdown}\n`);
  report(`已保存 / saved: ${file}`);
  if (failure !== undefined) {
    throw failure;
  }
}

async function measure(result: BenchResult, servers: Servers): Promise<void> {
  const { options } = result;
  const connection = await Connection.connect({ address: servers.temporalAddress });
  const client = new Client({ connection });
  try {
    if (options.parts.includes('commands')) {
      const work = () => measureCommands({ client, servers, options, report });
      result.commands = await step(report, '办理一步 / commands', work);
    }
    if (options.parts.includes('memory')) {
      const work = () => measureCachedCases({ client, servers, options });
      result.cached = await step(report, '缓存的案件 / cached cases', work);
    }
    if (options.parts.includes('inbox')) {
      const work = () => measureInbox({ servers, options, report });
      result.inbox = await step(report, '收件箱 / inbox', work);
    }
  } finally {
    await connection.close();
  }
}
