import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type OwnInstance, startInstance } from './chaos/instance.ts';
import { leftoversOf } from './chaos/leftovers.ts';
import { type ChaosOptions, chaosHelp, readChaosOptions } from './chaos/options.ts';
import { type CaseRun, runCase } from './chaos/run-case.ts';
import { checkoutFolder } from './launch/folders.ts';
import { LaunchProblem } from './launch/launch-problem.ts';
import { createReport, step } from './launch/progress.ts';
import { createShutdown } from './launch/shutdown.ts';

/** `npm run chaos`: kills every part with kill -9 while a case runs, and proves that nothing was lost or doubled. */

const report = createReport();
const shutdown = createShutdown(report, () => 130);

try {
  const options = readChaosOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(chaosHelp);
  } else {
    await chaos(options);
  }
  await shutdown.exit(0);
} catch (error) {
  if (!shutdown.isStopping()) {
    const words = error instanceof LaunchProblem ? error.message : error instanceof Error ? error.stack : error;
    process.stderr.write(`\n${words}\n`);
    await shutdown.exit(1);
  }
}

async function chaos({ rounds, seed }: ChaosOptions): Promise<void> {
  report(`--rounds ${rounds} --seed ${seed}`);
  const instance = await step(report, '启动独立实例 / an instance of its own', () => startInstance(report));
  shutdown.add(1, { name: 'instance', stop: () => end(instance) });
  const runs: CaseRun[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const work = () => runCase(instance, seed + round, report);
    runs.push(await step(report, `第 ${round + 1}/${rounds} 件 / case ${round + 1} of ${rounds}`, work));
  }
  await step(report, '台账与 Temporal 一致 / ledger:check', () => checkLedger(instance));
  const exitCode = await step(report, '停止 / stopping', () => instance.stop());
  const left = leftoversOf(instance.home, instance.everRan());
  if (exitCode !== 0 || left.length > 0) {
    throw new Error(`the instance ended with ${exitCode}, and these processes are left:\n${left.join('\n')}`);
  }
  tell(runs);
}

function tell(runs: readonly CaseRun[]): void {
  for (const { view, journal, kills, ledger } of runs) {
    const moments = kills.map(({ part, command, delayMs }) => `${part}@${command}+${delayMs}ms`).join(' ');
    process.stdout.write(
      `${view.number} → ${view.state}: ${journal.acknowledged.length} acknowledged, each once in force; ${ledger.automatic} automatic, ${ledger.voided} voided; ${journal.repeats} repeats, longest answer ${(journal.longestMs / 1000).toFixed(1)} s; kill -9: ${moments}\n`,
    );
  }
  const acts = runs.reduce((sum, { journal }) => sum + journal.acknowledged.length, 0);
  process.stdout.write(
    `✓ ${runs.length * 4} 次 kill -9，${acts} 个已确认的命令各记录一次，哈希链完整，没有遗留进程\n✓ ${runs.length * 4} kills, ${acts} acknowledged commands, each recorded once, chains whole, no process left\n`,
  );
}

/** Runs `npm run ledger:check` on the instance: chains, and the view against the state that Temporal holds. */
async function checkLedger(instance: OwnInstance): Promise<void> {
  const script = join(checkoutFolder(), 'dist', 'tools', 'ledger-check.js');
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, BIHUAN_HOME: instance.home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) {
    throw new Error(`ledger:check ended with ${code}:\n${said}`);
  }
}

async function end(instance: OwnInstance): Promise<void> {
  await instance.stop();
  instance.remove();
}
