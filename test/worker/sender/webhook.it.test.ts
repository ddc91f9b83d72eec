import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../processes/kernel/clock.ts';
import type { Channel } from '../../../worker/sender/channel.ts';
import { sendBatch } from '../../../worker/sender/send-batch.ts';
import { webhookChannel } from '../../../worker/sender/webhook.ts';
import { insertCase } from './support/cases.ts';
import { openSenderHouse, type SenderHouse, TUESDAY } from './support/house.ts';
import { openReceiver, type Receiver } from './support/receiver.ts';

const HERE = { networks: ['127.0.0.1/32'], allowsHttp: true };

let house: SenderHouse;
let channel: Channel;
beforeEach(async () => {
  house = await openSenderHouse('webhook');
  channel = webhookChannel({ rules: HERE, timeoutMs: 300 });
});
afterEach(async () => {
  await house[Symbol.asyncDispose]();
});

async function queue(receiver: Pick<Receiver, 'url'>, notices = 1): Promise<void> {
  await house.prefer('p-li', { webhookUrl: receiver.url });
  for (let sent = 0; sent < notices; sent += 1) await house.notice('p-li');
  await house.release([channel]);
}

/** Lets time pass to the next attempt until the message has come to an end. */
async function untilEnded(): Promise<void> {
  for (;;) {
    const waiting = (await house.deliveries()).filter(({ state }) => state === 'waiting');
    if (waiting.length === 0) return;
    house.at(Math.min(...waiting.map(({ nextTryMs }) => nextTryMs)));
    await house.send(channel);
  }
}

test('a notice arrives once, with key, time and signature', async () => {
  await using receiver = await openReceiver();
  await queue(receiver);
  await house.send(channel);
  await house.release([channel]);
  await house.send(channel);
  const [row] = await house.deliveries();
  expect(row).toMatchObject({ state: 'sent', attempts: 1, sentMs: TUESDAY, target: new URL(receiver.url).origin });
  expect(receiver.calls).toHaveLength(1);
  const { headers, body } = receiver.calls[0] ?? { headers: {}, body: '' };
  expect(headers).toMatchObject({
    'idempotency-key': row?.key,
    'webhook-id': row?.key,
    'webhook-timestamp': String(TUESDAY / 1000),
    'webhook-signature': expect.stringMatching(/^v1,[\w+/]{43}=$/),
  });
  expect(JSON.parse(body)).toMatchObject({
    version: 1,
    id: row?.key,
    type: 'notice',
    person: 'p-li',
    language: 'zh-CN',
  });
});

test('an endpoint that answers 500 for a day gets the notice after it, with the same key', async () => {
  const wellAgain = TUESDAY + DAY_MS;
  await using receiver = await openReceiver((response) =>
    response.writeHead(house.context.now() < wellAgain ? 500 : 204).end(),
  );
  await queue(receiver);
  await house.send(channel);
  await untilEnded();
  const [row] = await house.deliveries();
  expect(row?.state).toBe('sent');
  expect(row?.sentMs).toBeGreaterThanOrEqual(wellAgain);
  expect(row?.sentMs).toBeLessThan(wellAgain + 5 * HOUR_MS);
  expect(receiver.calls.length).toBe(row?.attempts);
  expect(receiver.calls.length).toBeLessThan(20);
  expect(receiver.ids()).toEqual([row?.key]);
});

test('an endpoint that never recovers: the waits grow, then the message is a dead letter', async () => {
  await using receiver = await openReceiver((response) => response.writeHead(503).end());
  await queue(receiver);
  const times: number[] = [];
  await house.send(channel);
  for (let row = (await house.deliveries())[0]; row?.state === 'waiting'; row = (await house.deliveries())[0]) {
    times.push(row.nextTryMs - house.context.now());
    house.at(row.nextTryMs);
    await house.send(channel);
  }
  expect((await house.deliveries())[0]).toMatchObject({ state: 'dead', attempts: 20, trouble: 'webhook.status' });
  expect(times[0]).toBeGreaterThanOrEqual(24_000);
  expect(times[0]).toBeLessThanOrEqual(36_000);
  expect(Math.max(...times)).toBeLessThanOrEqual(4.8 * HOUR_MS);
  expect(house.context.now() - TUESDAY).toBeGreaterThan(DAY_MS + 12 * HOUR_MS);
  // Nothing asks a dead letter's receiver again.
  house.at(house.context.now() + 30 * DAY_MS);
  await house.send(channel);
  expect(receiver.calls).toHaveLength(20);
});

test('an endpoint that hangs is let go, and what waits for it does not hold up others', async () => {
  await using hanging = await openReceiver(() => {});
  await using well = await openReceiver();
  await queue(hanging, 60);
  await house.prefer('p-wang', { webhookUrl: well.url });
  await house.notice('p-wang');
  await house.release([channel]);
  await sendBatch(house.context, channel);
  await sendBatch(house.context, channel);
  expect(well.calls).toHaveLength(1);
  // One question for sixty messages: the failure is the receiver's.
  expect(hanging.calls).toHaveLength(1);
  const rows = (await house.deliveries()).filter(({ person }) => person === 'p-li');
  expect(rows.filter(({ attempts }) => attempts > 0)).toMatchObject([{ state: 'waiting', trouble: 'webhook.timeout' }]);
  expect(rows.every(({ nextTryMs }) => nextTryMs > TUESDAY)).toBe(true);
});

test('an answer without end is cut off, and counts by its status', async () => {
  await using receiver = await openReceiver((response) => {
    response.writeHead(200);
    const flood = setInterval(() => response.write('x'.repeat(64 * 1024)), 1);
    response.on('close', () => clearInterval(flood));
  });
  await queue(receiver);
  await house.send(channel);
  expect((await house.deliveries())[0]).toMatchObject({ state: 'sent', attempts: 1 });
});

test('a redirect is not followed, least of all to a private address', async () => {
  await using secret = await openReceiver(undefined, '127.0.0.2');
  await using receiver = await openReceiver((response) => response.writeHead(307, { location: secret.url }).end());
  await queue(receiver);
  await house.send(channel);
  expect((await house.deliveries())[0]).toMatchObject({ state: 'waiting', trouble: 'webhook.redirect' });
  expect(receiver.calls).toHaveLength(1);
  expect(secret.calls).toHaveLength(0);
});

test('a private address is refused whatever the name says, and the message is a dead letter', async () => {
  await using receiver = await openReceiver(undefined, '127.0.0.2');
  channel = webhookChannel({ rules: HERE, resolve: async () => [{ address: '127.0.0.2', family: 4 }] });
  await queue({ url: `http://hook.example.cn:${receiver.port}/` });
  await house.send(channel);
  expect((await house.deliveries())[0]).toMatchObject({ state: 'dead', trouble: 'webhook.addressRefused' });
  expect(receiver.calls).toHaveLength(0);
});

test('the connection goes to the address that was checked, though the name answers another one later', async () => {
  await using good = await openReceiver();
  await using bad = await openReceiver(undefined, '127.0.0.2');
  const asked: string[] = [];
  channel = webhookChannel({
    rules: HERE,
    resolve: async (host) => {
      asked.push(host);
      return [{ address: asked.length === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    },
  });
  await queue({ url: `http://rebinding.example.cn:${good.port}/hook` });
  await house.send(channel);
  expect((await house.deliveries())[0]?.state).toBe('sent');
  expect(asked).toEqual(['rebinding.example.cn']);
  expect(good.calls[0]?.headers.host).toBe(`rebinding.example.cn:${good.port}`);
  expect(bad.calls).toHaveLength(0);
});

test('a sender that dies between sending and storing: the message goes again with the same key', async () => {
  await using receiver = await openReceiver();
  await queue(receiver);
  const dying: Channel = {
    ...channel,
    send: async (...args) => {
      await channel.send(...args);
      throw new Error('killed');
    },
  };
  await expect(sendBatch(house.context, dying)).rejects.toThrow('killed');
  expect((await house.deliveries())[0]).toMatchObject({ state: 'sending', attempts: 1 });
  // Its lease still runs: nobody sends beside it.
  house.at(TUESDAY + MINUTE_MS);
  await house.send(channel);
  expect(receiver.calls).toHaveLength(1);
  house.at(TUESDAY + 3 * MINUTE_MS);
  await house.send(channel);
  expect((await house.deliveries())[0]).toMatchObject({ state: 'sent', attempts: 2 });
  expect(receiver.calls).toHaveLength(2);
  expect(receiver.ids()).toHaveLength(1);
});

test('a sender that dies before it begins has sent nothing, and its messages go once', async () => {
  await using receiver = await openReceiver();
  await queue(receiver, 3);
  await house.leaveHeld('webhook');
  await house.send(channel);
  expect(receiver.calls).toHaveLength(0);
  house.at(TUESDAY + 3 * MINUTE_MS);
  await house.send(channel);
  expect(receiver.calls).toHaveLength(3);
});

test('two senders at once send each message once', async () => {
  await using receiver = await openReceiver();
  await queue(receiver, 120);
  const senders = [1, 2, 3].map(async () => {
    while ((await sendBatch(house.context, channel, 10)) > 0);
  });
  await Promise.all(senders);
  expect(receiver.calls).toHaveLength(120);
  expect(receiver.ids()).toHaveLength(120);
  expect((await house.deliveries()).every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true);
});

test('a channel that was taken away meanwhile gets nothing', async () => {
  await using receiver = await openReceiver();
  await queue(receiver);
  await house.prefer('p-li', {});
  await house.send(channel);
  expect((await house.deliveries())[0]?.state).toBe('dropped');
  expect(receiver.calls).toHaveLength(0);
});

test('a message that cannot be written is a dead letter and holds up no other of its batch', async () => {
  await using receiver = await openReceiver();
  await insertCase(house.store.database, { id: 'case-1', number: '朝阳-1', title: '车棚', dueDate: '2026-11-20' });
  const broken = JSON.stringify([{ key: 'acceptance', endedAt: null, pausedSince: null }]);
  await sql`update case_view set record = jsonb_set(record, '{deadlines}', ${broken}::jsonb)`.execute(
    house.store.database,
  );
  await house.notice('p-li', { caseId: 'case-1' });
  await queue(receiver);
  await house.send(channel);
  expect(await house.deliveries()).toMatchObject([{ state: 'dead', trouble: 'letter' }, { state: 'sent' }]);
});
