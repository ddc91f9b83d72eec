import { join } from 'node:path';
import { bundleWorkflows } from '../../worker/bundle-workflows.ts';
import type { CaseWorkerOptions } from '../../worker/case-worker.ts';
import { findTinyRules } from '../fixtures/tiny-process/rules.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { connectTemporal, startTestWorker, type TestTemporal, type TestWorker } from './temporal.ts';

export interface TinyHouse extends AsyncDisposable {
  temporal: TestTemporal;
  store: TestDatabase;
  worker: TestWorker;
}

let bundle: Promise<{ codePath: string }> | undefined;

/** The bundle with the tiny process, made once for a test file. */
export function tinyBundle(): Promise<{ codePath: string }> {
  bundle ??= bundleWorkflows({ entry: join(import.meta.dirname, '../fixtures/tiny-process/workflows.ts') });
  return bundle;
}

/** Temporal, PostgreSQL and a worker that knows only the tiny process. */
export async function openTinyHouse(
  name: string,
  options: { wrapActivities?: CaseWorkerOptions['wrapActivities']; workflowsCachedMax?: number } = {},
): Promise<TinyHouse> {
  const [{ codePath }, temporal, store] = await Promise.all([tinyBundle(), connectTemporal(), openTestDatabase(name)]);
  const { database } = store;
  const worker = await startTestWorker(temporal, { codePath, rulesFor: findTinyRules, database, ...options });
  return {
    temporal,
    store,
    worker,
    [Symbol.asyncDispose]: async () => {
      await worker.stop();
      await store[Symbol.asyncDispose]();
      await temporal[Symbol.asyncDispose]();
    },
  };
}
