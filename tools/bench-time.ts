import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { machineLoad } from '../bench/report.ts';
import { measureRollOut } from '../bench/roll-out.ts';
import { type Servers, startServers } from '../bench/servers.ts';
import { forgetCases, makeCases } from '../bench/time-cases.ts';
import { measureClaims } from '../bench/time-claims.ts';
import { measureIdle } from '../bench/time-idle.ts';
import { measureMoves } from '../bench/time-moves.ts';
import { readTimeOptions, type TimeOptions, timeHelp } from '../bench/time-options.ts';
import { type TimeResult, timeReportOf } from '../bench/time-report.ts';
import { openDatabase } from '../db/pool.ts';
import { verifyLedger } from '../db/verify.ts';
import { DAY_MS } from '../processes/kernel/clock.ts';
import { dataFolder } from './launch/folders.ts';
import { LaunchProblem } from './launch/launch-problem.ts';
import { createReport, step } from './launch/progress.ts';
import { createShutdown } from './launch/shutdown.ts';

/** `npm run bench:time`: what comes when many deadlines end in one instant, on servers of its own. */

const report = createReport((text) => process.stderr.write(text));
const shutdown = createShutdown(report, () => 130);

/** Each round takes another step of the same ladders; in the last one worker and database are killed on the way. */
const rounds = [
  ['remindBefore', 0],
  ['remindOnDay', 0],
  ['urge', 3],
] as const;

try {
  const options = readTimeOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(timeHelp);
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

async function bench(options: TimeOptions): Promise<void> {
  const result: TimeResult = { at: new Date(), loadAtStart: machineLoad(), claims: [] };
  const servers = await step(report, '启动服务 / servers', () => startServers(report));
  shutdown.add(1, { name: 'servers', stop: servers.stop });
  try {
    await measure(result, servers, options);
  } finally {
    // What was found before a part failed is worth having.
    tell(result);
  }
}

function tell(result: TimeResult): void {
  const markdown = timeReportOf(result);
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `bench-time-${result.at.toISOString().slice(0, 19).replaceAll(':', '')}.md`);
  writeFileSync(file, markdown);
  process.stdout.write(`${markdown}\n`);
  report(`已保存 / saved: ${file}`);
}

async function measure(result: TimeResult, servers: Servers, options: TimeOptions): Promise<void> {
  const { parts, cases, openCases } = options;
  const database = openDatabase(servers.databaseUrl, { connectionsMax: 20, statementTimeoutMs: 60_000 });
  const pool = new pg.Pool({ connectionString: servers.databaseUrl, max: 4 });
  // A connection that is killed while it waits is replaced by the pool.
  pool.on('error', () => {});
  const connection = await Connection.connect({ address: servers.temporalAddress });
  const client = new Client({ connection });
  try {
    // First, so that everything else is measured beside as many open cases.
    if (parts.includes('idle')) {
      const work = () => measureIdle({ database, pool, servers, openCases });
      result.idle = await step(report, '没有到期 / nothing due', work);
    }
    if (parts.includes('claims')) await measureEveryClaim();
    await forgetCases(pool);
    if (parts.includes('moves')) {
      const work = () => measureMoves({ client, database, pool, servers, cases, report });
      result.moves = await step(report, '自动流转 / moves', work);
    }
    if (parts.includes('calendar')) {
      const work = () => measureRollOut({ client, servers, cases, report });
      result.rollOut = await step(report, '放假安排 / a new calendar', work);
    }
  } finally {
    await connection.close();
    await pool.end();
    await database.destroy();
  }

  async function measureEveryClaim(): Promise<void> {
    const at = Date.now() - DAY_MS;
    const make = () => makeCases(database, { name: 'claims', count: cases, at, until: 'awaitingAcceptance' });
    const made = await step(report, `${cases} 件在办 / ${cases} open cases`, make);
    for (const [rung, kills] of rounds) {
      const work = () => measureClaims({ pool, servers, report, rung, kills });
      result.claims.push(await step(report, `同时到期 / due at once (${kills} kills)`, work));
    }
    result.findings = 0;
    for (const { state } of made) {
      result.findings += (await verifyLedger(database, { caseId: state.id })).findings.length;
    }
  }
}
