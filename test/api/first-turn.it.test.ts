import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import { startBody } from './support/forms.ts';

let kit: ApiKit;

beforeAll(async () => {
  kit = await startApiKit('first_turn');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

test('a case is opened, acted on, read and listed, and its ledger tells each step', async () => {
  const liu = await kit.as('liu-guilan');
  const opened = await liu.start(startBody());
  expect(opened.body).toMatchObject({ state: 'draft', seq: 1, drill: false, org: 'chaoyang.anzhen.anzhenxili' });
  expect(opened.status).toBe(201);
  expect(opened.headers.get('location')).toBe(`/api/cases/${opened.body.id}`);
  expect(opened.headers.get('etag')).toBe('"1"');
  const published = await liu.give(opened.body.id, 'proposal.publish', {});
  expect(published).toMatchObject({ state: 'collecting', seq: 2 });
  const read = await liu.get(`/api/cases/${published.id}`);
  expect(read.body).toEqual(published);
  const { body: list } = await liu.get('/api/cases');
  expect(list.items).toHaveLength(1);
  expect(list.items[0]).toMatchObject({
    id: published.id,
    number: published.number,
    state: 'collecting',
    light: 'green',
  });
  const { body: ledger } = await liu.get(`/api/cases/${published.id}/ledger`);
  expect(ledger.items.map((line: { type: string }) => line.type)).toEqual(['proposal.draft', 'proposal.publish']);
  expect(ledger.items[1].hash).toBe(published.receipt);
  const { body: receipt } = await kit.anonymous.get(`/api/receipts/${published.receipt}`);
  expect(receipt).toMatchObject({ number: published.number, inForce: true, chainWhole: true });
  expect(JSON.stringify(receipt)).not.toContain('刘');
});
