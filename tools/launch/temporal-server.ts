import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Connection } from '@temporalio/client';
import { type Child, logTail, startChild } from './child.ts';
import { LaunchProblem, reasonOf } from './launch-problem.ts';
import { freePort } from './ports.ts';

export const SEARCH_ATTRIBUTES = ['CaseState', 'CaseProcess', 'CaseOrg', 'CaseNumber'] as const;

// One partition and the larger cache carry mass deadlines; skipping time is what drill cases and
// tests stand on, and a long case has more rungs than the 200 skips of the default.
const DYNAMIC_CONFIG: Record<string, boolean | number> = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  'frontend.WorkflowTimeSkippingMaxSkipPerSession': 100_000,
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
  'history.hostLevelCacheMaxSize': 30_000,
};

const KEYWORD = 2;

export type TemporalServerOptions = {
  cli: string;
  databaseFile: string;
  logFolder: string;
  /** A free one is chosen where none is given. */
  port?: number;
  namespace?: string;
};

export type TemporalServer = {
  address: string;
  port: number;
  /** Where the server speaks HTTP; it takes no request there. */
  httpAddress: string;
  child: Child;
  stop: () => Promise<void>;
};

const STARTS_MAX = 3;

/**
 * Starts the whole Temporal server on one SQLite file and waits until it answers. It takes further ports for its inner
 * services, and another program may be quicker: a server that dies at its start is started again.
 */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  mkdirSync(dirname(options.databaseFile), { recursive: true });
  for (let start = 1; ; start++) {
    const server = await tryStart(options);
    if ('address' in server) return server;
    if (start === STARTS_MAX) throw server.error;
  }
}

async function tryStart(options: TemporalServerOptions): Promise<TemporalServer | { error: unknown }> {
  const namespace = options.namespace ?? 'default';
  const port = options.port ?? (await freePort());
  const httpPort = await freePort();
  const child = await startChild({
    name: 'temporal',
    command: options.cli,
    args: await serverArguments(options.databaseFile, { port, httpPort }, namespace),
    logFile: join(options.logFolder, 'temporal.log'),
  });
  const address = `127.0.0.1:${port}`;
  try {
    await waitForTemporal(address, namespace, child);
  } catch (error) {
    const died = !child.isAlive();
    await child.stop('SIGTERM', 5_000);
    if (died) return { error };
    throw error;
  }
  return { address, port, httpAddress: `127.0.0.1:${httpPort}`, child, stop: () => child.stop('SIGTERM', 10_000) };
}

/** Waits until the namespace answers and has our search attributes. */
export async function waitForTemporal(address: string, namespace: string, child?: Child): Promise<void> {
  const deadline = Date.now() + 60_000;
  let last: unknown;
  while (Date.now() < deadline) {
    if (child !== undefined && !child.isAlive()) {
      throw new LaunchProblem(
        `Temporal 服务启动失败，日志：${child.logFile}`,
        `The Temporal server did not come up; its log: ${child.logFile}\n${logTail(child.logFile)}`,
      );
    }
    let connection: Connection | undefined;
    try {
      connection = await Connection.connect({ address, connectTimeout: 1_000 });
      await connection.workflowService.describeNamespace({ namespace });
      await addSearchAttributes(connection, namespace);
      return;
    } catch (error) {
      last = error;
    } finally {
      await connection?.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new LaunchProblem(
    `Temporal（${address}，命名空间 ${namespace}）60 秒内没有应答。请检查该地址和命名空间。`,
    `Temporal at ${address}, namespace ${namespace}, did not answer within 60 s (${reasonOf(last)}). Check the address and the namespace.`,
  );
}

// The flag of start-dev creates attributes with a new namespace only: older files and servers that
// are not ours get the missing ones here.
async function addSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = SEARCH_ATTRIBUTES.filter((name) => !(name in (customAttributes ?? {})));
  if (missing.length > 0) {
    const searchAttributes = Object.fromEntries(missing.map((name) => [name, KEYWORD]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  }
}

// The server opens an HTTP port that cannot be turned off and asks nobody who he is, and a web page may post to it from
// the browser of whoever works on this machine. We speak gRPC, so HTTP answers to no name that anybody could send.
async function serverArguments(
  databaseFile: string,
  { port, httpPort }: { port: number; httpPort: number },
  namespace: string,
): Promise<string[]> {
  return [
    ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
    ...['--metrics-port', String(await freePort()), '--http-port', String(httpPort)],
    ...['--db-filename', databaseFile, '--namespace', namespace, '--log-level', 'warn'],
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
    ...SEARCH_ATTRIBUTES.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
    ...['--dynamic-config-value', `frontend.httpAllowedHosts=["${randomUUID()}.invalid"]`],
    ...Object.entries(DYNAMIC_CONFIG).flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
  ];
}
