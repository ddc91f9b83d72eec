import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '../../../processes/kernel/present.ts';
import { type ApiKit, startApiKit } from '../../api/support/api-kit.ts';
import { ANZHENXILI, startBody } from '../../api/support/forms.ts';
import { sampleForms } from './sample-forms.ts';

let kit: ApiKit;

beforeAll(async () => {
  kit = await startApiKit('supervision-order');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

test('an order of a supervisor stands in both ledgers with its number, and goes through the inboxes to its conclusion', async () => {
  const { body: proposal } = await (await kit.as('liu-guilan')).start(startBody());
  const supervisor = await kit.as('shen-yan');
  const worker = await kit.as('zhang-ting');
  const now = Date.now();
  const about = { ...sampleForms['order.issue'](now).about, caseId: proposal.id, caseNumber: proposal.number };
  const { dueDate: _, ...known } = about;
  const issued = await supervisor.start({
    process: 'supervision-order',
    org: ANZHENXILI,
    form: { ...sampleForms['order.issue'](now), about: known },
  });
  expect(issued).toMatchObject({ status: 201, body: { state: 'issued' } });
  const order: CaseView = issued.body;
  expect(order.number).not.toBe(proposal.number);

  await expect.poll(() => linesOf(proposal.id)).toContain(`系统将本事项与${order.number}关联(督办单)`);
  await expect
    .poll(async () => (await supervisor.get(`/api/cases/${order.id}`)).body.data.links.issued.standing)
    .toBe('recorded');

  expect(await inboxOf(worker, order.id)).toEqual(['order.sign']);
  await worker.give(order.id, 'order.sign', {});
  await worker.give(order.id, 'order.reply', sampleForms['order.reply'](now));
  expect(await inboxOf(supervisor, order.id)).toEqual(['reply.verify']);
  await supervisor.give(order.id, 'reply.verify', sampleForms['reply.verify'](now));
  expect(await supervisor.act(order.id, 'order.close', sampleForms['order.close'](now))).toMatchObject({
    status: 403,
    body: { code: 'handsOff.verifier' },
  });
  const leader = await kit.as('guo-li');
  expect(await inboxOf(leader, order.id)).toEqual(['order.close']);
  await leader.give(order.id, 'order.close', sampleForms['order.close'](now));
  await expect.poll(() => linesOf(proposal.id)).toContain(`系统将本事项与${order.number}关联(督办单已结束)`);
});

async function linesOf(caseId: string): Promise<string[]> {
  const { body } = await (await kit.as('luo-min')).get(`/api/cases/${caseId}/ledger?limit=100`);
  return body.items.map((line: { text: string }) => line.text);
}

async function inboxOf(person: Awaited<ReturnType<ApiKit['as']>>, caseId: string): Promise<string[]> {
  const { body } = await person.get('/api/tasks?scope=group');
  return body.items
    .filter((item: { case: { id: string } }) => item.case.id === caseId)
    .map((item: { command: string }) => item.command);
}
