import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countUnread } from '../../../db/queries/notices.ts';
import { readSenderChannels } from '../../../db/queries/notices-channels.ts';
import { type Sender, startSender } from '../../../worker/sender/sender.ts';
import { senderSettings } from '../../../worker/sender/settings.ts';
import { openSenderHouse, type SenderHouse } from './support/house.ts';
import { headerOf, openMailServer } from './support/mail-server.ts';
import { openReceiver } from './support/receiver.ts';

let house: SenderHouse;
let senders: Sender[] = [];
beforeEach(async () => {
  house = await openSenderHouse('sender');
});
afterEach(async () => {
  await Promise.all(senders.map((sender) => sender.stop()));
  senders = [];
  await house[Symbol.asyncDispose]();
});

test('the senders of two workers show and send everything once, and end when told', async () => {
  await using server = await openMailServer();
  await using receiver = await openReceiver();
  const env = {
    SMTP_URL: server.url,
    MAIL_FROM: 'notice@bihuan.example.cn',
    WEBHOOK_NETWORKS: '127.0.0.1/32',
    WEBHOOK_HTTP: '1',
  };
  await house.prefer('p-li', { email: 'li@example.cn', webhookUrl: receiver.url });
  for (let count = 0; count < 100; count += 1) await house.notice('p-li');
  const options = { databaseUrl: house.store.url, settings: senderSettings(env), log: pino({ level: 'silent' }) };
  senders = [startSender(options), startSender(options)];
  const isDone = async () => (await house.deliveries()).filter(({ state }) => state === 'sent').length;
  await expect.poll(isDone, { timeout: 60_000 }).toBe(200);
  expect(server.mails).toHaveLength(100);
  expect(new Set(server.mails.map((mail) => headerOf(mail, 'message-id'))).size).toBe(100);
  expect(receiver.calls).toHaveLength(100);
  expect(receiver.ids()).toHaveLength(100);
  expect(await countUnread(house.store.database, 'p-li', 1_000)).toBe(100);
  expect(await readSenderChannels(house.store.database)).toEqual([
    { channel: 'email', enabled: true, alive: true },
    { channel: 'webhook', enabled: true, alive: true },
  ]);
  await Promise.all(senders.map((sender) => sender.stop()));
  senders = [];
  await house.notice('p-li');
  expect(await countUnread(house.store.database, 'p-li', 1_000)).toBe(100);
});

test('without an SMTP server the e-mail channel is off, and the rest goes on', async () => {
  await house.prefer('p-li', { email: 'li@example.cn' });
  await house.notice('p-li');
  senders = [
    startSender({ databaseUrl: house.store.url, settings: senderSettings({}), log: pino({ level: 'silent' }) }),
  ];
  await expect.poll(() => countUnread(house.store.database, 'p-li', 10), { timeout: 60_000 }).toBe(1);
  expect(await house.deliveries()).toEqual([]);
  expect(await readSenderChannels(house.store.database)).toMatchObject([
    { channel: 'email', enabled: false },
    { channel: 'webhook', enabled: true },
  ]);
});
