import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Compared, compareOpenCases, type Standing } from '../../../tools/ledger/compare.ts';
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

const rebuild = (id: string) => house.temporal.sender().tick(id, { always: true });

test('an older state in the view is found, and written anew from Temporal', async () => {
  const { id } = await report();
  await sql`update case_view set seq = seq - 1 where id = ${id}`.execute(house.store.database);
  expect(await comparedOf(id)).toMatchObject({ standing: 'viewBehind' });
  await rebuild(id);
  expect(await comparedOf(id)).toMatchObject({ standing: 'same' });
});

test.each<[string, string, Standing, string]>([
  ['a step that was never accepted', 'update case_view set seq = seq + 1 where id = $', 'viewAhead', 'record.ahead'],
  [
    'another state',
    "update ledger set state_hash = 'forged' where case_id = $ and kind = 'entry'",
    'hashDiffers',
    'record.differs',
  ],
])(
  '%s is found, is not explained away by a rebuild, and nothing is accepted on it',
  async (_what, change, standing, code) => {
    const lamp = await report();
    const { database } = house.store;
    await sql`alter table ledger disable trigger user`.execute(database);
    await sql`${sql.raw(change.replace('$', `'${lamp.id}'`))}`.execute(database);
    await sql`alter table ledger enable trigger user`.execute(database);
    expect(await comparedOf(lamp.id)).toMatchObject({ standing });
    await expect(rebuild(lamp.id)).rejects.toThrow(code);
    await expect(lamp.give('lamp.note', { text: '灯罩碎了' }, resident)).rejects.toThrow(code);
    expect(await comparedOf(lamp.id)).toMatchObject({ standing });
  },
);

test.each(['delete from rung', "update rung set key = 'assignment:9:0:urge:0'"])(
  'rows of the clock that were lost or forged are found, and armed again by the workflow (%s)',
  async (damage) => {
    const { id } = await report();
    await sql`${sql.raw(damage)} where case_id = ${id} and action = 'expire'`.execute(house.store.database);
    expect(await comparedOf(id)).toMatchObject({ standing: 'rungsDiffer' });
    await rebuild(id);
    expect(await comparedOf(id)).toMatchObject({ standing: 'same' });
  },
);

test('a case that an older backup does not know is found by its workflow and comes back under its number', async () => {
  const { id, opened } = await report();
  // With whatever comes to it next, and else with the healer, a case hears of its number.
  await rebuild(id);
  for (const table of ['task', 'rung', 'case_view']) {
    const column = table === 'case_view' ? 'id' : 'case_id';
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(house.store.database);
  }
  // Temporal's lists follow a moment later.
  await eventually('the missing case is found', async () => (await comparedOf(id))?.standing === 'viewMissing');
  expect(await comparedOf(id)).toMatchObject({ number: opened.number, viewSeq: null, workflowSeq: 1 });
  await rebuild(id);
  expect(await comparedOf(id)).toMatchObject({ standing: 'same', number: opened.number });
});
