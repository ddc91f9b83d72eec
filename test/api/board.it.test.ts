import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleForms } from '../support/sample-forms.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import type { Caller } from './support/caller.ts';
import { ANZHENXILI, startBody } from './support/forms.ts';

let kit: ApiKit;
let liu: Caller;
let worker: Caller;
let supervisor: Caller;
beforeAll(async () => {
  kit = await startApiKit('boards');
  // So that one supporter is enough.
  const setting = { process: 'resident-proposal', name: 'thresholdPersons', source: 'test', org: 'chaoyang', value: 1 };
  await kit.database.insertInto('setting').values(setting).execute();
  [liu, worker, supervisor] = await Promise.all([kit.as('liu-guilan'), kit.as('zhang-ting'), kit.as('shen-yan')]);
});
afterAll(() => kit[Symbol.asyncDispose]());

/** A proposal that the community worker has to accept or not; a drill may be moved on until that is overdue. */
async function awaitingAcceptance({ lateBy }: { lateBy?: string } = {}) {
  const { body } = await liu.start(startBody({ drill: lateBy !== undefined }));
  await liu.give(body.id, 'proposal.publish', {});
  const supporter = await kit.as('chen-xiuying');
  const view = await supporter.give(body.id, 'proposal.cosign', sampleForms['proposal.cosign'](Date.now()));
  if (lateBy === undefined) return view;
  const moved = await worker.post(`/api/cases/${body.id}/clock`, { advance: lateBy });
  expect(moved.body).toMatchObject({ light: 'red', state: 'awaitingAcceptance' });
  return view;
}

const orderAbout = (view: { id: string; number: string; title: string }) => ({
  about: { caseId: view.id, caseNumber: view.number, process: 'resident-proposal', title: view.title },
  ground: 'overdue',
  requirement: '请督促办理,并书面答复办理结果和逾期原因。',
  responsible: { role: 'communityWorker', org: ANZHENXILI },
});

describe('the board', () => {
  test('counts open cases by street, community and process, and drills only where they are wanted', async () => {
    const before = (await supervisor.get('/api/board')).body.total.green;
    await awaitingAcceptance();
    await awaitingAcceptance({ lateBy: 'P30D' });
    const { body } = await supervisor.get('/api/board?lang=en');
    expect(body).toMatchObject({ drill: false, total: { green: before + 1, red: 0 } });
    expect(body.streets).toMatchObject([
      { org: 'chaoyang.anzhen', orgText: '安贞街道', rows: [{ org: ANZHENXILI, orgText: '安贞西里社区' }] },
    ]);
    expect(body.processes).toMatchObject([{ process: 'resident-proposal' }]);
    const withDrills = (await supervisor.get('/api/board?drill=true&process=resident-proposal')).body;
    expect(withDrills.total).toMatchObject({ green: before + 1, red: 1 });
    expect((await supervisor.get('/api/board?drill=true&process=seal')).body.streets).toEqual([]);
    expect((await supervisor.get('/api/board?org=chaoyang.jinsong')).body.streets).toEqual([]);
  });

  test('shows staff what their offices reach, and residents nothing', async () => {
    expect((await worker.get('/api/board')).body.streets).toHaveLength(1);
    expect((await (await kit.as('peng-tao')).get('/api/board')).body.streets).toEqual([]);
    for (const path of ['board', 'overdue', 'orders', 'records', 'settings']) {
      expect((await liu.get(`/api/${path}`)).body).toMatchObject({ status: 403, code: 'permission.denied' });
    }
    expect((await kit.anonymous.get('/api/board')).status).toBe(401);
  });
});

describe('what is overdue', () => {
  test('comes most late first, with how late, whose turn it is, and who may issue an order', async () => {
    const later = await awaitingAcceptance({ lateBy: 'P20D' });
    const latest = await awaitingAcceptance({ lateBy: 'P40D' });
    const { items } = (await supervisor.get('/api/overdue?drill=true&limit=100')).body;
    const ids = items.map(({ id }: { id: string }) => id);
    expect(ids.indexOf(latest.id)).toBeLessThan(ids.indexOf(later.id));
    const item = items.find(({ id }: { id: string }) => id === later.id);
    expect(item).toMatchObject({
      number: later.number,
      drill: true,
      orgText: '安贞西里社区',
      deadline: 'acceptance',
      lateText: expect.stringMatching(/^已超期\d+个工作日$/),
      orderBy: 'supervision-order',
    });
    expect(item.expected).toContainEqual(expect.objectContaining({ who: '社区工作者' }));
    const asWorker = (await worker.get('/api/overdue?drill=true&limit=100')).body.items;
    expect(asWorker.find(({ id }: { id: string }) => id === later.id).orderBy).toBeNull();
    expect((await supervisor.get('/api/overdue')).body).toEqual({ items: [], next: null });
  });

  test('comes in pages that skip and repeat nothing', async () => {
    const all = (await supervisor.get('/api/overdue?drill=true&limit=100')).body.items;
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await supervisor.get(`/api/overdue?drill=true&limit=1${cursor}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(seen).toEqual(all.map(({ id }: { id: string }) => id));
    expect(seen.length).toBeGreaterThan(1);
    expect((await supervisor.get('/api/overdue?cursor=made-up')).status).toBe(400);
  });
});

describe('orders', () => {
  test('are told with their case, their unit and their answer, and stand on the row of what is overdue', async () => {
    const view = await awaitingAcceptance({ lateBy: 'P30D' });
    const body = { process: 'supervision-order', org: ANZHENXILI, form: orderAbout(view), drill: true };
    const first = await supervisor.start(body);
    expect(first.status).toBe(201);
    await expect
      .poll(async () => (await supervisor.get(`/api/cases/${view.id}`)).body.links.length, { timeout: 20_000 })
      .toBe(1);
    const { items } = (await supervisor.get('/api/overdue?drill=true&limit=100')).body;
    expect(items.find(({ id }: { id: string }) => id === view.id).orders).toMatchObject([
      { id: first.body.id, number: first.body.number, answer: 'waiting', answerText: '待答复' },
    ]);
    await supervisor.start(body);
    await expect
      .poll(async () => (await supervisor.get(`/api/cases/${view.id}`)).body.links.length, { timeout: 20_000 })
      .toBe(2);
    const listed = (await supervisor.get('/api/orders?drill=true')).body.items;
    expect(listed).toHaveLength(2);
    expect(listed[1]).toMatchObject({
      id: first.body.id,
      about: { caseId: view.id, number: view.number },
      unit: { role: 'communityWorker', text: '安贞西里社区 社区工作者' },
      people: ['张婷', '李晓明'],
      bySystem: false,
      answer: 'waiting',
      late: false,
      orders: 2,
      repeated: true,
    });
    await worker.give(first.body.id, 'order.sign', {});
    const reply = { result: 'done', measures: '已作出受理决定', completedOn: first.body.openedAt.slice(0, 10) };
    await worker.give(first.body.id, 'order.reply', reply);
    const answered = (await supervisor.get('/api/orders?drill=true&state=answered')).body.items;
    expect(answered).toMatchObject([{ id: first.body.id, answer: 'inTime', answeredAt: expect.any(String) }]);
    const open = (await supervisor.get('/api/orders?drill=true&state=open')).body.items;
    expect(open.map(({ id }: { id: string }) => id)).not.toContain(first.body.id);
    expect((await supervisor.get('/api/orders?drill=true&state=late')).body.items).toEqual([]);
    expect((await supervisor.get('/api/orders')).body.items).toEqual([]);
    const page = (await supervisor.get('/api/orders?drill=true&limit=1')).body;
    expect(page.items).toHaveLength(1);
    const second = (await supervisor.get(`/api/orders?drill=true&limit=1&cursor=${page.next}`)).body;
    expect(second).toMatchObject({ items: [{ id: first.body.id }], next: null });
    // What has come to its end has no light, and an answer is one as long as it counts.
    await supervisor.give(first.body.id, 'reply.verify', {
      verdict: 'returned',
      way: 'onSite',
      verifiedOn: reply.completedOn,
      finding: '现场仍有积水',
    });
    const withdrawn = listed[0].id;
    await (await kit.as('luo-min')).give(withdrawn, 'order.withdraw', { reason: '重复签发' });
    const after = (await supervisor.get('/api/orders?drill=true')).body.items;
    expect(after.find(({ id }: { id: string }) => id === first.body.id)).toMatchObject({
      answer: 'waiting',
      answeredAt: null,
    });
    expect(after.find(({ id }: { id: string }) => id === withdrawn)).toMatchObject({
      ended: true,
      light: 'grey',
      lightText: '○ 已结束',
    });
    // A drill that runs ahead was issued later than one of today, though it was opened before.
    const ahead = await supervisor.start({ ...body, ahead: 'P60D' });
    await supervisor.start(body);
    expect((await supervisor.get('/api/orders?drill=true&limit=1')).body.items).toMatchObject([{ id: ahead.body.id }]);
  });
});
