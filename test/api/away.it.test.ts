import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Api } from '../../api/create-api.ts';
import { migrate } from '../../db/migrate.ts';
import { type Database, openDatabase } from '../../db/pool.ts';
import { verifyLedger } from '../../db/verify.ts';
import { rulesFor } from '../../processes/rules.ts';
import { cacheFolder } from '../../tools/launch/folders.ts';
import { type Postgres, startPostgres } from '../../tools/launch/postgres.ts';
import { acquireTemporalCli } from '../../tools/launch/temporal-cli.ts';
import { startTemporalServer, type TemporalServer } from '../../tools/launch/temporal-server.ts';
import { createWeb } from '../../web/create-web.ts';
import { sampleForms } from '../support/sample-forms.ts';
import { connectTemporalAt, startTestWorker, type TestTemporal, type TestWorker } from '../support/temporal.ts';
import { seedPeople } from './support/api-kit.ts';
import { type Answer, type Caller, callerFor } from './support/caller.ts';
import { startBody } from './support/forms.ts';

/** Servers of this file alone, because it takes them away. */
let folder: string;
let postgres: Postgres;
let server: TemporalServer;
let cli: string;
let database: Database;
let temporal: TestTemporal;
let worker: TestWorker;
let api: Api;
let anonymous: Caller;
let liu: Caller;

const BUDGET_MS = 2_000;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-away-'));
  chmodSync(folder, 0o711);
  cli = await acquireTemporalCli({ cacheFolder: cacheFolder(), report: (line) => console.error(line) });
  [postgres, server] = await Promise.all([startPostgres({ home: folder, test: true }), startServer()]);
  await migrate(postgres.url);
  database = openDatabase(postgres.url);
  await seedPeople(database);
  temporal = await connectTemporalAt(server.address);
  const codePath = inject('workflowBundlePath');
  worker = await startTestWorker(temporal, { codePath, rulesFor, database });
  api = await createWeb({
    databaseUrl: postgres.url,
    temporalAddress: server.address,
    temporalNamespace: 'default',
    taskQueue: worker.taskQueue,
    secret: randomBytes(32),
    demo: true,
    logLevel: 'silent',
    commandBudgetMs: BUDGET_MS,
  });
  const url = await api.listen(0, '127.0.0.1');
  anonymous = callerFor(url);
  const { body } = await anonymous.post('/api/demo/sign-in', { person: 'liu-guilan' });
  liu = callerFor(url, body.token);
});

afterAll(async () => {
  await api?.close();
  await worker?.stop();
  await temporal?.[Symbol.asyncDispose]();
  await database?.destroy();
  await Promise.all([postgres?.stop(), server?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

function startServer(port?: number): Promise<TemporalServer> {
  return startTemporalServer({
    cli,
    databaseFile: join(folder, 'temporal.db'),
    logFolder: join(folder, 'logs'),
    ...(port === undefined ? {} : { port }),
  });
}

/** Asks again with the same key, as a client would, until it is answered. */
async function untilAnswered(ask: () => Promise<Answer>): Promise<Answer> {
  const deadline = Date.now() + 90_000;
  for (;;) {
    const answer = await ask();
    if (answer.status !== 503 || Date.now() > deadline) return answer;
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function partsMissing(): Promise<string[]> {
  const { body } = await anonymous.get('/health/ready');
  return body.parts.filter((part: { ok: boolean }) => !part.ok).map((part: { name: string }) => part.name);
}

async function expectOnce(caseId: string, types: string[]): Promise<void> {
  const { body } = await liu.get(`/api/cases/${caseId}/ledger`);
  const inForce = body.items.filter(
    (line: { kind: string; inForce: boolean }) => line.kind === 'entry' && line.inForce,
  );
  expect(inForce.map(({ type }: { type: string }) => type)).toEqual(types);
  expect((await verifyLedger(database, { caseId })).findings).toEqual([]);
}

test('PostgreSQL goes away and comes back: 503, then the same key is answered once', async () => {
  const { body } = await liu.start(startBody());
  const { port } = postgres;
  await postgres.stop();
  expect(await liu.get('/api/cases')).toMatchObject({ status: 503, body: { code: 'store.unavailable' } });
  expect(await partsMissing()).toEqual(['database']);
  expect((await anonymous.get('/', { headers: { accept: 'text/html' } })).body).toContain('启动 PostgreSQL');
  const key = randomUUID();
  const refused = await liu.act(body.id, 'proposal.publish', {}, { key });
  expect(refused).toMatchObject({ status: 503, body: { code: 'store.unavailable' } });
  expect(refused.headers.get('retry-after')).toBe('2');
  const metrics = (await anonymous.get('/metrics')).body;
  expect(metrics).toMatch(/bihuan_unavailable_total\{code="store\.unavailable"\} [1-9]/);
  postgres = await startPostgres({ home: folder, test: true, port });
  const answer = await untilAnswered(() => liu.act(body.id, 'proposal.publish', {}, { key }));
  expect(answer).toMatchObject({ status: 200, body: { state: 'collecting', seq: 2 } });
  await expectOnce(body.id, ['proposal.draft', 'proposal.publish']);
  await expect.poll(partsMissing, { timeout: 20_000 }).toEqual([]);
});

test('PostgreSQL stands still in the middle of a command: nothing hangs, nothing is done twice', async () => {
  const { body } = await liu.start(startBody());
  const key = randomUUID();
  const form = sampleForms['proposal.edit'](Date.now());
  // Each backend is a process of its own; all of them stand still.
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity`.execute(database);
  const pids = [postgres.child.pid, ...rows.map(({ pid }) => pid)];
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  const startedAt = Date.now();
  const [act, list] = await Promise.all([liu.act(body.id, 'proposal.edit', form, { key }), liu.get('/api/tasks')]);
  const tookMs = Date.now() - startedAt;
  for (const pid of pids) process.kill(pid, 'SIGCONT');
  expect([act.status, list.status]).toEqual([503, 503]);
  expect(tookMs).toBeLessThan(15_000);
  const answer = await untilAnswered(() => liu.act(body.id, 'proposal.edit', form, { key }));
  expect(answer).toMatchObject({ status: 200, body: { seq: 2 } });
  await expectOnce(body.id, ['proposal.draft', 'proposal.edit']);
});

test('Temporal goes away and comes back: reading goes on, commands wait and are done once', async () => {
  const { body } = await liu.start(startBody());
  const key = randomUUID();
  const startKey = randomUUID();
  const newCase = startBody();
  await server.stop();
  const [act, start] = await Promise.all([
    liu.act(body.id, 'proposal.publish', {}, { key }),
    liu.start(newCase, startKey),
  ]);
  for (const answer of [act, start]) {
    expect(answer).toMatchObject({ status: 503, body: { code: 'engine.unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('5');
  }
  expect(await liu.get(`/api/cases/${body.id}`)).toMatchObject({ status: 200, body: { seq: 1 } });
  expect(await partsMissing()).toEqual(['temporal', 'worker']);
  server = await startServer(server.port);
  const acted = await untilAnswered(() => liu.act(body.id, 'proposal.publish', {}, { key }));
  expect(acted).toMatchObject({ status: 200, body: { state: 'collecting', seq: 2 } });
  const started = await untilAnswered(() => liu.start(newCase, startKey));
  expect(started.status).toBe(201);
  await expectOnce(body.id, ['proposal.draft', 'proposal.publish']);
  await expectOnce(started.body.id, ['proposal.draft']);
});

test('without a worker a command is 503, and is done when one is there again', async () => {
  const { body } = await liu.start(startBody());
  await worker.stop();
  const key = randomUUID();
  const waiting = await liu.act(body.id, 'proposal.publish', {}, { key });
  expect(waiting).toMatchObject({ status: 503, body: { code: 'engine.unavailable' } });
  worker = await startTestWorker(temporal, {
    codePath: inject('workflowBundlePath'),
    rulesFor,
    database,
    taskQueue: worker.taskQueue,
  });
  const answer = await untilAnswered(() => liu.act(body.id, 'proposal.publish', {}, { key }));
  expect(answer).toMatchObject({ status: 200, body: { seq: 2 } });
  await expectOnce(body.id, ['proposal.draft', 'proposal.publish']);
});
