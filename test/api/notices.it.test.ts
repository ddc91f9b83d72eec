import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseNotices } from '../../db/queries/notices-delivery.ts';
import { sendBatch } from '../../worker/sender/send-batch.ts';
import { releaseDue } from '../../worker/sender/sender.ts';
import { webhookChannel } from '../../worker/sender/webhook.ts';
import { openReceiver } from '../worker/sender/support/receiver.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';
import type { Caller } from './support/caller.ts';
import { type NoticeReader, readNoticeEvents } from './support/notice-reader.ts';

let kit: ApiKit;
let liu: Caller;
let qian: Caller;
const readers: NoticeReader[] = [];

beforeAll(async () => {
  // The endpoints of these tests live on this machine.
  process.env['WEBHOOK_NETWORKS'] = '127.0.0.1/32';
  process.env['WEBHOOK_HTTP'] = '1';
  kit = await startApiKit('notices');
  [liu, qian] = await Promise.all([kit.as('liu-guilan'), kit.as('qian-wei')]);
});
afterAll(async () => {
  for (const reader of readers) reader.close();
  await kit?.[Symbol.asyncDispose]();
});

async function notice(person: string, options: { drill?: boolean; values?: object } = {}): Promise<void> {
  await sql`insert into outbox (key, case_id, position, person, drill, notice, values)
            values (${randomUUID()}, 'no-case', 0, ${person}, ${options.drill ?? false}, 'accepted', ${JSON.stringify(options.values ?? {})})`.execute(
    kit.database,
  );
}

async function release(channels: readonly { name: 'email' | 'webhook' }[] = []): Promise<void> {
  await releaseDue({ database: kit.database, now: Date.now, calendars: async () => [] }, channels);
}

const put = (caller: Caller, body: unknown) => caller.post('/api/notices/preferences', body, { method: 'PUT' });

describe('the notices of a person', () => {
  test('are listed newest first with when they were sent and read, in pages, and only to him', async () => {
    for (let count = 0; count < 5; count += 1) await notice('zhou-ming');
    await notice('wu-lihua', { drill: true });
    const zhou = await kit.as('zhou-ming');
    // Not shown before the sender has released it: the entry that caused it may turn out void.
    expect((await zhou.get('/api/notices')).body).toEqual({ unread: 0, items: [], next: null });
    await release();
    const first = (await zhou.get('/api/notices?limit=3')).body;
    expect(first.unread).toBe(5);
    expect(first.items).toHaveLength(3);
    expect(first.items[0]).toMatchObject({ drill: false, automatic: true, readAt: null, case: null, deliveries: [] });
    expect(first.items[0].sentAt).toMatch(/^\d{4}-\d\d-\d\dT.*\+08:00$/);
    const second = (await zhou.get(`/api/notices?limit=3&cursor=${first.next}`)).body;
    expect(second).toMatchObject({ next: null });
    expect(second.items).toHaveLength(2);
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => Number(id));
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect((await (await kit.as('wu-lihua')).get('/api/notices')).body.items).toMatchObject([{ drill: true }]);
  });

  test('are marked as read once, by nobody else', async () => {
    await notice('chen-xiuying');
    await release();
    const chen = await kit.as('chen-xiuying');
    const [{ id }] = (await chen.get('/api/notices?unread')).body.items;
    const stranger = await liu.post(`/api/notices/${id}/read`, {});
    expect([stranger.status, stranger.body.code]).toEqual([404, 'notice.notFound']);
    const first = await chen.post(`/api/notices/${id}/read`, {});
    expect(first.body).toMatchObject({ id, unread: 0 });
    const second = await chen.post(`/api/notices/${id}/read`, {});
    expect(second.body.readAt).toBe(first.body.readAt);
    expect((await chen.get('/api/notices?unread')).body.items).toEqual([]);
    expect((await chen.get('/api/notices?unread=false')).body.items).toMatchObject([{ id, readAt: first.body.readAt }]);
  });

  test.each([
    ['/api/notices?limit=0', 'query.invalid'],
    ['/api/notices?unread=maybe', 'query.invalid'],
    ['/api/notices?cursor=rubbish', 'query.invalid'],
    ['/api/notices?foo=1', 'query.invalid'],
  ])('%s is refused in words', async (path, code) => {
    const { status, body } = await liu.get(path);
    expect([status, body.code]).toEqual([400, code]);
  });

  test.each(['0', 'abc', '99999999999999999999', '1;drop table outbox'])('a notice %s is not found', async (id) => {
    const { status, body } = await liu.post(`/api/notices/${encodeURIComponent(id)}/read`, {});
    expect([status, body.code]).toEqual([404, 'notice.notFound']);
  });

  test('are for people who are signed in', async () => {
    expect((await kit.anonymous.get('/api/notices')).status).toBe(401);
    expect((await kit.anonymous.get('/notices')).status).toBe(401);
  });

  test('come live over the event stream, the read mark too', async () => {
    const sun = await kit.as('sun-jianguo');
    const { body } = await kit.anonymous.post('/api/demo/sign-in', { person: 'sun-jianguo' });
    const reader = await readNoticeEvents(kit.url, body.token);
    readers.push(reader);
    expect(await reader.next()).toEqual({ unread: 0, notice: null });
    // Again and again beside somebody who does not listen: both are told of in one breath.
    for (let round = 0; round < 10; round += 1) {
      await notice('sun-jianguo');
      await notice('liu-guilan');
      await release();
      const told = await reader.next();
      expect(told).toMatchObject({ unread: 1, notice: { notice: 'accepted', readAt: null } });
      await sun.post(`/api/notices/${told.notice.id}/read`, {});
      expect(await reader.next()).toEqual({ unread: 0, notice: null });
    }
  });
});

describe('how a person is told', () => {
  test('inside the application only, until he says otherwise', async () => {
    const { body } = await (await kit.as('lin-fang')).get('/api/notices/preferences');
    expect(body).toMatchObject({
      email: null,
      webhookUrl: null,
      timing: 'immediate',
      digestHour: 9,
      language: 'zh-CN',
    });
  });

  test('changes keep what is left out, and the secret of an endpoint is shown once', async () => {
    const han = await kit.as('han-xue');
    const first = await put(han, { webhookUrl: 'https://hook.example.cn', email: 'han@example.cn' });
    expect(first.body).toMatchObject({ webhookUrl: 'https://hook.example.cn/', email: 'han@example.cn' });
    expect(first.body.webhookSecret).toMatch(/^whsec_[\w+/]{43}=$/);
    const second = await put(han, { timing: 'daily', digestHour: 18 });
    expect(second.body).toMatchObject({ email: 'han@example.cn', timing: 'daily', digestHour: 18 });
    expect(second.body).not.toHaveProperty('webhookSecret');
    const read = await han.get('/api/notices/preferences');
    expect(JSON.stringify(read.body)).not.toContain('whsec_');
    const renewed = await put(han, { renewSecret: true });
    expect(renewed.body.webhookSecret).not.toBe(first.body.webhookSecret);
    const moved = await put(han, { webhookUrl: 'https://other.example.cn/' });
    expect(moved.body.webhookSecret).toMatch(/^whsec_/);
    expect((await put(han, { webhookUrl: null })).body).toMatchObject({ webhookUrl: null, email: 'han@example.cn' });
  });

  test.each([
    [{ email: 'not an address' }, '/email'],
    [{ email: 'li@example.cn\r\nBcc: x@example.cn' }, '/email'],
    [{ webhookUrl: 'hook' }, '/webhookUrl'],
    [{ webhookUrl: 'ftp://hook.example.cn/' }, '/webhookUrl'],
    [{ webhookUrl: 'https://10.0.0.1/' }, '/webhookUrl'],
    [{ webhookUrl: 'https://[::1]/' }, '/webhookUrl'],
    [{ webhookUrl: 'https://user:secret@hook.example.cn/' }, '/webhookUrl'],
    [{ timing: 'hourly' }, '/timing'],
    [{ digestHour: 24 }, '/digestHour'],
    [{ digestHour: 9.5 }, '/digestHour'],
    [{ language: 'fr' }, '/language'],
    [{ phone: '13800000001' }, '/phone'],
  ])('%o is refused at its field', async (body, pointer) => {
    const answer = await put(liu, body);
    expect([answer.status, answer.body.code]).toEqual([422, 'form.invalid']);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });
});

describe('dead letters', () => {
  test('are seen and sent again by an operator, under the same key, and by nobody else', async () => {
    let well = false;
    await using receiver = await openReceiver((response) => response.writeHead(well ? 204 : 410).end());
    const channel = webhookChannel({ rules: { networks: ['127.0.0.1/32'], allowsHttp: true } });
    const context = { database: kit.database, now: Date.now, calendars: async () => [], baseUrl: kit.url };
    const peng = await kit.as('peng-tao');
    await put(peng, { webhookUrl: receiver.url, email: 'peng@example.cn' });
    await notice('peng-tao');
    await releaseNotices(kit.database, { now: Date.now(), channels: ['webhook'], limit: 10 });
    await sendBatch(context, channel);
    const { body: dead } = await qian.get('/api/notices/dead');
    expect(dead.items).toMatchObject([
      { state: 'dead', channel: 'webhook', person: { id: 'peng-tao' }, attempts: 1, trouble: 'webhook.gone' },
    ]);
    const [{ id, key }] = dead.items;
    for (const caller of [liu, peng]) {
      const refused = await caller.get('/api/notices/dead');
      expect([refused.status, refused.body.code]).toEqual([403, 'permission.denied']);
      expect((await caller.post(`/api/notices/dead/${id}/resend`, {})).status).toBe(403);
    }
    well = true;
    const pressed = await Promise.all([1, 2].map(() => qian.post(`/api/notices/dead/${id}/resend`, {})));
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409]);
    await sendBatch(context, channel);
    expect(receiver.ids()).toEqual([key]);
    expect((await qian.get('/api/notices/dead')).body.items).toEqual([]);
    const again = await qian.post(`/api/notices/dead/${id}/resend`, {});
    expect([again.status, again.body.code]).toEqual([409, 'letter.notDead']);
    const [told] = (await peng.get('/api/notices')).body.items;
    expect(told.deliveries).toMatchObject([{ channel: 'webhook', state: 'sent' }]);
    const { rows } = await sql`select resent_by from delivery where id = ${id}::bigint`.execute(kit.database);
    expect(rows).toEqual([{ resent_by: 'qian-wei' }]);
  });

  test('that do not exist are told as such', async () => {
    for (const id of ['4711', 'x', '0']) {
      const { status, body } = await qian.post(`/api/notices/dead/${id}/resend`, {});
      expect([status, body.code]).toEqual([404, 'letter.notFound']);
    }
  });
});

describe('the pages', () => {
  const page = (caller: Caller, path = '/notices') => caller.get(path, { headers: { accept: 'text/html' } });
  const send = (caller: Caller, path: string, fields: Record<string, string>) =>
    caller.post(path, undefined, {
      raw: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    });

  test('show notices, keep the choice with a word, and show a new secret once', async () => {
    const dong = await kit.as('dong-jie');
    await notice('dong-jie');
    await release();
    expect((await page(dong)).body).toContain('1条未读');
    const saved = await send(dong, '/me/preferences', {
      email: 'dong@example.cn',
      webhookUrl: 'https://hook.example.cn/',
      timing: 'daily',
      digestHour: '18',
      language: 'en',
    });
    expect(saved.status).toBe(200);
    expect(saved.body).toContain('whsec_');
    expect((await page(dong, '/me/preferences')).body).not.toContain('whsec_');
    expect((await dong.get('/api/notices/preferences')).body).toMatchObject({
      email: 'dong@example.cn',
      timing: 'daily',
      digestHour: 18,
      language: 'en',
    });
    const [{ id }] = (await dong.get('/api/notices')).body.items;
    expect((await send(dong, `/notices/${id}/read`, {})).status).toBe(303);
    expect((await page(dong, '/notices?lang=en')).body).not.toContain('1 unread');
    const wrong = await send(dong, '/me/preferences', {
      email: 'nobody',
      timing: 'daily',
      digestHour: '18',
      language: 'en',
    });
    expect([wrong.status, wrong.body.includes('value="nobody"')]).toEqual([422, true]);
  });

  test('mark all as read at once', async () => {
    const dong = await kit.as('dong-jie');
    await notice('dong-jie');
    await notice('dong-jie');
    await release();
    const [{ id }] = (await dong.get('/api/notices')).body.items;
    expect((await send(dong, '/notices/read-all', { upTo: id })).status).toBe(303);
    expect((await dong.get('/api/notices')).body.unread).toBe(0);
  });
});

test('the page of the parts tells that e-mail is off, as a hint and not as a fault', async () => {
  await sql`insert into sender_channel (channel, enabled, seen_at)
            values ('email', false, clock_timestamp()), ('webhook', true, clock_timestamp())`.execute(kit.database);
  const { status, body } = await kit.anonymous.get('/health/ready?lang=en');
  expect(status).toBe(200);
  const part = body.parts.find(({ name }: { name: string }) => name === 'notices');
  expect(part).toMatchObject({ ok: true, version: 'app + webhook', remedy: expect.stringContaining('SMTP_URL') });
});

test('show dead letters to operators alone', async () => {
  expect((await qian.get('/admin/operation', { headers: { accept: 'text/html' } })).status).toBe(200);
  expect((await liu.get('/admin/operation', { headers: { accept: 'text/html' } })).status).toBe(403);
});
