import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { beginJourney } from './support/journey.ts';

let kit: ApiKit;

beforeAll(async () => {
  kit = await startApiKit('s11');
  // The building leader also works for the community, so that only the separation of hands can stop her.
  await kit.database
    .insertInto('holding')
    .values({ person: 'wang-shuzhen', role: 'communityWorker', org: 'chaoyang.anzhen.anzhenxili' })
    .execute();
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

const paper = {
  by: 'wang-shuzhen',
  form: { enteredOnBehalf: { name: '周桂芝', phone: '010-6444 0082', reason: '82岁,不会用手机,交来纸质提案。' } },
};

test('S11: what came on paper waits for a call by a second person and is then public', async () => {
  const journey = await beginJourney(kit, paper);
  expect(journey.view()).toMatchObject({ state: 'awaitingConfirmation' });
  expect(journey.view().deadlines).toMatchObject([{ key: 'confirmationCall' }]);
  const worker = await kit.as('zhang-ting');
  const inbox = await worker.get('/api/tasks?scope=group&drill=true');
  expect(inbox.body.items).toMatchObject([{ command: 'confirmation.call', case: { id: journey.id } }]);
  const own = await journey.attempt('wang-shuzhen', 'confirmation.call');
  expect(own).toMatchObject({ status: 403, body: { code: 'handsOff.ownEntry' } });
  await journey.give('zhang-ting', 'confirmation.call', { outcome: 'notReached' });
  expect(journey.view().state).toBe('awaitingConfirmation');
  await journey.give('zhang-ting', 'confirmation.call', { outcome: 'confirmed' });
  expect(journey.view().state).toBe('collecting');
  const [first] = await journey.ledger();
  expect(first?.text).toContain('王淑珍');
  const neighbour = await journey.seenBy('chen-xiuying');
  expect(JSON.stringify(neighbour)).not.toMatch(/周桂芝|6444/);
});

test('S11: what the person denies is not carried on', async () => {
  const journey = await beginJourney(kit, paper);
  await journey.give('zhang-ting', 'confirmation.call', { outcome: 'denied' });
  expect(journey.view()).toMatchObject({ state: 'withdrawn', commands: [] });
});
