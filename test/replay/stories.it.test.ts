import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { verifyLedger } from '../../db/verify.ts';
import { allRules, rulesFor } from '../../processes/rules.ts';
import { snapshotHistory } from '../../tools/snapshot-histories.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { connectTemporal, startTestWorker, type TestTemporal, type TestWorker } from '../support/temporal.ts';
import { commandsOf, eventsOf } from './coverage.ts';
import { type PlayedCase, play } from './play.ts';
import { stories } from './stories/index.ts';
import type { Story } from './stories/story.ts';

let temporal: TestTemporal;
let store: TestDatabase;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await connectTemporal();
  store = await openTestDatabase('stories');
  const { database } = store;
  worker = await startTestWorker(temporal, { codePath: inject('workflowBundlePath'), rulesFor, database });
});
afterAll(async () => {
  await worker.stop();
  await store[Symbol.asyncDispose]();
  await temporal[Symbol.asyncDispose]();
});

/** What stands in the ledgers of the cases whose histories are kept, by their process. */
const recorded = new Map<string, Set<string>>();

test.concurrent.for(stories)('$name', async (story, { expect }) => {
  const { database } = store;
  const cases = await play({ temporal, database, taskQueue: worker.taskQueue, expect }, story);
  for (const [name, state] of Object.entries(story.endsIn)) {
    const played = caseOf(cases, name);
    expect((await played.state()).state?.state).toBe(state);
    expect((await verifyLedger(database, { caseId: played.id })).findings).toEqual([]);
    await remember(played);
  }
  if (process.env['BIHUAN_SNAPSHOT']) await keep(story, cases);
});

test.for(allRules)('the histories of $id@$version know every command and every event', (rules) => {
  const known = recorded.get(`${rules.id}@${rules.version}`) ?? new Set();
  expect([...commandsOf(rules), ...eventsOf(rules)].filter((type) => !known.has(type))).toEqual([]);
});

async function remember({ rules, id }: PlayedCase): Promise<void> {
  const rows = await store.database.selectFrom('ledger').select('type').where('case_id', '=', id).execute();
  const key = `${rules.id}@${rules.version}`;
  recorded.set(key, new Set([...(recorded.get(key) ?? []), ...rows.map(({ type }) => type)]));
}

/** The first case of each process has the name of the story, others also their own. */
async function keep({ name, endsIn }: Story, cases: Map<string, PlayedCase>): Promise<void> {
  const named = new Set<string>();
  for (const part of Object.keys(endsIn)) {
    const played = caseOf(cases, part);
    const folder = `${played.rules.id}@${played.rules.version}`;
    const file = `${named.has(folder) ? `${name}-${part}` : name}.json`;
    named.add(folder);
    await snapshotHistory(temporal.client, caseWorkflowId(played.id), join(import.meta.dirname, folder, file));
  }
}

function caseOf(cases: Map<string, PlayedCase>, name: string): PlayedCase {
  const played = cases.get(name);
  if (played === undefined) throw new Error(`no case ${name}`);
  return played;
}
