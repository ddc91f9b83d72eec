import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { addResidents, beginJourney, toPlanning } from './support/journey.ts';

let kit: ApiKit;
let residents: string[];

beforeAll(async () => {
  kit = await startApiKit('s3');
  residents = await addResidents(kit, 12);
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const entry = (name: string, phone: string, personId?: string) => ({
  onBehalf: { name, phone, reason: '本人不便操作。', ...(personId ? { personId } : {}) },
});

async function noticesTo(person: string): Promise<{ notice: string; values: object }[]> {
  return await kit.database
    .selectFrom('outbox')
    .select(['notice', 'values'])
    .where('person', '=', person)
    .orderBy('id')
    .execute();
}

test('S3: below the threshold before acceptance the case goes back to collecting, and no clock has run out', async () => {
  const journey = await beginJourney(kit, { form: { title: '关于在花家地西里3区增设晾衣架的提案' } });
  await journey.give('liu-guilan', 'proposal.publish');
  for (const person of residents.slice(0, 8)) await journey.give(person, 'proposal.cosign');
  await journey.give('wang-shuzhen', 'proposal.cosign', entry('赵宏伟', '13900000002', 'zhao-hongwei'));
  expect(journey.view()).toMatchObject({ state: 'collecting', data: { supporterCounts: { persons: 9 } } });
  // The same neighbour again, this time on paper with her telephone: nobody can know yet that she is the same.
  await journey.give('wang-shuzhen', 'proposal.cosign', entry('邻居1', '139 0000 0003'));
  expect(journey.view().state).toBe('awaitingAcceptance');
  expect(journey.view().deadlines.map(({ key }) => key)).toEqual(['acceptance']);

  await journey.give('li-xiaoming', 'supporter.void', { supporter: 'zhao-hongwei', ground: 'notOwnWill' });
  expect(journey.view()).toMatchObject({ state: 'collecting', light: 'green' });
  expect(journey.view().deadlines.map(({ key }) => key)).toEqual(['cosigning']);
  await journey.give('li-xiaoming', 'supporter.void', {
    supporter: 'paper:13900000003:邻居1',
    ground: 'samePerson',
    samePersonAs: residents[0] ?? '',
    reason: '电话与微信为同一人。',
  });
  expect(journey.view().data).toMatchObject({
    supporterCounts: { persons: 8 },
    audits: [{ number: 1, ground: 'notOwnWill', closed: null }],
  });

  const told = (await noticesTo('liu-guilan')).filter(({ notice }) => notice === 'backToCollecting');
  expect(told).toMatchObject([{ values: { persons: 9 } }]);
  expect(JSON.stringify(told)).not.toMatch(/赵宏伟|zhao-hongwei|邻居/);
  const seenByLead = await journey.seenBy('liu-guilan');
  expect(JSON.stringify(seenByLead.data)).not.toMatch(/赵宏伟|zhao-hongwei/);

  // Long after the acceptance term would have ended, nothing is overdue: the clock had stopped.
  await journey.pass('P20D');
  expect(journey.view()).toMatchObject({ state: 'collecting', light: 'green' });
  const [first, second] = ['chen-xiuying', 'sun-jianguo'];
  await journey.give(first ?? '', 'proposal.cosign');
  await journey.give(second ?? '', 'proposal.cosign');
  expect(journey.view()).toMatchObject({ state: 'awaitingAcceptance', light: 'green' });
  await journey.give('gao-zhiyuan', 'audit.close');
});

test('S3: the same person counts once, by whichever way', async () => {
  const journey = await beginJourney(kit);
  await journey.give('liu-guilan', 'proposal.publish');
  await journey.give('zhao-hongwei', 'proposal.cosign');
  const again: [string, object][] = [
    ['zhao-hongwei', {}],
    ['wang-shuzhen', entry('赵宏伟', '13900000002', 'zhao-hongwei')],
    ['zhao-hongwei', { as: 'household', household: '3-2-501' }],
  ];
  for (const [person, changes] of again) {
    const answer = await journey.attempt(person, 'proposal.cosign', changes);
    expect(answer).toMatchObject({ status: 409, body: { code: 'supporter.already' } });
  }
  expect((await journey.attempt('liu-guilan', 'proposal.cosign')).body.code).toBe('supporter.ownProposal');
  await journey.give('chen-xiuying', 'proposal.cosign', { as: 'household', household: '3－2－501' });
  const sameHousehold = await journey.attempt('sun-jianguo', 'proposal.cosign', {
    as: 'household',
    household: '3-2-501',
  });
  expect(sameHousehold).toMatchObject({ status: 409, body: { code: 'supporter.householdAlready' } });
  expect(sameHousehold.body.errors).toMatchObject([{ pointer: '/form/household' }]);
  await journey.give('zhao-hongwei', 'proposal.uncosign');
  expect(journey.view().data).toMatchObject({ supporterCounts: { persons: 1, households: 1 } });
});

test('S3: after docketing leavers lower the count and the proposal goes on', async () => {
  const journey = await beginJourney(kit);
  await toPlanning(journey, residents.slice(0, 10));
  for (const person of residents.slice(0, 3)) {
    await journey.give('li-xiaoming', 'supporter.void', { supporter: person, ground: 'notOwnWill' });
  }
  expect(journey.view()).toMatchObject({ state: 'planning', data: { supporterCounts: { persons: 7 } } });
});
