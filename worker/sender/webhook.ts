import type { LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { HOUR_MS, SECOND_MS } from '../../processes/kernel/clock.ts';
import type { Address, Channel, Outcome } from './channel.ts';
import type { Letter } from './letter.ts';
import { type AddressRules, checkedAddresses, type Resolve } from './webhook-address.ts';
import { signatureHeaders } from './webhook-signature.ts';

/** From the question to the name service to the end of the answer. */
const TIMEOUT_MS = 10 * SECOND_MS;
/** Nothing of an answer is used but its status; no more than this is read of it. */
const ANSWER_BYTES_MAX = 16 * 1024;
const RETRY_AFTER_MAX_MS = 4 * HOUR_MS;

export interface WebhookOptions {
  rules: AddressRules;
  timeoutMs?: number;
  resolve?: Resolve;
}

/** Sends messages as signed JSON to the endpoint a person has named (docs/webhooks.md). */
export function webhookChannel(options: WebhookOptions): Channel {
  return {
    name: 'webhook',
    repeatsUnknown: true,
    failures: new Map(),
    receiversMax: 10,
    send: (letter, address, { at }) => send(options, letter, address, at),
    close: async () => {},
  };
}

/** The body of a message: what docs/webhooks.md describes, version 1. */
export function webhookBody(letter: Letter): string {
  const { key, kind, person, locale, items, omitted } = letter;
  return JSON.stringify({
    version: 1,
    id: key,
    type: kind,
    person: person.id,
    language: locale,
    notices: items,
    ...(omitted > 0 ? { omitted } : {}),
  });
}

async function send(options: WebhookOptions, letter: Letter, address: Address, at: number): Promise<Outcome> {
  const { webhookUrl, webhookSecret } = address;
  if (webhookUrl === null || webhookSecret === null)
    throw new Error('Broken invariant: an endpoint has url and secret');
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const url = new URL(webhookUrl);
  const checked = await before(signal, checkedAddresses(url, options.rules, options.resolve));
  if (checked === undefined) return failed('webhook.timeout', 'the name service does not answer');
  if ('fault' in checked) {
    const permanent = checked.fault !== 'nameUnknown';
    return failed(`webhook.${checked.fault}`, url.hostname, { permanent });
  }
  const body = webhookBody(letter);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'bihuan-webhook/1',
    'idempotency-key': letter.key,
    ...signatureHeaders({ secret: webhookSecret, id: letter.key, at, body }),
  };
  try {
    return outcomeOf(await post(url, { headers, body, addresses: checked.addresses, signal }));
  } catch (error) {
    if (signal.aborted) return failed('webhook.timeout', 'no answer in time');
    return failed('webhook.connection', error instanceof Error && 'code' in error ? String(error.code) : 'broken');
  }
}

interface Answer {
  status: number;
  retryAfter: string | undefined;
}

/** One request to one of the checked addresses. Redirects are not followed: node:http never does. */
function post(
  url: URL,
  input: { headers: Record<string, string>; body: string; addresses: LookupAddress[]; signal: AbortSignal },
): Promise<Answer> {
  const { headers, body, addresses, signal } = input;
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers, signal, agent: false, lookup: lookupOf(addresses) });
    call.on('error', reject);
    call.on('response', (response) => {
      const answer = { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] };
      // The status has been spoken: however the rest of the answer ends, the message has arrived or has not.
      readAway(response, () => resolve(answer));
    });
    call.end(body);
  });
}

/** Whatever name the connection asks for, it gets what was checked. */
function lookupOf(addresses: LookupAddress[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else if (first) done(null, first.address, first.family);
  };
}

function readAway(response: IncomingMessage, done: () => void): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES_MAX) response.destroy();
  });
  response.on('close', done);
  response.on('error', done);
}

function outcomeOf({ status, retryAfter }: Answer): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status >= 300 && status < 400) return failed('webhook.redirect', String(status));
  // Gone: the receiver says himself that nobody will ever listen there again.
  if (status === 410) return failed('webhook.gone', '410', { permanent: true });
  // Another 4xx may be about this one message; the receiver is well and gets the others.
  const reach = status < 500 && status !== 429 ? 'message' : 'target';
  const retryAfterMs = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) * SECOND_MS : undefined;
  return failed('webhook.status', String(status), {
    reach,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs: Math.min(retryAfterMs, RETRY_AFTER_MAX_MS) }),
  });
}

function failed(
  trouble: string,
  detail: string,
  more: { permanent?: boolean; reach?: 'message' | 'target'; retryAfterMs?: number } = {},
): Outcome {
  return { kind: 'failed', trouble, detail, permanent: false, reach: 'target', ...more };
}

/** A value, or undefined once the time is over. */
async function before<Value>(signal: AbortSignal, value: Promise<Value>): Promise<Value | undefined> {
  if (signal.aborted) return undefined;
  return await Promise.race([
    value,
    new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true })),
  ]);
}
