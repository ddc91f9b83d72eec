import { afterAll, beforeAll, expect, test } from 'vitest';
import { tinyRules as rules } from '../fixtures/tiny-process/rules.ts';
import { openCase } from '../support/case.ts';
import { openTinyHouse, repairer, resident, type TinyHouse, worker } from '../support/tiny-process.ts';

let house: TinyHouse;
beforeAll(async () => {
  house = await openTinyHouse('case workflow');
});
afterAll(() => house[Symbol.asyncDispose]());

const report = () =>
  openCase(house.temporal, { rules, taskQueue: house.worker.taskQueue, form: { place: '3号楼门前' }, actor: resident });

test('a case goes from its first word to its end, and each step is recorded before it is answered', async () => {
  const lamp = await report();
  const year = new Date(lamp.opened.openedAt + 8 * 3_600_000).getUTCFullYear();
  expect(lamp.opened).toMatchObject({ state: 'reported', seq: 1, number: `朝阳-安贞-安贞西里-${year}-0001` });
  await lamp.give('lamp.assign', { to: repairer.id }, worker);
  const repaired = await lamp.give('lamp.repair', { how: '更换灯泡' }, repairer);
  expect(repaired).toMatchObject({ state: 'repaired', seq: 3 });
  const rows = await house.store.database
    .selectFrom('ledger')
    .select(['seq', 'type', 'in_force', 'hash'])
    .where('case_id', '=', lamp.id)
    .orderBy('position')
    .execute();
  expect(rows.map(({ seq, type, in_force }) => ({ seq, type, in_force }))).toEqual([
    { seq: 1, type: 'lamp.report', in_force: true },
    { seq: 2, type: 'lamp.assign', in_force: true },
    { seq: 3, type: 'lamp.repair', in_force: true },
  ]);
  expect(rows.at(-1)?.hash).toBe(repaired.hash);
});
