import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkoutFolder } from '../../../tools/launch/folders.ts';
import type { Letter } from '../../../worker/sender/letter.ts';
import { webhookChannel } from '../../../worker/sender/webhook.ts';
import { newWebhookSecret } from '../../../worker/sender/webhook-signature.ts';
import { TUESDAY } from './support/house.ts';
import { type Call, openReceiver } from './support/receiver.ts';

interface Sample {
  isFromBihuan(input: { headers: object; body: string; secret: string; nowSeconds?: number }): boolean;
  createTaken(): { isFirst(id: string): boolean };
}

const letter: Letter = {
  key: 'msg_0123',
  kind: 'notice',
  person: { id: 'p-li', name: '李秀兰' },
  locale: 'zh-CN',
  items: [
    {
      notice: 'accepted',
      text: '《𠮷祥里》已受理。',
      at: '2026-11-24T10:00:00+08:00',
      automatic: false,
      case: null,
      due: null,
    },
  ],
  omitted: 0,
  settingsLink: 'https://bihuan.example.cn/notices',
};
const secret = newWebhookSecret();
const nowSeconds = TUESDAY / 1000;

let sample: Sample;
let call: Call;

beforeAll(async () => {
  const text = readFileSync(join(checkoutFolder(), 'docs/webhooks.md'), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const file = join(mkdtempSync(join(tmpdir(), 'bihuan-sample-')), 'sample.mjs');
  writeFileSync(file, code);
  sample = await import(/* @vite-ignore */ pathToFileURL(file).href);
  await using receiver = await openReceiver();
  const channel = webhookChannel({ rules: { networks: ['127.0.0.1/32'], allowsHttp: true } });
  const address = { target: receiver.url, email: null, webhookUrl: receiver.url, webhookSecret: secret };
  expect(await channel.send(letter, address, { at: TUESDAY })).toEqual({ kind: 'sent' });
  [call = { headers: {}, body: '' }] = receiver.calls;
});

describe('the verification sample of docs/webhooks.md', () => {
  const check = (changes: { headers?: object; body?: string; secret?: string; nowSeconds?: number } = {}) =>
    sample.isFromBihuan({
      headers: { ...call.headers, ...changes.headers },
      body: changes.body ?? call.body,
      secret: changes.secret ?? secret,
      nowSeconds: changes.nowSeconds ?? nowSeconds + 1,
    });

  test('accepts what we sent', () => {
    expect(check()).toBe(true);
    expect(JSON.parse(call.body).notices[0].text).toBe('《𠮷祥里》已受理。');
  });

  test('accepts it beside a signature of another secret', () => {
    expect(check({ headers: { 'webhook-signature': `v1,AAAA ${call.headers['webhook-signature']}` } })).toBe(true);
  });

  test.each([
    ['another body', () => ({ body: call.body.replace('已受理', '已办结') })],
    ['another id', () => ({ headers: { 'webhook-id': 'msg_9999' } })],
    ['another time', () => ({ headers: { 'webhook-timestamp': String(nowSeconds + 60) } })],
    ['another secret', () => ({ secret: newWebhookSecret() })],
    ['no signature', () => ({ headers: { 'webhook-signature': undefined } })],
    [
      'a signature of another version',
      () => ({ headers: { 'webhook-signature': `v2,${call.headers['webhook-signature']}` } }),
    ],
    ['a time that is no number', () => ({ headers: { 'webhook-timestamp': 'now' } })],
    ['a request of six minutes ago', () => ({ nowSeconds: nowSeconds + 360 })],
    ['a request of the future', () => ({ nowSeconds: nowSeconds - 360 })],
  ])('refuses %s', (_what, changes) => {
    expect(check(changes())).toBe(false);
  });

  test('an id is taken once, so that the same request does nothing a second time', () => {
    const taken = sample.createTaken();
    const id = String(call.headers['webhook-id']);
    expect([taken.isFirst(id), taken.isFirst(id), taken.isFirst('msg_other')]).toEqual([true, false, true]);
  });
});
