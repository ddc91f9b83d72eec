import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../api/create-api.ts';
import { RECENT_COMMANDS_MAX } from '../../workflows/case.messages.ts';
import { sampleForms } from '../support/sample-forms.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import { type Caller, callerFor } from './support/caller.ts';
import { startBody } from './support/forms.ts';

let kit: ApiKit;
let liu: Caller;

beforeAll(async () => {
  kit = await startApiKit('same_key');
  liu = await kit.as('liu-guilan');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

async function countCases(): Promise<number> {
  const { count } = await kit.database
    .selectFrom('case_view')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

describe('the same key', () => {
  test('and the same body opens one case and gets the same answer, one after the other or at once', async () => {
    const before = await countCases();
    const key = randomUUID();
    const body = startBody();
    const answers = await Promise.all([1, 2, 3, 4].map(() => liu.start(body, key)));
    answers.push(await liu.start(body, key));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const [first] = answers;
    for (const answer of answers) {
      expect(answer.body).toEqual(first?.body);
      expect(answer.headers.get('etag')).toBe('"1"');
    }
    expect(await countCases()).toBe(before + 1);
  });

  test('and the same body acts once, even after others have acted', async () => {
    const { body } = await liu.start(startBody());
    const key = randomUUID();
    const first = await liu.act(body.id, 'proposal.publish', {}, { key, seq: 1 });
    const zhao = await kit.as('zhao-hongwei');
    await zhao.give(body.id, 'proposal.cosign', sampleForms['proposal.cosign'](Date.now()));
    const again = await liu.act(body.id, 'proposal.publish', {}, { key, seq: 1 });
    expect(again.status).toBe(200);
    expect(again.body.seq).toBe(2);
    expect(again.body.receipt).toBe(first.body.receipt);
    const { body: ledger } = await liu.get(`/api/cases/${body.id}/ledger`);
    expect(ledger.items.map(({ type }: { type: string }) => type)).toEqual([
      'proposal.draft',
      'proposal.publish',
      'proposal.cosign',
    ]);
  });

  test('older than the engine remembers is still answered, and acts no second time', async () => {
    const { body } = await liu.start(startBody());
    const edit = sampleForms['proposal.edit'](Date.now());
    const key = randomUUID();
    const first = await liu.act(body.id, 'proposal.edit', edit, { key });
    for (let count = 0; count <= RECENT_COMMANDS_MAX; count++) await liu.give(body.id, 'proposal.edit', edit);
    const again = await liu.act(body.id, 'proposal.edit', edit, { key });
    expect(again.status).toBe(200);
    expect(again.body.receipt).toBe(first.body.receipt);
    expect((await liu.get(`/api/cases/${body.id}`)).body.seq).toBe(RECENT_COMMANDS_MAX + 3);
  });

  test('with another body is refused: later, for another case, and while the first is on its way', async () => {
    const key = randomUUID();
    const { body } = await liu.start(startBody(), key);
    const other = await liu.start(startBody({ form: { title: '另一件完全不同的提案' } }), key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.reused' } });
    expect(await liu.act(body.id, 'proposal.publish', {}, { key })).toMatchObject({
      status: 422,
      body: { code: 'idempotency.reused' },
    });
    const shared = randomUUID();
    const atOnce = await Promise.all([
      liu.start(startBody(), shared),
      liu.start(startBody({ form: { title: '同一编号的另一内容' } }), shared),
    ]);
    expect(atOnce.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test('of two people never meets', async () => {
    const key = randomUUID();
    const zhao = await kit.as('zhao-hongwei');
    const [mine, his] = await Promise.all([liu.start(startBody(), key), zhao.start(startBody(), key)]);
    expect([mine.status, his.status]).toEqual([201, 201]);
    expect(mine.body.id).not.toBe(his.body.id);
  });

  test('after a refused start may be used for the corrected form', async () => {
    const key = randomUUID();
    const before = await countCases();
    expect((await liu.start(startBody({ form: { title: '短' } }), key)).status).toBe(422);
    expect(await countCases()).toBe(before);
    expect((await liu.start(startBody(), key)).status).toBe(201);
  });
});

describe('a stale screen', () => {
  test('is told 412 with the case as it stands', async () => {
    const { body } = await liu.start(startBody());
    await liu.give(body.id, 'proposal.publish', {});
    const stale = await liu.act(body.id, 'proposal.withdraw', { reason: '不提了' }, { seq: 1 });
    expect(stale).toMatchObject({ status: 412, body: { code: 'sequence.stale' } });
    const { body: now } = await liu.get(`/api/cases/${body.id}`);
    expect(stale.body.current).toEqual(now);
    expect(now).toMatchObject({ state: 'collecting', seq: 2 });
  });

  test('of two people at once one wins and the other gets 412 with the view', async () => {
    const { body } = await liu.start(startBody());
    const { seq } = await liu.give(body.id, 'proposal.publish', {});
    const [zhao, chen] = await Promise.all([kit.as('zhao-hongwei'), kit.as('chen-xiuying')]);
    const form = sampleForms['proposal.cosign'](Date.now());
    const both = await Promise.all([
      zhao.act(body.id, 'proposal.cosign', form, { seq }),
      chen.act(body.id, 'proposal.cosign', form, { seq }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const loser = both.find(({ status }) => status === 412);
    expect(loser?.body.current).toMatchObject({ id: body.id, seq: seq + 1, state: 'collecting' });
    const { body: ledger } = await liu.get(`/api/cases/${body.id}/ledger`);
    expect(ledger.items).toHaveLength(seq + 1);
  });

  test('with * or without If-Match the case decides alone', async () => {
    const { body } = await liu.start(startBody());
    const path = `/api/cases/${body.id}/commands/proposal.publish`;
    const answer = await liu.post(path, { form: {} }, { headers: { 'if-match': '*' } });
    expect(answer).toMatchObject({ status: 200, body: { seq: 2 } });
  });
});

test('a closed case takes no more commands, but still knows its own last one', async () => {
  const { body } = await liu.start(startBody());
  const key = randomUUID();
  const withdrawn = await liu.act(body.id, 'proposal.withdraw', { reason: '物业已答应维修。' }, { key });
  expect(withdrawn).toMatchObject({ status: 200, body: { state: 'withdrawn', commands: [], tasks: [] } });
  const refused = await liu.act(body.id, 'proposal.publish', {});
  expect(refused).toMatchObject({ status: 409, body: { code: 'case.closed' } });
  const again = await liu.act(body.id, 'proposal.withdraw', { reason: '物业已答应维修。' }, { key });
  expect(again.status).toBe(200);
  expect(again.body).toEqual(withdrawn.body);
});

test('the key that opened an ended case is answered from what is kept, whatever Temporal still knows of it', async () => {
  const key = randomUUID();
  const asked = startBody();
  const opened = await liu.start(asked, key);
  await liu.give(opened.body.id, 'proposal.withdraw', { reason: '物业已答应维修。' });
  // No engine at all: what it has forgotten it cannot be asked.
  const api = await createApi({ ...kit.options, temporalAddress: '127.0.0.1:1', commandBudgetMs: 500 });
  try {
    const url = await api.listen(0, '127.0.0.1');
    const { body: signedIn } = await callerFor(url).post('/api/demo/sign-in', { person: 'liu-guilan' });
    const again = await callerFor(url, signedIn.token).start(asked, key);
    expect(again).toMatchObject({ status: 201, body: { id: opened.body.id, receipt: opened.body.receipt } });
  } finally {
    await api.close();
  }
  expect((await liu.get(`/api/cases/${opened.body.id}`)).body).toMatchObject({ state: 'withdrawn', seq: 2 });
});
