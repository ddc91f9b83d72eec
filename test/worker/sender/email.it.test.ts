import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../processes/kernel/clock.ts';
import type { Channel } from '../../../worker/sender/channel.ts';
import { emailChannel } from '../../../worker/sender/email.ts';
import { sendBatch } from '../../../worker/sender/send-batch.ts';
import { insertCase } from './support/cases.ts';
import { openSenderHouse, type SenderHouse, TUESDAY } from './support/house.ts';
import { headerOf, openMailServer, textOf } from './support/mail-server.ts';

const FROM = '闭环 <notice@bihuan.example.cn>';

let house: SenderHouse;
const open: Channel[] = [];
beforeEach(async () => {
  house = await openSenderHouse('email');
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((channel) => channel.close()));
  await house[Symbol.asyncDispose]();
});

function channelTo(url: string): Channel {
  const channel = emailChannel({ smtpUrl: url, from: FROM, timeoutMs: 2_000 });
  open.push(channel);
  return channel;
}

test('a message names case, date, reason of the date and link, with rare characters whole', async () => {
  await using server = await openMailServer();
  const channel = channelTo(server.url);
  await insertCase(house.store.database, {
    id: 'case-1',
    number: '朝阳-安贞-安贞西里-2026-0001',
    title: '𠮷祥里3号楼「䶮」字牌匾修复\r\nBcc: x@example.cn',
    dueDate: '2026-10-16',
    explanation: { zh: '国庆放假7天不计,10月10日(周六)上班计入', en: 'seven days off, 10 October counts' },
  });
  await sql`update person set name = '㐂田𠀋' where id = 'p-li'`.execute(house.store.database);
  await house.prefer('p-li', { email: 'li@example.cn' });
  await house.notice('p-li', {
    caseId: 'case-1',
    values: { title: '𠮷祥里3号楼「䶮」字牌匾修复\r\nBcc: x@example.cn' },
  });
  await house.release([channel]);
  await house.send(channel);
  expect(server.mails).toHaveLength(1);
  const [mail] = server.mails;
  if (!mail) return;
  const [row] = await house.deliveries();
  expect(row).toMatchObject({ state: 'sent', attempts: 1, target: 'li@example.cn', sentMs: TUESDAY });
  expect(mail.to).toEqual(['li@example.cn']);
  expect(headerOf(mail, 'message-id')).toBe(`<${row?.key}@bihuan.example.cn>`);
  expect(headerOf(mail, 'auto-submitted')).toBe('auto-generated');
  expect(headerOf(mail, 'to')).toContain('㐂田𠀋');
  expect(headerOf(mail, 'subject')).toBe(
    '【闭环】朝阳-安贞-安贞西里-2026-0001 《𠮷祥里3号楼「䶮」字牌匾修复 Bcc: x@example.cn》已受理。',
  );
  expect(headerOf(mail, 'bcc')).toBe('');
  const text = textOf(mail);
  expect(text).toContain('㐂田𠀋,您好:');
  expect(text).toContain('编号:朝阳-安贞-安贞西里-2026-0001');
  expect(text).toContain('标题:𠮷祥里3号楼「䶮」字牌匾修复 Bcc: x@example.cn');
  expect(text).toContain('2026-10-16');
  expect(text).toContain('期限说明:国庆放假7天不计,10月10日(周六)上班计入');
  expect(text).toContain('查看:https://bihuan.example.cn/cases/case-1');
  expect(text).toContain('https://bihuan.example.cn/notices');
});

test('the words are in the language the person has chosen', async () => {
  await using server = await openMailServer();
  const channel = channelTo(server.url);
  await insertCase(house.store.database, { id: 'case-1', number: '朝阳-1', title: '车棚', dueDate: '2026-10-16' });
  await house.prefer('p-li', { email: 'li@example.cn', language: 'en' });
  await house.notice('p-li', { caseId: 'case-1', values: { title: '车棚' } });
  await house.release([channel]);
  await house.send(channel);
  const [mail] = server.mails;
  expect(mail && textOf(mail)).toContain('Dear 李秀兰,');
  expect(mail && headerOf(mail, 'subject')).toMatch(/^\[Bihuan\] 朝阳-1 .*accepted/i);
});

test('an address that the server refuses is a dead letter at once, and the next person gets his message', async () => {
  await using server = await openMailServer({
    onRcptTo: ({ address }, _session, done) =>
      address === 'nobody@example.cn' ? done(Object.assign(new Error('no such user'), { responseCode: 550 })) : done(),
  });
  const channel = channelTo(server.url);
  await house.prefer('p-li', { email: 'nobody@example.cn' });
  await house.prefer('p-wang', { email: 'wang@example.cn' });
  await house.notice('p-li');
  await house.notice('p-wang');
  await house.release([channel]);
  await house.send(channel);
  expect(await house.deliveries()).toMatchObject([
    { person: 'p-li', state: 'dead', trouble: 'email.refused', attempts: 1 },
    { person: 'p-wang', state: 'sent' },
  ]);
});

test('a server that is away is asked once for all messages, and later gets each of them once', async () => {
  const away = await openMailServer();
  await away[Symbol.asyncDispose]();
  const channel = channelTo(away.url);
  await house.prefer('p-li', { email: 'li@example.cn' });
  for (let count = 0; count < 30; count += 1) await house.notice('p-li');
  await house.release([channel]);
  await house.send(channel);
  const rows = await house.deliveries();
  expect(rows.filter(({ attempts }) => attempts > 0)).toMatchObject([{ state: 'waiting', trouble: 'email.server' }]);
  await using server = await openMailServer();
  house.at(TUESDAY + 5 * MINUTE_MS);
  await house.send(channelTo(server.url));
  expect(server.mails).toHaveLength(30);
  expect(new Set(server.mails.map((mail) => headerOf(mail, 'message-id')))).toHaveProperty('size', 30);
});

test('a sender that dies between sending and storing: the message is not sent again, an operator is told', async () => {
  await using server = await openMailServer();
  const channel = channelTo(server.url);
  await house.prefer('p-li', { email: 'li@example.cn' });
  await house.notice('p-li');
  await house.release([channel]);
  const dying: Channel = {
    ...channel,
    send: async (...args) => {
      await channel.send(...args);
      throw new Error('killed');
    },
  };
  await expect(sendBatch(house.context, dying)).rejects.toThrow('killed');
  house.at(TUESDAY + 3 * MINUTE_MS);
  await house.send(channel);
  expect(server.mails).toHaveLength(1);
  expect(await house.deliveries()).toMatchObject([{ state: 'unknown', trouble: 'interrupted', attempts: 1 }]);
});

test('a server that takes a message and never answers leaves it unknown, one that breaks off before leaves it waiting', async () => {
  await using silent = await openMailServer({ onData: (stream) => stream.resume() });
  await house.prefer('p-li', { email: 'li@example.cn' });
  await house.notice('p-li');
  const channel = channelTo(silent.url);
  await house.release([channel]);
  await house.send(channel);
  expect(await house.deliveries()).toMatchObject([{ state: 'unknown', trouble: 'email.noAnswer' }]);
  await using busy = await openMailServer({
    onMailFrom: (_address, _session, done) => done(Object.assign(new Error('try later'), { responseCode: 451 })),
  });
  await house.prefer('p-wang', { email: 'wang@example.cn' });
  await house.notice('p-wang');
  await house.release([channel]);
  await house.send(channelTo(busy.url));
  expect((await house.deliveries())[1]).toMatchObject({ person: 'p-wang', state: 'waiting', trouble: 'email.refused' });
});

test('a mailbox that has been refusing for long does not slow down the others when the server is away for a moment', async () => {
  await using busy = await openMailServer({
    onRcptTo: ({ address }, _session, done) =>
      address === 'full@example.cn' ? done(Object.assign(new Error('mailbox full'), { responseCode: 452 })) : done(),
  });
  await house.prefer('p-li', { email: 'full@example.cn' });
  await house.notice('p-li');
  const channel = channelTo(busy.url);
  await house.release([channel]);
  for (let attempt = 0; attempt < 12; attempt += 1) {
    house.at((await house.deliveries())[0]?.nextTryMs ?? 0);
    await house.send(channel);
  }
  expect((await house.deliveries())[0]).toMatchObject({ state: 'waiting', attempts: 12, trouble: 'email.refused' });
  const away = await openMailServer();
  await away[Symbol.asyncDispose]();
  house.at((await house.deliveries())[0]?.nextTryMs ?? 0);
  await house.prefer('p-wang', { email: 'wang@example.cn' });
  await house.notice('p-wang');
  await house.release([channel]);
  await house.send(channelTo(away.url));
  const wang = (await house.deliveries()).find(({ person }) => person === 'p-wang');
  expect(wang?.state).toBe('waiting');
  expect((wang?.nextTryMs ?? 0) - house.context.now()).toBeLessThanOrEqual(36_000);
});
