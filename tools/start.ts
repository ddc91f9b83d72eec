import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firstStories, laterStories } from './demo/stories.ts';
import { type Child, startChild } from './launch/child.ts';
import { cacheFolder, checkoutFolder, dataFolder } from './launch/folders.ts';
import { removeInstance, writeInstance } from './launch/instance-file.ts';
import { lockInstance } from './launch/instance-lock.ts';
import { LaunchProblem, reasonOf } from './launch/launch-problem.ts';
import { migrateFolder } from './launch/older-data.ts';
import { askedPort, choosePort, freePort } from './launch/ports.ts';
import { checkChineseSearch, startPostgres, waitForPostgres } from './launch/postgres.ts';
import { createReport, step } from './launch/progress.ts';
import { secretOf } from './launch/secret.ts';
import { createShutdown } from './launch/shutdown.ts';
import { type Service, type Supervised, supervise } from './launch/supervisor.ts';
import { acquireTemporalCli } from './launch/temporal-cli.ts';
import { startTemporalServer, waitForTemporal } from './launch/temporal-server.ts';
import { seed } from './seed.ts';

const TASK_QUEUE = 'bihuan';
// What the seed has just sent is answered within this time, or nobody waits for it.
const SEED_GRACE_MS = 5_000;
// Stopped in this order: first those that serve and work, then what they stand on, at last the lock.
const RANK = { lock: 0, servers: 1, worker: 2, api: 3, seed: 4 } as const;

const report = createReport();
let isReady = false;
// Ctrl-C on a running instance is its ordinary end; before that the command did not do what it was asked for.
const shutdown = createShutdown(report, () => (isReady ? 0 : 130));

try {
  await start(dataFolder());
} catch (error) {
  if (!shutdown.isStopping()) {
    process.stderr.write(
      `\n${error instanceof LaunchProblem ? error.message : error instanceof Error ? error.stack : error}\n`,
    );
    await shutdown.exit(1);
  }
}

async function start(home: string): Promise<void> {
  const host = process.env['HOST'] || '127.0.0.1';
  const asked = askedPort(process.env['PORT']);
  const lock = await lockInstance(home, report);
  shutdown.add(RANK.lock, {
    name: 'lock',
    stop: () => {
      removeInstance(home);
      lock.release();
    },
  });
  const { port, taken } = await choosePort(asked, host);
  for (const number of taken) {
    report(`端口 ${number} 已被占用，改用下一个 / port ${number} is taken, trying the next one`);
  }
  const running: Supervised[] = [];
  const run = async (rank: number, service: Service): Promise<void> => {
    const supervised = await supervise(service, {
      report,
      onStarted: () => {
        lock.noteChildren(running.map(({ pid }) => pid()));
        onRestart();
      },
      onGiveUp: (reason) => {
        process.stderr.write(`\n${reason}\n`);
        void shutdown.exit(1);
      },
    });
    running.push(supervised);
    shutdown.add(rank, supervised);
    lock.noteChildren(running.map(({ pid }) => pid()));
  };
  let onRestart = (): void => {};

  const namespace = process.env['TEMPORAL_NAMESPACE'] || 'default';
  const [databaseUrl, temporalAddress] = await Promise.all([
    providePostgres(home, (service) => run(RANK.servers, service)),
    provideTemporal(home, namespace, (service) => run(RANK.servers, service)),
  ]);
  await step(report, '数据库结构 / migrations', () => migrateFolder(databaseUrl, home));

  const apiUrl = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_TASK_QUEUE: process.env['TEMPORAL_TASK_QUEUE'] || TASK_QUEUE,
    PORT: String(port),
    HOST: host,
    PUBLIC_URL: process.env['PUBLIC_URL'] || apiUrl,
    BIHUAN_HOME: home,
    BIHUAN_DEMO: '1',
    BIHUAN_SECRET: secretOf(home),
  };
  await Promise.all([
    step(report, 'worker', () => run(RANK.worker, ownProcess('worker', home, env))),
    step(report, 'api', () => run(RANK.api, ownProcess('api', home, env))),
  ]);
  await step(report, '示范社区 / demo community', () => seed({ databaseUrl, apiUrl, stories: firstStories, report }));
  onRestart = () =>
    writeInstance(home, {
      apiUrl,
      databaseUrl,
      temporalAddress,
      temporalNamespace: namespace,
      temporalTaskQueue: env.TEMPORAL_TASK_QUEUE,
      pids: Object.fromEntries(running.map(({ name, pid }) => [name, pid()])),
    });
  onRestart();
  isReady = true;
  seedMeanwhile({ databaseUrl, apiUrl });
  report('另开终端试试 / in another terminal: npm run demo　　Ctrl-C 停止 / stops');
  tellAddress(apiUrl);
}

/** The last line is always the address to open. */
function tellAddress(apiUrl: string): void {
  process.stdout.write(`闭环 Bihuan 已就绪 / ready: ${apiUrl}/\n`);
}

/** The rest of the demo is loaded while the instance is in use already; what is interrupted goes on at the next start. */
function seedMeanwhile(where: { databaseUrl: string; apiUrl: string }): void {
  const stop = new AbortController();
  let told = 0;
  const from = Date.now();
  const work = seed({ ...where, stories: laterStories, report: () => told++, signal: stop.signal }).then(
    () => {
      if (told === 0) return;
      report(`✓ 更多示范事项 / more demo cases: ${told}（${((Date.now() - from) / 1000).toFixed(1)} s）`);
      tellAddress(where.apiUrl);
    },
    (error: unknown) => {
      if (stop.signal.aborted) return;
      report(`✗ 更多示范事项，下次启动继续 / more demo cases, goes on at the next start：${reasonOf(error)}`);
      tellAddress(where.apiUrl);
    },
  );
  shutdown.add(RANK.seed, {
    name: 'seed',
    stop: async () => {
      stop.abort();
      await Promise.race([work, wait(SEED_GRACE_MS, undefined, { ref: false })]);
    },
  });
}

type Run = (service: Service) => Promise<void>;

async function providePostgres(home: string, run: Run): Promise<string> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    await step(report, 'PostgreSQL（DATABASE_URL）', async () => {
      await waitForPostgres(given);
      await checkChineseSearch(given);
    });
    return given;
  }
  const port = await freePort();
  let url = '';
  const start = async (): Promise<Child> => {
    const postgres = await startPostgres({ home, port });
    url = postgres.url;
    return postgres.child;
  };
  // SIGINT is PostgreSQL's fast shutdown.
  await step(report, 'PostgreSQL', () =>
    run({ name: 'postgres', start, stop: (child) => child.stop('SIGINT', 20_000) }),
  );
  return url;
}

async function provideTemporal(home: string, namespace: string, run: Run): Promise<string> {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) {
    await step(report, 'Temporal（TEMPORAL_ADDRESS）', () => waitForTemporal(given, namespace));
    return given;
  }
  const cli = await step(report, 'Temporal CLI', () => acquireTemporalCli({ cacheFolder: cacheFolder(home), report }));
  const port = await freePort();
  const start = async (): Promise<Child> => {
    const databaseFile = join(home, 'temporal', 'temporal.db');
    return (await startTemporalServer({ cli, databaseFile, logFolder: join(home, 'logs'), port, namespace })).child;
  };
  await step(report, 'Temporal', () =>
    run({ name: 'temporal', start, stop: (child) => child.stop('SIGTERM', 10_000) }),
  );
  return `127.0.0.1:${port}`;
}

function ownProcess(name: 'api' | 'worker', home: string, env: NodeJS.ProcessEnv): Service {
  const folder = checkoutFolder();
  return {
    name,
    start: async () => {
      const child = await startChild({
        name,
        command: process.execPath,
        args: ['--enable-source-maps', join(folder, 'dist', name === 'api' ? 'web' : name, 'main.js')],
        cwd: folder,
        env,
        logFile: join(home, 'logs', `${name}.log`),
        ipc: true,
      });
      await child.ready;
      return child;
    },
    stop: (child) => child.stop('SIGTERM', 15_000),
  };
}
