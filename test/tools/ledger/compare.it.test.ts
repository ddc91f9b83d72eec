import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Compared, compareOpenCases, type Standing } from '../../../tools/ledger/compare.ts';
import { repairCase } from '../../../worker/reconcile.ts';
import { findTinyRules, tinyRules as rules } from '../../fixtures/tiny-process/rules.ts';
import { openCase } from '../../support/case.ts';
import { resident } from '../../support/tiny-people.ts';
import { openTinyHouse, type TinyHouse } from '../../support/tiny-process.ts';
import { eventually } from '../processes.ts';

let house: TinyHouse;
beforeAll(async () => {
  house = await openTinyHouse('ledger compare');
});
afterAll(() => house[Symbol.asyncDispose]());

const report = () =>
  openCase(house.temporal, {
    rules,
    taskQueue: house.worker.taskQueue,
    form: { place: '3号楼门前' },
    actor: resident,
  });

const parts = () => ({
  client: house.temporal.client,
  database: house.store.database,
  taskQueue: house.worker.taskQueue,
  rulesFor: findTinyRules,
});

async function comparedOf(caseId: string): Promise<Compared | undefined> {
  return (await compareOpenCases(parts())).find((compared) => compared.caseId === caseId);
}

test('a case that stands in PostgreSQL as in Temporal is the same', async () => {
  const { id } = await report();
  expect(await comparedOf(id)).toMatchObject({ standing: 'same', viewSeq: 1, workflowSeq: 1 });
});

test('a case that people are acting on just now is no difference', async () => {
  const lamp = await report();
  const acting = (async () => {
    for (let note = 0; note < 60; note += 1) {
      await lamp.give('lamp.note', { text: `第${note}次巡查` }, resident);
    }
  })();
  for (let check = 0; check < 3; check += 1) expect(await comparedOf(lamp.id)).toMatchObject({ standing: 'same' });
  await acting;
  expect(await comparedOf(lamp.id)).toMatchObject({ standing: 'same', viewSeq: 61 });
});

test.each<[string, string, Standing]>([
  ['an older state', 'seq = seq - 1', 'viewBehind'],
  ['a step that was never accepted', 'seq = seq + 1', 'viewAhead'],
  ['another receipt', "hash = 'forged'", 'hashDiffers'],
])('%s in the view is found, and repaired from Temporal', async (_what, change, standing) => {
  const { id } = await report();
  await sql`update case_view set ${sql.raw(change)} where id = ${id}`.execute(house.store.database);
  expect(await comparedOf(id)).toMatchObject({ standing });
  expect(await repairCase(parts(), id, { always: true })).toBe('repaired');
  expect(await comparedOf(id)).toMatchObject({ standing: 'same' });
});

test.each(['delete from rung', "update rung set key = 'assignment:9:0:urge:0'"])(
  'rows of the clock that were lost or forged are found, and armed again by the workflow (%s)',
  async (damage) => {
    const { id } = await report();
    await sql`${sql.raw(damage)} where case_id = ${id} and action = 'expire'`.execute(house.store.database);
    expect(await comparedOf(id)).toMatchObject({ standing: 'rungsDiffer' });
    expect(await repairCase(parts(), id, { always: true })).toBe('repaired');
    expect(await comparedOf(id)).toMatchObject({ standing: 'same' });
  },
);

test('a case that an older backup does not know is found by its workflow and comes back under its number', async () => {
  const { id, opened } = await report();
  for (const table of ['task', 'rung', 'case_view']) {
    const column = table === 'case_view' ? 'id' : 'case_id';
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(house.store.database);
  }
  // Temporal's lists follow a moment later.
  await eventually('the missing case is found', async () => (await comparedOf(id))?.standing === 'viewMissing');
  expect(await comparedOf(id)).toMatchObject({ number: opened.number, viewSeq: null, workflowSeq: 1 });
  expect(await repairCase(parts(), id, { always: true })).toBe('repaired');
  expect(await comparedOf(id)).toMatchObject({ standing: 'same', number: opened.number });
});
