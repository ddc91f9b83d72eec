import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../../processes/kernel/present.ts';

/** An answer as it came over the wire. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test reads the members it expects.
  body: any;
}

export interface Call {
  headers?: Record<string, string>;
  /** Sent as it is instead of JSON. */
  raw?: string | Uint8Array<ArrayBuffer>;
  method?: string;
}

/** Somebody who speaks HTTP with the api, as any client would. */
export interface Caller {
  get(path: string, call?: Call): Promise<Answer>;
  post(path: string, body: unknown, call?: Call): Promise<Answer>;
  start(body: object, key?: string): Promise<Answer>;
  act(caseId: string, command: string, form: object, call?: { key?: string; seq?: number }): Promise<Answer>;
  /** Like `act`, but whatever is not accepted fails the test with the problem in words. */
  give(caseId: string, command: string, form: object): Promise<CaseView>;
}

export function callerFor(url: string, token?: string): Caller {
  const send = async (method: string, path: string, body: unknown, call: Call = {}): Promise<Answer> => {
    const response = await fetch(new URL(path, url), {
      method: call.method ?? method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...call.headers,
      },
      ...(call.raw === undefined ? (body === undefined ? {} : { body: JSON.stringify(body) }) : { body: call.raw }),
      redirect: 'manual',
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
  };
  const caller: Caller = {
    get: (path, call) => send('GET', path, undefined, call),
    post: (path, body, call) => send('POST', path, body, call),
    start: (body, key = randomUUID()) => caller.post('/api/cases', body, { headers: { 'idempotency-key': key } }),
    act: (caseId, command, form, { key = randomUUID(), seq } = {}) =>
      caller.post(
        `/api/cases/${caseId}/commands/${command}`,
        { form },
        { headers: { 'idempotency-key': key, ...(seq === undefined ? {} : { 'if-match': `"${seq}"` }) } },
      ),
    give: async (caseId, command, form) => {
      const { status, body } = await caller.act(caseId, command, form);
      if (status !== 200) throw new Error(`${command}: ${status} ${JSON.stringify(body)}`);
      return body as CaseView;
    },
  };
  return caller;
}
