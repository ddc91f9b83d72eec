import { join } from 'node:path';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { verifyLedger } from '../../db/verify.ts';
import { rules } from '../../processes/resident-proposal/rules.ts';
import { rulesFor } from '../../processes/rules.ts';
import { snapshotHistory } from '../../tools/snapshot-histories.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { cast } from '../processes/resident-proposal/walk.ts';
import { type CaseKit, openCase } from '../support/case.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { sampleForms } from '../support/sample-forms.ts';
import { connectTemporal, startTestWorker, type TestTemporal, type TestWorker } from '../support/temporal.ts';
import { isWait, type Move, type Story, settings, stories, waitMs } from './stories.ts';

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

test.concurrent.for(stories)('$name', async (story, { expect }) => {
  const other = story.before ? await play(story, story.before, '') : undefined;
  const played = await play(story, story.moves, other?.id ?? '');
  // The answer of another case may still be on its way.
  const state = async () => (await played.state()).state?.state;
  await expect.poll(state, { timeout: 20_000 }).toBe(story.endsIn);
  expect((await verifyLedger(store.database, { caseId: played.id })).findings).toEqual([]);
  if (process.env['BIHUAN_SNAPSHOT']) await keep(played, story.name);
});

/** Plays the moves on a drill case of the real server. */
async function play(story: Story, moves: readonly Move[], other: string): Promise<CaseKit> {
  const at = Date.now();
  const { taskQueue } = worker;
  const { historyEventsMax } = story;
  const played = await openCase(temporal, {
    rules,
    taskQueue,
    form: sampleForms['proposal.draft'](at),
    actor: cast.lead,
    drill: true,
    settings,
    ...(historyEventsMax === undefined ? {} : { historyEventsMax }),
  });
  let ahead = 0;
  for (const move of moves) {
    if (isWait(move)) {
      await played.advance(waitMs(move));
      ahead += waitMs(move);
    } else {
      const form = move.form?.(Date.now() + ahead, other) ?? sampleForms[move.command](Date.now() + ahead);
      await played.give(move.command, form, move.by);
    }
  }
  return played;
}

async function keep(played: CaseKit, name: string): Promise<void> {
  const file = join(import.meta.dirname, `${rules.id}@${rules.version}`, `${name}.json`);
  await snapshotHistory(temporal.client, caseWorkflowId(played.id), file);
}
