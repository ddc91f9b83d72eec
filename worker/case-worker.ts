import type { Client } from '@temporalio/client';
import { type NativeConnection, Worker } from '@temporalio/worker';
import { type Activities, createActivities } from '../activities/index.ts';
import type { Database } from '../db/pool.ts';
import type { AnyRules } from '../processes/kernel/define-rules.ts';

export interface CaseWorkerOptions {
  connection: NativeConnection;
  client: Client;
  database: Database;
  namespace: string;
  taskQueue: string;
  /** The workflow bundle made by bundle-workflows.ts. */
  codePath: string;
  rulesFor(process: string, version: number): AnyRules | undefined;
  /** Lets a test put a fault between workflow and activity. */
  wrapActivities?: ((activities: Activities) => Activities) | undefined;
  workflowsCachedMax?: number | undefined;
}

/** Connections that the pool of the worker may open; at least as many as local activities run at once. */
export const WORKER_CONNECTIONS_MAX = 20;

/** A worker that hosts every case and what cases do outside, with limits that keep a mass of deadlines quick. */
export function createCaseWorker(options: CaseWorkerOptions): Promise<Worker> {
  const { connection, client, database, namespace, taskQueue, codePath, rulesFor } = options;
  const activities = createActivities({ client, database, taskQueue, rulesFor });
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: { codePath },
    activities: { ...(options.wrapActivities?.(activities) ?? activities) },
    // Measured: a larger cache made each workflow task six times dearer.
    maxCachedWorkflows: options.workflowsCachedMax ?? 2_000,
    maxConcurrentWorkflowTaskExecutions: 100,
    maxConcurrentWorkflowTaskPolls: 20,
    maxConcurrentLocalActivityExecutions: WORKER_CONNECTIONS_MAX,
    maxConcurrentActivityTaskExecutions: 50,
    // After the death of a worker every case it held waits this long before another one gets it.
    stickyQueueScheduleToStartTimeout: '10 seconds',
    reuseV8Context: true,
    shutdownGraceTime: '10 seconds',
    shutdownForceTime: '20 seconds',
  });
}
