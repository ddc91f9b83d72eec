import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { checkoutFolder, dataFolder } from './launch/folders.ts';
import { lockInstance } from './launch/instance-lock.ts';
import { LaunchProblem } from './launch/launch-problem.ts';
import { clusterElsewhere } from './launch/postgres-place.ts';

// A data folder is recognised by one of these: a mistyped BIHUAN_HOME must not empty somebody's documents.
const OWN_MARKS = ['instance.lock', 'postgres-password', 'secret', 'logs', 'temporal'];

try {
  await reset(dataFolder(), process.argv.includes('--yes'));
} catch (error) {
  process.stderr.write(
    `${error instanceof LaunchProblem ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}

async function reset(home: string, isAgreed: boolean): Promise<void> {
  const names = existsSync(home) ? readdirSync(home).filter((name) => name !== 'install.lock') : [];
  if (names.length === 0) {
    process.stdout.write(`数据目录 ${home} 已经是空的 / is empty already\n`);
    return;
  }
  if (!OWN_MARKS.some((mark) => names.includes(mark))) {
    throw new LaunchProblem(
      `${home} 不像是闭环的数据目录，没有删除任何内容。请检查 BIHUAN_HOME。`,
      `${home} does not look like a data folder of Bihuan: nothing was removed. Check BIHUAN_HOME.`,
    );
  }
  const lock = await lockInstance(home, (line) => process.stdout.write(`${line}\n`));
  try {
    if (!isAgreed && !(await agrees(home))) {
      process.stdout.write('没有删除任何内容 / nothing was removed\n');
      return;
    }
    const elsewhere = clusterElsewhere(home);
    if (elsewhere !== undefined) {
      rmSync(elsewhere, { recursive: true, force: true });
    }
    for (const name of names.filter((entry) => entry !== 'instance.lock')) {
      rmSync(join(home, name), { recursive: true, force: true });
    }
    process.stdout.write(`已清空 / emptied: ${home}\n`);
  } finally {
    lock.release();
  }
}

async function agrees(home: string): Promise<boolean> {
  const where = home.startsWith(checkoutFolder()) ? '' : '（BIHUAN_HOME）';
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const question = `将删除 ${home}${where} 中的全部数据。输入 yes 确认 / removes all data there; type yes: `;
    const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    return (await Promise.race([terminal.question(question), closed])).trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}
