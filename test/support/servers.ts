import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../db/migrate.ts';
import { cacheFolder } from '../../tools/launch/folders.ts';
import { onParentGone } from '../../tools/launch/parent-watch.ts';
import { startPostgres } from '../../tools/launch/postgres.ts';
import { acquireTemporalCli } from '../../tools/launch/temporal-cli.ts';
import { startTemporalServer } from '../../tools/launch/temporal-server.ts';
import { bundleWorkflows } from '../../worker/bundle-workflows.ts';

declare module 'vitest' {
  interface ProvidedContext {
    temporalAddress: string;
    temporalHttpAddress: string;
    /** Address of the cluster as superuser. */
    postgresUrl: string;
    /** The workflow bundle, made once for all files. */
    workflowBundlePath: string;
  }
}

const TEMPLATE = 'bihuan_template';

/** Starts one real Temporal server and one real PostgreSQL for the whole run (vitest's globalSetup). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-test-'));
  // As root PostgreSQL runs as another user, who has to pass through here.
  chmodSync(folder, 0o711);
  // What the files make in the folder for temporary files goes with this one, whatever way the run ends.
  process.env['TMPDIR'] = join(folder, 'tmp');
  mkdirSync(process.env['TMPDIR'], { mode: 0o711 });
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.on('exit', remove);
  if (process.env['BIHUAN_STARTED_AT'] !== undefined) {
    onParentGone(() => process.exit(1));
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Vitest listens once: a second Ctrl-C would cut the exit handlers short.
    process.on(signal, () => process.exit(1));
  }
  const stops: (() => Promise<void>)[] = [];
  const teardown = async () => {
    await Promise.all(stops.map((stop) => stop()));
    remove();
  };
  try {
    const [postgres, temporal, bundle] = await Promise.allSettled([
      startPostgres({ home: folder, test: true }).then(async (server) => {
        stops.push(server.stop);
        await makeTemplate(server.url);
        return server;
      }),
      acquireTemporalCli({ cacheFolder: cacheFolder(), report: (line) => console.error(line) })
        .then((cli) =>
          startTemporalServer({ cli, databaseFile: join(folder, 'temporal.db'), logFolder: join(folder, 'logs') }),
        )
        .then((server) => {
          stops.push(server.stop);
          return server;
        }),
      bundleWorkflows(),
    ]);
    project.provide('postgresUrl', valueFrom(postgres).url);
    project.provide('temporalAddress', valueFrom(temporal).address);
    project.provide('temporalHttpAddress', valueFrom(temporal).httpAddress);
    project.provide('workflowBundlePath', valueFrom(bundle).codePath);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

/** Makes an empty, migrated database of its own for a test file. */
export async function createDatabase(name: string): Promise<string> {
  const url = new URL(inject('postgresUrl'));
  const database = `t_${name.replaceAll(/[^a-z0-9]+/gi, '_').toLowerCase()}_${process.pid}_${Date.now().toString(36)}`;
  await command(url.href, `create database ${database} template ${TEMPLATE}`);
  url.pathname = `/${database}`;
  return url.href;
}

async function makeTemplate(serverUrl: string): Promise<void> {
  await command(serverUrl, `create database ${TEMPLATE}`);
  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE}`;
  await migrate(url.href);
}

function valueFrom<Value>(result: PromiseSettledResult<Value>): Value {
  if (result.status === 'rejected') {
    throw result.reason;
  }
  return result.value;
}

async function command(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
