import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleForms } from '../support/sample-forms.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import type { Answer, Caller } from './support/caller.ts';
import { startBody } from './support/forms.ts';

let kit: ApiKit;
let liu: Caller;
/** A draft of 刘桂兰, which only she and the staff may see. */
let draft: string;

beforeAll(async () => {
  kit = await startApiKit('bad_input');
  liu = await kit.as('liu-guilan');
  draft = (await liu.start(startBody())).body.id;
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

/** Every problem has the same shape, whatever went wrong. */
function expectProblem(answer: Answer, status: number, code: string): void {
  expect(answer.body).toMatchObject({ status, code, type: `urn:bihuan:problem:${code}` });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body.title).toMatch(/\S/);
  expect(answer.body.detail).toMatch(/\S/);
  expect(answer.body.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
}

describe('what does not exist', () => {
  test('unknown process', async () => {
    expectProblem(await liu.start(startBody({ process: 'no-such-process' })), 404, 'process.unknown');
    expectProblem(await liu.get('/api/processes/no-such-process'), 404, 'process.unknown');
  });

  test('unknown community, and an organisation that is none', async () => {
    expectProblem(await liu.start(startBody({ org: 'chaoyang.anzhen.nowhere' })), 403, 'permission.denied');
    const worker = await kit.as('shen-yan');
    expectProblem(await worker.start(startBody({ org: 'chaoyang' })), 403, 'permission.denied');
    await kit.database
      .insertInto('holding')
      .values({ person: 'zhou-ming', role: 'resident', org: 'chaoyang' })
      .execute();
    const everywhere = await kit.as('zhou-ming');
    expectProblem(await everywhere.start(startBody({ org: 'chaoyang.anzhen.nowhere' })), 422, 'org.unknown');
    expectProblem(await everywhere.start(startBody({ org: 'chaoyang.anzhen' })), 422, 'org.unknown');
  });

  test('unknown command, and a command that only another case may give', async () => {
    expectProblem(await liu.act(draft, 'no.such.command', {}), 404, 'command.unknown');
    expectProblem(await liu.act(draft, 'constructor', {}), 404, 'command.unknown');
    expectProblem(await liu.act(draft, 'merge.seal', { by: 'x' }), 404, 'command.unknown');
  });

  test('unknown case, receipt and address', async () => {
    expectProblem(await liu.get('/api/cases/no-such-case'), 404, 'case.notFound');
    expectProblem(await liu.act('no-such-case', 'proposal.publish', {}), 404, 'case.notFound');
    expectProblem(await kit.anonymous.get('/api/receipts/1234'), 404, 'receipt.unknown');
    expectProblem(await kit.anonymous.get(`/api/receipts/${'0'.repeat(64)}`), 404, 'receipt.unknown');
    expectProblem(await liu.get('/api/nothing'), 404, 'route.unknown');
    expectProblem(await liu.get('/nothing'), 404, 'route.unknown');
    expectProblem(await liu.post('/api/tasks', {}), 404, 'route.unknown');
  });

  test('somebody else’s case is told exactly like one that does not exist', async () => {
    const stranger = await kit.as('jiang-hong');
    const { instance: _a, ...hidden } = (await stranger.get(`/api/cases/${draft}`)).body;
    const { instance: _b, ...unknown } = (await stranger.get('/api/cases/no-such-case')).body;
    expect(hidden).toEqual(unknown);
    expect(hidden.code).toBe('case.notFound');
    for (const path of ['ledger', 'clock', 'commands/proposal.publish']) {
      const answer =
        path === 'ledger'
          ? await stranger.get(`/api/cases/${draft}/ledger`)
          : await stranger.post(`/api/cases/${draft}/${path}`, path === 'clock' ? { advance: 'P1D' } : { form: {} });
      expectProblem(answer, 404, 'case.notFound');
    }
  });
});

describe('who asks', () => {
  test('nobody, a wrong token, and a token of somebody who is gone', async () => {
    expectProblem(await kit.anonymous.get('/api/cases'), 401, 'auth.required');
    for (const authorization of ['Bearer x.y.z', 'Basic YTpi', 'Bearer']) {
      expectProblem(await kit.anonymous.get('/api/tasks', { headers: { authorization } }), 401, 'auth.invalid');
    }
    expectProblem(await kit.anonymous.post('/api/demo/sign-in', { person: 'nobody' }), 422, 'person.unknown');
  });

  test('a command that is not his to give', async () => {
    expectProblem(await liu.act(draft, 'proposal.accept', {}), 403, 'permission.denied');
    expectProblem(await liu.start(startBody({ org: 'chaoyang.wangjing.wangjinghuayuan' })), 403, 'permission.denied');
  });

  test('a page of another site cannot act with the cookie', async () => {
    const signedIn = await kit.anonymous.post('/api/demo/sign-in', { person: 'liu-guilan' });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(signedIn.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    const act = (headers: Record<string, string>) =>
      kit.anonymous.post(
        `/api/cases/${draft}/commands/proposal.edit`,
        { form: {} },
        { headers: { cookie, ...headers } },
      );
    expectProblem(await act({}), 403, 'origin.foreign');
    expectProblem(await act({ origin: 'https://elsewhere.example' }), 403, 'origin.foreign');
    expectProblem(await act({ 'sec-fetch-site': 'cross-site' }), 403, 'origin.foreign');
    expectProblem(await act({ 'sec-fetch-site': 'same-origin' }), 422, 'form.invalid');
    expectProblem(await act({ origin: kit.url }), 422, 'form.invalid');
    expect((await kit.anonymous.get('/api/cases', { headers: { cookie } })).status).toBe(200);
  });
});

describe('forms', () => {
  test.each<[string, object, string, RegExp, RegExp]>([
    ['missing field', { title: undefined }, '/form/title', /必填/, /Required/],
    ['too long', { title: '长'.repeat(61) }, '/form/title', /最多60个字/, /At most 60 characters/],
    ['too short', { title: '短' }, '/form/title', /至少4个字/, /At least 4 characters/],
    ['only blanks', { title: '　　　　　' }, '/form/title', /至少4个字/, /At least 4/],
    ['wrong type', { title: 12345 }, '/form/title', /须为文字/, /Must be text/],
    [
      'text for a number',
      { beneficiaries: { households: '96', persons: 1 } },
      '/form/beneficiaries/households',
      /须为数字/,
      /number/,
    ],
    [
      'half a household',
      { beneficiaries: { households: 0.5, persons: 1 } },
      '/form/beneficiaries/households',
      /整数/,
      /whole number/,
    ],
    [
      'negative',
      { beneficiaries: { households: -1, persons: 1 } },
      '/form/beneficiaries/households',
      /不能小于0/,
      /not be less than 0/,
    ],
    ['not one of', { category: 'nonsense' }, '/form/category', /须为下列之一/, /Must be one of/],
    ['text for yes or no', { consentToName: 'yes' }, '/form/consentToName', /true/, /true or false/],
    ['extra field', { isAdmin: true }, '/form/isAdmin', /没有这一项/, /no such field/],
    ['null byte', { problem: '漏雨\u0000严重' }, '/form/problem', /控制字符/, /control characters/],
    ['half a character', { problem: '漏雨严重\ud842' }, '/form/problem', /控制字符/, /control characters/],
    ['null', { place: null }, '/form/place', /须为一组字段/, /object/],
    ['list for an object', { place: [] }, '/form/place', /须为一组字段/, /object/],
  ])('%s', async (_name, form, pointer, zh, en) => {
    const chinese = await liu.start(startBody({ form }));
    expectProblem(chinese, 422, 'form.invalid');
    expect(chinese.body.errors).toContainEqual({ pointer, detail: expect.stringMatching(zh) });
    expect(chinese.body.title).toContain('1处');
    const english = await liu.post('/api/cases', startBody({ form }), { headers: { 'accept-language': 'en' } });
    expect(english.body.errors).toContainEqual({ pointer, detail: expect.stringMatching(en) });
    expect(english.headers.get('content-language')).toBe('en');
  });

  test('a body that is no form at all', async () => {
    for (const body of [{}, [], 'text', 7, null, { form: [] }, { form: 'x' }, { form: {}, other: 1 }]) {
      expectProblem(await liu.post(`/api/cases/${draft}/commands/proposal.publish`, body), 422, 'form.invalid');
    }
    expectProblem(await liu.post('/api/cases', {}), 422, 'form.invalid');
  });

  test.each(['2026-02-30', '2026-13-01', '9999-01-01', '16.10.2026', '', 20261016])(
    'impossible date %s',
    async (receivedOn) => {
      const finance = await kit.as('cao-ying');
      const form = { ...sampleForms['funds.confirm'](Date.now()), receivedOn };
      const answer = await finance.act(draft, 'funds.confirm', form);
      expectProblem(answer, 422, 'form.invalid');
      expect(answer.body.errors[0].pointer).toBe('/form/receivedOn');
    },
  );

  test('signs that nobody sees, and that turn the order of others, are taken out', async () => {
    const hidden = '\u202e\u2066\u200b\u200e\ufeff\u00ad\u200d';
    const { body } = await liu.start(startBody({ form: { title: `楼道灯${hidden}不亮${hidden}` } }));
    expect(body.title).toBe('楼道灯不亮');
    const answer = await liu.start(startBody({ form: { title: hidden } }));
    expectProblem(answer, 422, 'form.invalid');
    const view = { page: 'desk', name: `红${hidden}灯`, query: '' };
    expect((await liu.post('/api/views', view)).body.name).toBe('红灯');
  });

  test('emoji and rare characters are kept whole', async () => {
    const title = '𠮷祥路䶮园的🚲棚漏雨👨‍👩‍👧‍👦';
    const { body } = await liu.start(startBody({ form: { title, problem: '①㎡𠮷𠮷𠮷漏雨' } }));
    expect(body.title).toBe(title);
    expect(body.data.problem ?? body.data.content?.problem).toBe('①㎡𠮷𠮷𠮷漏雨');
    const found = await liu.get(`/api/cases?q=${encodeURIComponent('䶮园')}`);
    expect(found.body.items.map((item: { title: string }) => item.title)).toEqual([title]);
    const { body: ledger } = await liu.get(`/api/cases/${body.id}/ledger`);
    expect(ledger.items[0].form.title).toBe(title);
  });
});

describe('requests', () => {
  test('a body of 1 MB', async () => {
    const form = { problem: '漏'.repeat(350_000) };
    expectProblem(await liu.start(startBody({ form })), 413, 'body.tooLarge');
  });

  test('broken JSON, an empty body, a poisoned prototype', async () => {
    for (const raw of ['{"form":', 'form', '', '{"form":{},"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}']) {
      expectProblem(await liu.post('/api/cases', {}, { raw }), 400, 'body.malformed');
    }
  });

  test('another media type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense']) {
      const answer = await liu.post('/api/cases', {}, { raw: 'a=b', headers: { 'content-type': type } });
      expectProblem(answer, 415, 'media.unsupported');
    }
  });

  test('malformed addresses', async () => {
    expectProblem(await liu.get('/%zz'), 400, 'url.malformed');
    expectProblem(await liu.get('/api/cases/%zz'), 400, 'url.malformed');
    expectProblem(await liu.get('/api/cases/%00'), 400, 'url.malformed');
    expectProblem(await liu.get('/api/cases?q=%00'), 400, 'url.malformed');
    expectProblem(await liu.get(`/api/cases/${'x'.repeat(3000)}`), 404, 'route.unknown');
  });

  test.each([
    '/api/cases?light=purple',
    '/api/cases?limit=0',
    '/api/cases?limit=1e9',
    '/api/cases?cursor=nonsense',
    `/api/cases?cursor=${Buffer.from('["1; drop table ledger"]').toString('base64url')}`,
    '/api/cases?order=asc',
    '/api/cases?q=a&q=b',
    '/api/tasks?scope=all',
    '/api/tasks?cursor=%F0%9F%9A%B2',
    '/api/events?lastEventId=x',
  ])('query %s', async (path) => {
    const answer = await liu.get(path);
    expectProblem(answer, 400, 'query.invalid');
    expect(answer.body.errors).toHaveLength(1);
  });

  test.each([
    ['If-Match', '3', 'sequence.malformed'],
    ['If-Match', '"x"', 'sequence.malformed'],
    ['If-Match', '"1", "2"', 'sequence.malformed'],
    ['Idempotency-Key', '', 'idempotency.malformed'],
    ['Idempotency-Key', 'a b', 'idempotency.malformed'],
    ['Idempotency-Key', 'k'.repeat(129), 'idempotency.malformed'],
  ])('header %s: %s', async (name, value, code) => {
    const answer = await liu.post(
      `/api/cases/${draft}/commands/proposal.publish`,
      { form: {} },
      { headers: { [name]: value } },
    );
    expectProblem(answer, 400, code);
  });

  test('wildcards in a search are letters like others', async () => {
    for (const q of ['%', '_', '\\', "'; drop table ledger; --"]) {
      expect((await liu.get(`/api/cases?q=${encodeURIComponent(q)}`)).body.items).toEqual([]);
    }
  });

  test('deadlines that cannot be counted', async () => {
    const preview = (body: object) => kit.anonymous.post('/api/deadlines/preview', body);
    for (const limit of [{ workingDays: 0 }, { workingDays: 1.5 }, { weeks: 2 }, {}, { months: 1, hours: 2 }]) {
      expectProblem(await preview({ from: '2026-09-28T10:05:00+08:00', limit }), 422, 'limit.invalid');
    }
    for (const from of ['2026-09-28', '2026-02-30T10:00:00+08:00', 'now', '1900-01-01T00:00:00+14:00']) {
      expectProblem(await preview({ from, limit: { hours: 1 } }), 422, 'limit.invalid');
    }
    const { body } = await preview({ from: '2026-09-28T10:05:00+08:00', limit: { workingDays: 10 } });
    expect(body).toMatchObject({ dueDate: '2026-10-16', dueAt: '2026-10-17T00:00:00+08:00', provisional: false });
  });

  test('the clock of a real case, and a clock that should go back', async () => {
    expectProblem(await liu.post(`/api/cases/${draft}/clock`, { advance: 'P1D' }), 409, 'clock.drillOnly');
    const { body } = await liu.start(startBody({ drill: true }));
    for (const advance of ['-P1D', 'P1Y', '3 days', 'PT0S', 'P99999D']) {
      expectProblem(await liu.post(`/api/cases/${body.id}/clock`, { advance }), 422, 'clock.malformed');
    }
    await liu.give(body.id, 'proposal.withdraw', { reason: '已由物业自行修好' });
    expectProblem(await liu.post(`/api/cases/${body.id}/clock`, { advance: 'P1D' }), 409, 'case.closed');
  });

  test('a drill that should begin ahead although it is none, or at no time that can be read', async () => {
    expectProblem(await liu.start({ ...startBody(), ahead: 'P1D' }), 409, 'clock.drillOnly');
    expectProblem(await liu.start({ ...startBody({ drill: true }), ahead: 'tomorrow' }), 422, 'clock.malformed');
  });
});
