import { expect } from 'vitest';
import { verifyLedger } from '../../db/verify.ts';
import { stateHashOf } from '../../processes/kernel/decide.ts';
import { findTinyRules as rulesFor } from '../fixtures/tiny-process/rules.ts';
import type { CaseKit } from './case.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import type { DeathPoint } from './dying-database.ts';
import { forkMortalWorker, type MortalWorker } from './fork-mortal-worker.ts';
import { type DeadSender, runMortalSender } from './run-mortal-sender.ts';
import { startTestWorker, type TestTemporal, type TestWorker } from './temporal.ts';
import { tinyBundle } from './tiny-process.ts';

/** A house whose workers may be killed. */
export interface ChaosHouse extends AsyncDisposable {
  store: TestDatabase;
  /** A worker in another process that dies right after it has committed this kind of entry. */
  mortalWorker(taskQueue: string, dieAfter: string): Promise<MortalWorker>;
  immortalWorker(taskQueue: string): Promise<TestWorker>;
  /** Somebody in another process who opens a case, assigns it and dies at that point of the way of his last command. */
  mortalSender(taskQueue: string, death: { point: DeathPoint; type: string }): Promise<DeadSender>;
  /** The chain of a case in short: `lamp.assign`, `rung`, `lamp.note`. */
  kinds(caseId: string): Promise<string[]>;
  /** What the record holds is what the engine has accepted, to the last step. */
  expectInvariant(lamp: CaseKit): Promise<void>;
}

export async function openChaosHouse(temporal: TestTemporal, name: string): Promise<ChaosHouse> {
  const [store, { codePath }] = await Promise.all([openTestDatabase(name), tinyBundle()]);
  temporal.writeTo({ database: store.database, rulesFor });
  const stops: (() => PromiseLike<unknown>)[] = [];
  const ledger = (caseId: string) =>
    store.database.selectFrom('ledger').selectAll().where('case_id', '=', caseId).orderBy('position').execute();
  return {
    store,
    mortalWorker: async (taskQueue, dieAfter) => {
      const mortal = await forkMortalWorker({ temporal, databaseUrl: store.url, taskQueue, codePath, dieAfter });
      stops.push(() => mortal[Symbol.asyncDispose]());
      return mortal;
    },
    immortalWorker: async (taskQueue) => {
      const worker = await startTestWorker(temporal, { codePath, rulesFor, database: store.database, taskQueue });
      stops.push(() => worker.stop());
      return worker;
    },
    mortalSender: (taskQueue, death) => runMortalSender({ temporal, databaseUrl: store.url, taskQueue, ...death }),
    kinds: async (caseId) => (await ledger(caseId)).map(({ kind, type }) => (kind === 'entry' ? type : kind)),
    expectInvariant: async (lamp) => {
      const held = await lamp.state();
      expect((await verifyLedger(store.database, { caseId: lamp.id })).findings).toEqual([]);
      const last = (await ledger(lamp.id)).filter(({ kind }) => kind === 'entry').at(-1);
      expect(last).toMatchObject({ seq: held.state?.seq, state_hash: held.state && stateHashOf(held.state) });
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await store[Symbol.asyncDispose]();
    },
  };
}
