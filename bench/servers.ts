import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { migrate } from '../db/migrate.ts';
import { firstStories } from '../tools/demo/stories.ts';
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
  /** Ends a part with SIGKILL and starts it again; its new process id stands in `pids`. */
  killAndRestart: (part: 'worker' | 'postgres') => Promise<void>;
  stop: () => Promise<void>;
}

const RESTARTS_MAX = 20;
const RESTART_WAIT_MS = 200;

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
    let postgres = await startPostgres({ home });
    stops.push(() => postgres.stop());
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
    let worker = await start('worker', 'worker/main.js');
    const api = await start('api', 'web/main.js');
    const bare = await start('bare', 'bench/bare-worker.js', { TEMPORAL_TASK_QUEUE: BARE_TASK_QUEUE });
    await step(report, '示范社区 / demo community', () =>
      seed({ databaseUrl: postgres.url, apiUrl, stories: firstStories, report }),
    );
    const pids: Servers['pids'] = {
      temporal: temporal.child.pid,
      postgres: postgres.child.pid,
      worker: worker.pid,
      bare: bare.pid,
      api: api.pid,
    };
    const killAndRestart: Servers['killAndRestart'] = async (part) => {
      if (part === 'worker') {
        await worker.stop('SIGKILL', 0);
        worker = await start('worker', 'worker/main.js');
        pids.worker = worker.pid;
      } else {
        await postgres.child.stop('SIGKILL', 0);
        postgres = await startAgain(() => startPostgres({ home, port: postgres.port }));
        pids.postgres = postgres.child.pid;
      }
    };
    return {
      apiUrl,
      databaseUrl: postgres.url,
      temporalAddress: temporal.address,
      bareTaskQueue: BARE_TASK_QUEUE,
      taskQueue: TASK_QUEUE,
      pids,
      killAndRestart,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a killed server leaves behind holds its memory for a moment; the launcher would try again just so. */
async function startAgain<Server>(start: () => Promise<Server>): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt === RESTARTS_MAX) throw error;
      await wait(RESTART_WAIT_MS);
    }
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
