import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../processes/kernel/present.ts';

/** A person of the demo who talks to the running instance over HTTP, just as a page would. */
export interface DemoSession {
  person: string;
  open(request: { process: string; org: string; form: object; drill?: boolean }, key?: string): Promise<CaseView>;
  /** With a key the step has been given before, perhaps: it is then answered again, whatever the case has become. */
  act(view: CaseView, command: string, form: object, key?: string): Promise<CaseView>;
  get(id: string): Promise<CaseView>;
  advance(id: string, duration: string): Promise<CaseView>;
}

/** An answer that is a problem: its words are meant for people and are shown as they are. */
export class ProblemAnswer extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, body: { code?: string; title?: string; detail?: string; errors?: unknown }) {
    super(
      `${status} ${body.code ?? ''} ${body.title ?? ''}${body.detail ? ` → ${body.detail}` : ''}${body.errors ? ` ${JSON.stringify(body.errors)}` : ''}`,
    );
    this.status = status;
    this.code = body.code ?? '';
  }
}

/** Signs a person in (demo mode only). */
export async function signIn(apiUrl: string, person: string): Promise<DemoSession> {
  const { token } = await send<{ token: string }>(apiUrl, '/api/demo/sign-in', { body: { person } });
  const call = <T>(path: string, request: Omit<Call, 'token'>) => send<T>(apiUrl, path, { ...request, token });
  return {
    person,
    open: (request, key = randomUUID()) => call('/api/cases', { body: request, key }),
    act: (view, command, form, key) =>
      call(
        `/api/cases/${view.id}/commands/${command}`,
        key ? { body: { form }, key } : { body: { form }, key: randomUUID(), seq: view.seq },
      ),
    get: (id) => call(`/api/cases/${id}`, {}),
    advance: (id, duration) => call(`/api/cases/${id}/clock`, { body: { advance: duration }, key: randomUUID() }),
  };
}

interface Call {
  token?: string;
  body?: object;
  key?: string;
  seq?: number;
}

/** Sends once and again with the same key while the answer is 503: the key makes that safe. */
async function send<T>(apiUrl: string, path: string, call: Call): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(new URL(path, apiUrl), {
      method: call.body ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        ...(call.body ? { 'content-type': 'application/json' } : {}),
        ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
        ...(call.key ? { 'idempotency-key': call.key } : {}),
        ...(call.seq === undefined ? {} : { 'if-match': `"${call.seq}"` }),
      },
      ...(call.body ? { body: JSON.stringify(call.body) } : {}),
    });
    const body = await response.json();
    if (response.ok) return body as T;
    if (response.status !== 503 || attempt >= 10) throw new ProblemAnswer(response.status, body as object);
    const waitSeconds = Number(response.headers.get('retry-after') ?? '1');
    await new Promise((resolve) => setTimeout(resolve, Math.min(waitSeconds, 5) * 1000));
  }
}
