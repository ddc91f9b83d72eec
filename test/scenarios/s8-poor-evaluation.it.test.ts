import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import {
  addResidents,
  beginJourney,
  type Journey,
  toEvaluating,
  toImplementing,
  toPlanning,
} from './support/journey.ts';

let kit: ApiKit;
let residents: string[];

beforeAll(async () => {
  kit = await startApiKit('s8');
  residents = await addResidents(kit, 38);
  await kit.database
    .insertInto('holding')
    .values({ person: 'feng-gang', role: 'resident', org: 'chaoyang.anzhen.anzhenxili' })
    .execute();
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

async function evaluated(grades: readonly ('satisfied' | 'dissatisfied')[]): Promise<Journey> {
  const journey = await beginJourney(kit);
  await toPlanning(journey, residents.slice(0, 10));
  await toImplementing(journey);
  await toEvaluating(journey);
  for (const [index, grade] of grades.entries()) {
    const comment = grade === 'dissatisfied' ? { comment: '顶棚装了,充电桩没通电' } : {};
    // Two of the bad reviews are given by name.
    await journey.give(residents[index] ?? '', 'evaluation.give', { grade, named: index >= 36, ...comment });
  }
  return journey;
}

test('S8: 24 of 38 are not 70 %: a second round rectifies, and a supervisor reopens a third', async () => {
  const journey = await evaluated([...Array(24).fill('satisfied'), ...Array(14).fill('dissatisfied')]);
  const own = await journey.attempt('feng-gang', 'evaluation.give');
  expect(own).toMatchObject({ status: 403, body: { code: 'handsOff.implementer' } });
  await journey.pass('P40D');
  expect(journey.view()).toMatchObject({ state: 'rectifying', round: 2 });
  expect(journey.view().number).toMatch(/-R2$/);
  expect(journey.view().deadlines).toMatchObject([{ key: 'rectification' }]);
  const firstRound = { satisfaction: { evaluations: 38, satisfied: 24, satisfiedPermille: 632 } };
  const neighbour = await journey.seenBy('chen-xiuying');
  expect(neighbour.data['rounds']).toMatchObject([firstRound]);

  const tooEarly = await journey.attempt('feng-gang', 'rectification.complete');
  expect(tooEarly).toMatchObject({ status: 409, body: { code: 'callBack.missing' } });
  for (const evaluation of [37, 38]) await journey.give('gao-zhiyuan', 'callback.record', { evaluation });
  await journey.give('feng-gang', 'rectification.complete');
  await journey.give('gao-zhiyuan', 'inspection.record');
  await journey.give('zhang-ting', 'result.publish');
  for (const person of residents.slice(0, 8)) await journey.give(person, 'evaluation.give');
  await journey.pass('P40D');
  expect(journey.view()).toMatchObject({ state: 'standingSupervision', round: 2 });
  expect((await journey.seenBy('chen-xiuying')).data['rounds']).toMatchObject([firstRound]);

  const before = await journey.ledger();
  const patrol = { inOrder: false, finding: '充电桩拆走,合同期未满。' };
  await journey.give('gao-zhiyuan', 'patrol.record', patrol);
  const worker = await journey.attempt('li-xiaoming', 'case.reopen');
  expect(worker).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
  await journey.give('gao-zhiyuan', 'case.reopen', { reason: patrol.finding, clawbackQuestion: true });
  expect(journey.view()).toMatchObject({ state: 'planning', round: 3 });
  expect(journey.view().number).toMatch(/-R3$/);
  const rounds = (await journey.seenBy('chen-xiuying')).data['rounds'];
  expect(rounds).toMatchObject([firstRound, { satisfaction: { evaluations: 8, satisfied: 8 } }]);
  // Nobody can touch what stands there: the rows of the earlier rounds are the same, hash by hash.
  const after = await journey.ledger();
  expect(after.slice(0, before.length)).toEqual(before);
  expect([...new Set(after.map(({ round }) => round))]).toEqual([1, 2, 3]);
  const { body } = await (await kit.as('shen-yan')).get(`/api/ledger/verify?case=${journey.id}`);
  expect(body).toMatchObject({ whole: true, findings: [] });
});

test('S8: too few evaluations reopen nothing by themselves, but return visits are made', async () => {
  const journey = await evaluated(['satisfied', 'dissatisfied', 'dissatisfied']);
  await journey.pass('P40D');
  expect(journey.view()).toMatchObject({ state: 'returnVisits', round: 1 });
  expect(journey.view().deadlines).toMatchObject([{ key: 'returnVisits' }]);
});
