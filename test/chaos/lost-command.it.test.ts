import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolder } from '../../tools/launch/folders.ts';
import { acquireTemporalCli } from '../../tools/launch/temporal-cli.ts';
import { startTemporalServer, type TemporalServer } from '../../tools/launch/temporal-server.ts';
import { repairCase, sweep } from '../../worker/reconcile.ts';
import { tinyRules as rules } from '../fixtures/tiny-process/rules.ts';
import { type CaseKit, openCase } from '../support/case.ts';
import { type ChaosHouse, openChaosHouse } from '../support/chaos.ts';
import type { TestTemporal } from '../support/temporal.ts';
import { repairer, resident, worker } from '../support/tiny-people.ts';

// Temporal holds a command that is not yet accepted in memory only. So worker AND server die here, and nobody asks again:
// a server of its own, because the others must go on.
let folder: string;
let server: TemporalServer;
let temporal: TestTemporal;
let house: ChaosHouse;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-lost-'));
  chmodSync(folder, 0o711);
  server = await startServer();
  const connection = await Connection.connect({ address: server.address });
  const client = new Client({ connection, namespace: 'default' });
  temporal = {
    address: server.address,
    namespace: 'default',
    connection,
    client,
    [Symbol.asyncDispose]: () => connection.close(),
  };
  house = await openChaosHouse(temporal, 'lost command');
});
afterEach(async () => {
  await house[Symbol.asyncDispose]();
  await temporal[Symbol.asyncDispose]();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startServer(port?: number): Promise<TemporalServer> {
  const cli = await acquireTemporalCli({ cacheFolder: cacheFolder(), report: () => {} });
  const databaseFile = join(folder, 'temporal.db');
  return startTemporalServer({ cli, databaseFile, logFolder: join(folder, 'logs'), ...(port ? { port } : {}) });
}

/** A case with a committed row in force whose command nobody remembers. */
async function loseCommand(taskQueue: string): Promise<CaseKit> {
  const mortal = await house.mortalWorker(taskQueue, 'lamp.assign');
  const lamp = await openCase(temporal, { rules, taskQueue, form: { place: '3号楼' }, actor: resident });
  const { connection } = temporal;
  const asked = connection
    .withDeadline(Date.now() + 3_000, () => lamp.give('lamp.assign', { to: repairer.id }, worker))
    .catch(() => undefined);
  await mortal.died;
  await server.child.stop('SIGKILL', 5_000);
  await asked;
  server = await startServer(server.port);
  await house.immortalWorker(taskQueue);
  expect(await house.kinds(lamp.id)).toEqual(['lamp.report', 'lamp.assign']);
  return lamp;
}

test('a lost command is voided by the next one, and the chain stays whole', async () => {
  const lamp = await loseCommand(`lost-${randomUUID()}`);
  const answer = await lamp.give('lamp.note', { text: '另一件事' }, worker);
  expect(answer).toMatchObject({ state: 'reported', seq: 2 });
  expect(await house.kinds(lamp.id)).toEqual(['lamp.report', 'lamp.assign (void)', 'void', 'lamp.note']);
  await house.expectInvariant(lamp);
});

test('a lost command that nothing follows is found by the reconciler', async () => {
  const lamp = await loseCommand(`lost-${randomUUID()}`);
  const { client } = temporal;
  const { database } = house.store;
  await expect
    .poll(() => lamp.state().catch(() => undefined), { timeout: 60_000 })
    .toMatchObject({ state: { seq: 1 } });
  // Without the reconciler the row would stand in force until the next command, whenever that is.
  expect(await house.kinds(lamp.id)).toEqual(['lamp.report', 'lamp.assign']);
  const log = pino({ level: 'silent' });
  await sweep({ client, database, log }, { cursor: 0, unanswered: new Map() }, { quietSeconds: 0 });
  expect(await house.kinds(lamp.id)).toEqual(['lamp.report', 'lamp.assign (void)', 'void']);
  const view = await database.selectFrom('case_view').select(['seq', 'state']).where('id', '=', lamp.id).execute();
  expect(view).toEqual([{ seq: 1, state: 'reported' }]);
  await house.expectInvariant(lamp);
  expect(await repairCase({ client, database }, lamp.id)).toBe('same');
});
