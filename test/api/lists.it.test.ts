import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleForms } from '../support/sample-forms.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import type { Caller } from './support/caller.ts';
import { ANZHENXILI, startBody } from './support/forms.ts';

let kit: ApiKit;
let liu: Caller;
let worker: Caller;

beforeAll(async () => {
  kit = await startApiKit('lists');
  liu = await kit.as('liu-guilan');
  worker = await kit.as('li-xiaoming');
  // So that one supporter is enough; the nearest organisation on the path wins.
  const setting = { process: 'resident-proposal', name: 'thresholdPersons', source: 'test' };
  await kit.database
    .insertInto('setting')
    .values([
      { ...setting, org: 'chaoyang', value: 7 },
      { ...setting, org: 'chaoyang.anzhen', value: 1 },
    ])
    .execute();
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

interface Page {
  items: { id: string; number: string }[];
  next: string | null;
}

async function walk(path: string, from: string | null = null): Promise<Page['items']> {
  const items: Page['items'] = [];
  let next = from;
  do {
    const answer = await worker.get(`${path}${next ? `&cursor=${next}` : ''}`);
    expect(answer.status).toBe(200);
    const page = answer.body as Page;
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}

describe('cases', () => {
  test('pages neither skip nor repeat, though cases are opened in between', async () => {
    const opened: string[] = [];
    for (let index = 0; index < 7; index += 1) opened.push((await liu.start(startBody())).body.id);
    const first = await worker.get('/api/cases?limit=3');
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(opened.slice(4).reverse());
    const late = (await liu.start(startBody())).body.id;
    const rest = await walk(`/api/cases?limit=3`, first.body.next);
    const seen = [...first.body.items, ...rest].map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...opened].reverse());
    expect(seen).not.toContain(late);
    expect((await walk('/api/cases?limit=3')).map(({ id }) => id)).toEqual([late, ...[...opened].reverse()]);
  });

  test('numbers of a community and year are gapless, and drills have their own', async () => {
    const { body: drill } = await liu.start(startBody({ drill: true }));
    const { body: real } = await liu.start(startBody());
    const numbers = (await walk('/api/cases?limit=100&drill=false')).map(({ number }) => Number(number.slice(-4)));
    expect(numbers).toEqual(Array.from(numbers, (_, index) => numbers.length - index));
    expect(real.number).toMatch(/^朝阳-安贞-安贞西里-\d{4}-\d{4}$/);
    expect(drill.number).not.toBe(real.number);
    expect((await walk('/api/cases?limit=100&drill=true')).map(({ id }) => id)).toEqual([drill.id]);
  });

  test('filters by state, organisation with all below it, light and words', async () => {
    const { body } = await liu.start(startBody({ form: { title: '给花坛加装100%防护栏' } }));
    await liu.give(body.id, 'proposal.publish', {});
    const ids = async (query: string) => (await walk(`/api/cases?limit=100&${query}`)).map(({ id }) => id);
    expect(await ids('state=collecting')).toEqual([body.id]);
    expect(await ids('process=resident-proposal&state=archived')).toEqual([]);
    expect(await ids('org=chaoyang&state=collecting')).toEqual([body.id]);
    expect(await ids('org=chaoyang.anzhen.anzhenxili&light=green')).toEqual([body.id]);
    expect(await ids('org=chaoyang.wangjing')).toEqual([]);
    expect(await ids('light=red')).toEqual([]);
    expect(await ids(`q=${encodeURIComponent('100%防护')}`)).toEqual([body.id]);
    expect(await ids(`q=${encodeURIComponent(body.number)}`)).toEqual([body.id]);
  });

  test('everybody sees what is his: own, of his community where public, of his office', async () => {
    const { body: draft } = await liu.start(startBody());
    const sees = async (person: string, id: string) => (await (await kit.as(person)).get(`/api/cases/${id}`)).status;
    const lists = async (person: string, id: string) => {
      const { body } = await (await kit.as(person)).get('/api/cases?limit=100');
      return body.items.some((item: { id: string }) => item.id === id);
    };
    const people = {
      own: 'liu-guilan',
      neighbour: 'zhao-hongwei',
      staff: 'li-xiaoming',
      street: 'xu-jing',
      other: 'han-xue',
    };
    const before = { own: true, neighbour: false, staff: true, street: true, other: false };
    const after = { ...before, neighbour: true };
    const expectSeen = async (expected: Record<string, boolean>) => {
      for (const [kind, person] of Object.entries(people)) {
        expect([kind, await sees(person, draft.id)]).toEqual([kind, expected[kind] ? 200 : 404]);
        expect([kind, await lists(person, draft.id)]).toEqual([kind, expected[kind]]);
      }
    };
    await expectSeen(before);
    await liu.give(draft.id, 'proposal.publish', {});
    await expectSeen(after);
  });

  test('the public reads no personal data, neither in the case nor in its ledger', async () => {
    const { body } = await liu.start(startBody());
    await liu.give(body.id, 'proposal.publish', {});
    const neighbour = await kit.as('sun-jianguo');
    const view = JSON.stringify((await neighbour.get(`/api/cases/${body.id}`)).body.data);
    const ledger = (await neighbour.get(`/api/cases/${body.id}/ledger`)).body.items;
    for (const secret of ['刘桂兰', 'liu-guilan', '13800000001']) {
      expect(view).not.toContain(secret);
      expect(JSON.stringify(ledger)).not.toContain(secret);
    }
    expect(ledger[0]).toMatchObject({ actor: { name: '刘**' }, type: 'proposal.draft' });
    expect(ledger[0].form).toBeUndefined();
    const staff = (await worker.get(`/api/cases/${body.id}/ledger`)).body.items;
    expect(staff[0]).toMatchObject({ actor: { name: '刘桂兰' }, form: { category: 'facilities' } });
  });

  test('a neighbour reads no name of a person in a title or a text, whichever way he comes', async () => {
    const form = { title: '刘桂兰家门口的路灯不亮', problem: '刘桂兰和孙女夜里看不见台阶' };
    const { body } = await liu.start(startBody({ form }));
    await liu.give(body.id, 'proposal.publish', {});
    const neighbour = await kit.as('sun-jianguo');
    const cleaned = '居民代表家门口的路灯不亮';
    const view = (await neighbour.get(`/api/cases/${body.id}`)).body;
    expect(view.title).toBe(cleaned);
    const titleIn = async (who: Caller, query: string) =>
      (await who.get(`/api/cases?${query}`)).body.items.find((item: { id: string }) => item.id === body.id)?.title;
    expect(await titleIn(neighbour, `org=${ANZHENXILI}`)).toBe(cleaned);
    const tasks = (await neighbour.get('/api/tasks')).body.items;
    expect(tasks.find((task: { case: { id: string } }) => task.case.id === body.id)?.case.title).toBe(cleaned);
    const table = await neighbour.get('/api/cases/export?format=csv');
    expect(table.status).toBe(200);
    for (const read of [view, table.body]) expect(JSON.stringify(read)).not.toContain('刘桂兰');
    expect(await titleIn(liu, `org=${ANZHENXILI}`)).toBe(form.title);
    expect(await titleIn(worker, `org=${ANZHENXILI}`)).toBe(form.title);
  });

  test('the ledger comes in pages', async () => {
    const { body } = await liu.start(startBody());
    await liu.give(body.id, 'proposal.edit', sampleForms['proposal.edit'](Date.now()));
    await liu.give(body.id, 'proposal.publish', {});
    const first = await worker.get(`/api/cases/${body.id}/ledger?limit=2`);
    expect(first.body.items.map(({ position }: { position: number }) => position)).toEqual([1, 2]);
    const second = await worker.get(`/api/cases/${body.id}/ledger?limit=2&cursor=${first.body.next}`);
    expect(second.body.items.map(({ position }: { position: number }) => position)).toEqual([3]);
    expect(second.body.next).toBeNull();
    expect(second.body.items[0].prevHash).toBe(first.body.items[1].hash);
  });
});

describe('the inbox', () => {
  async function awaitingAcceptance(drill = false): Promise<string> {
    const { body } = await liu.start(startBody({ drill }));
    await liu.give(body.id, 'proposal.publish', {});
    const supporter = await kit.as('chen-xiuying');
    const view = await supporter.give(body.id, 'proposal.cosign', sampleForms['proposal.cosign'](Date.now()));
    expect(view.state).toBe('awaitingAcceptance');
    return body.id;
  }

  test('shows right after an act what it brought, and no longer what is done', async () => {
    const before = (await worker.get('/api/tasks?scope=group')).body;
    const id = await awaitingAcceptance();
    const inbox = (await worker.get('/api/tasks?scope=group&limit=100')).body;
    expect(inbox.count).toBe(before.count + 1);
    const task = inbox.items.find((item: { case: { id: string } }) => item.case.id === id);
    expect(task).toMatchObject({ command: 'proposal.accept', scope: 'group', light: 'green' });
    expect(task.dueDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    await worker.give(id, 'proposal.accept', {});
    const after = (await worker.get('/api/tasks?scope=group&limit=100')).body;
    expect(after.count).toBe(before.count);
    expect(after.items.some((item: { case: { id: string } }) => item.case.id === id)).toBe(false);
  });

  test('gives each office its own, and offices held above those of all below', async () => {
    const id = await awaitingAcceptance();
    const has = async (person: string, scope: string) => {
      const { body } = await (await kit.as(person)).get(`/api/tasks?scope=${scope}&limit=100`);
      return body.items.some((item: { case: { id: string } }) => item.case.id === id);
    };
    expect(await has('zhang-ting', 'group')).toBe(true);
    expect(await has('zhang-ting', 'mine')).toBe(false);
    expect(await has('han-xue', 'group')).toBe(false);
    expect(await has('liu-guilan', 'group')).toBe(false);
    await kit.database
      .insertInto('holding')
      .values({ person: 'tian-ye', role: 'communityWorker', org: 'chaoyang' })
      .execute();
    expect(await has('tian-ye', 'group')).toBe(true);
  });

  test('keeps drills apart', async () => {
    const before = (await worker.get('/api/tasks')).body.count;
    const id = await awaitingAcceptance(true);
    expect((await worker.get('/api/tasks')).body.count).toBe(before);
    const drills = (await worker.get('/api/tasks?drill=true')).body;
    expect(drills.items.map((item: { case: { id: string } }) => item.case.id)).toContain(id);
  });

  test('pages by what is due, without skipping or repeating, and filters by light', async () => {
    while ((await worker.get('/api/tasks?scope=group')).body.count < 5) await awaitingAcceptance();
    const all = (await worker.get('/api/tasks?scope=group&limit=100')).body;
    const seen = (await walk('/api/tasks?scope=group&limit=2')).length;
    expect(seen).toBe(all.count);
    const dues = all.items.map(({ dueAt }: { dueAt: string | null }) => dueAt ?? '9');
    expect(dues).toEqual([...dues].sort());
    expect((await worker.get('/api/tasks?scope=group&light=green')).body.count).toBe(all.count);
    expect((await worker.get('/api/tasks?scope=group&light=red')).body).toMatchObject({
      count: 0,
      items: [],
      next: null,
    });
  });

  test('of a drill follows the drill’s own clock', async () => {
    const id = await awaitingAcceptance(true);
    const moved = await worker.post(`/api/cases/${id}/clock`, { advance: 'P30D' });
    expect(moved.body).toMatchObject({ light: 'red', state: 'awaitingAcceptance' });
    const red = (await worker.get('/api/tasks?drill=true&light=red')).body;
    expect(red.items.map((item: { case: { id: string } }) => item.case.id)).toEqual([id]);
    expect((await worker.get('/api/cases?light=red')).body.items).toMatchObject([{ id, light: 'red' }]);
  });
});
