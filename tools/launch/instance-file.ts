import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './folders.ts';
import { runningInstance } from './instance-lock.ts';
import { LaunchProblem } from './launch-problem.ts';

/** Where the parts of the running instance are, for the other commands of the same data folder. */
export type Instance = {
  apiUrl: string;
  databaseUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  temporalTaskQueue: string;
  pids: Record<string, number>;
};

const FILE = 'instance.json';

/** The running instance of a data folder; refuses with the remedy where none runs. */
export function readInstance(home: string = dataFolder()): Instance {
  try {
    if (runningInstance(home) !== undefined) {
      return JSON.parse(readFileSync(join(home, FILE), 'utf8'));
    }
  } catch {
    // Not ready yet: the same words hold.
  }
  throw new LaunchProblem(
    `数据目录 ${home} 没有正在运行的实例。请先在另一个终端运行 npm start，待出现地址后重试。`,
    `No instance runs on the data folder ${home}. Run npm start in another terminal, and try again when it shows the address.`,
  );
}

export function writeInstance(home: string, instance: Instance): void {
  const file = join(home, FILE);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(instance, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

export function removeInstance(home: string): void {
  rmSync(join(home, FILE), { force: true });
}
