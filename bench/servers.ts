import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../db/migrate.ts';
import { type Child, startChild } from '../tools/launch/child.ts';
import { cacheFolder, checkoutFolder } from '../tools/launch/folders.ts';
import type { Report } from '../tools/launch/launch-problem.ts';
import { freePort } from '../tools/launch/ports.ts';
import { startPostgres } from '../tools/launch/postgres.ts';
import { step } from '../tools/launch/progress.ts';
import { secretOf } from '../tools/launch/secret.ts';
import { acquireTemporalCli } from '../tools/launch/temporal-cli.ts';
import { startTemporalServer } from '../tools/launch/temporal-server.ts';
import { seed } from '../tools/seed.ts';

/** The real programs on a data folder of their own, as `npm start` starts them. */
export interface Servers {
  apiUrl: string;
  databaseUrl: string;
  temporalAddress: string;
  bareTaskQueue: string;
  taskQueue: string;
  /** Process ids by part; `bare` is the worker of the bare update. */
  pids: Record<'temporal' | 'postgres' | 'worker' | 'bare' | 'api', number>;
  stop: () => Promise<void>;
}

const TASK_QUEUE = 'bihuan';
const BARE_TASK_QUEUE = 'bare';

/** Starts everything that is measured; PostgreSQL and Temporal write to disk as they do in use. */
export async function startServers(report: Report): Promise<Servers> {
  const home = mkdtempSync(join(tmpdir(), 'bihuan-bench-'));
  // As root PostgreSQL runs as another user, who has to pass through here.
  chmodSync(home, 0o711);
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const stopOne of stops.reverse()) {
      await stopOne();
    }
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const cli = await acquireTemporalCli({ cacheFolder: cacheFolder(), report });
    const temporal = await startTemporalServer({
      cli,
      databaseFile: join(home, 'temporal', 'temporal.db'),
      logFolder: join(home, 'logs'),
    });
    stops.push(temporal.stop);
    const postgres = await startPostgres({ home });
    stops.push(postgres.stop);
    await migrate(postgres.url);
    const port = await freePort();
    const apiUrl = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: 'default',
      TEMPORAL_TASK_QUEUE: TASK_QUEUE,
      PORT: String(port),
      HOST: '127.0.0.1',
      BIHUAN_HOME: home,
      BIHUAN_DEMO: '1',
      BIHUAN_SECRET: secretOf(home),
    };
    const start = async (name: string, script: string, change: NodeJS.ProcessEnv = {}): Promise<Child> => {
      const child = await startProgram({ name, script, home, env: { ...env, ...change } });
      stops.push(() => child.stop('SIGTERM', 15_000));
      await child.ready;
      return child;
    };
    const worker = await start('worker', 'worker/main.js');
    const api = await start('api', 'api/main.js');
    const bare = await start('bare', 'bench/bare-worker.js', { TEMPORAL_TASK_QUEUE: BARE_TASK_QUEUE });
    await step(report, '示范社区 / demo community', () => seed({ databaseUrl: postgres.url, apiUrl, report }));
    return {
      apiUrl,
      databaseUrl: postgres.url,
      temporalAddress: temporal.address,
      bareTaskQueue: BARE_TASK_QUEUE,
      taskQueue: TASK_QUEUE,
      pids: {
        temporal: temporal.child.pid,
        postgres: postgres.child.pid,
        worker: worker.pid,
        bare: bare.pid,
        api: api.pid,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Program {
  name: string;
  script: string;
  home: string;
  env: NodeJS.ProcessEnv;
}

function startProgram({ name, script, home, env }: Program): Promise<Child> {
  return startChild({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', join(checkoutFolder(), 'dist', script)],
    cwd: checkoutFolder(),
    env,
    logFile: join(home, 'logs', `${name}.log`),
    ipc: true,
  });
}
