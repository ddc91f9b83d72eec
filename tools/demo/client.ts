import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { CaseView } from '../../processes/kernel/present.ts';

/** A person of the demo who talks to the running instance over HTTP, just as a page would. */
export interface DemoSession {
  person: string;
  open(request: { process: string; org: string; form: object; drill?: boolean }, key?: string): Promise<CaseView>;
  /** With a key the step has been given before, perhaps: it is then answered again, whatever the case has become. */
  act(view: Pick<CaseView, 'id' | 'seq'>, command: string, form: object, key?: string): Promise<CaseView>;
  get(id: string): Promise<CaseView>;
  /** With a key the clock has been moved before, perhaps: it is then not moved again. */
  advance(id: string, duration: string, key?: string): Promise<CaseView>;
}

const AWAY_PAUSE_MS = 500;

/** How to go on where the instance does not answer. */
export interface Patience {
  /** How long an instance that is away, because its parts start anew, is waited for. */
  awayMs?: number;
  /**
   * Nothing is sent any more once it is aborted. What is under way is answered first: a request that is cut off leaves a
   * fresh connection behind, and the api would wait for it when it is told to stop.
   */
  signal?: AbortSignal;
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

/** True where the api lets the people of the demo be signed in. */
export async function isDemo(apiUrl: string, patience: Patience = {}): Promise<boolean> {
  try {
    await send(apiUrl, '/api/demo/people', patience);
    return true;
  } catch (error) {
    if (error instanceof ProblemAnswer && error.code === 'demo.only') return false;
    throw error;
  }
}

/** Signs a person in (demo mode only). */
export async function signIn(apiUrl: string, person: string, patience: Patience = {}): Promise<DemoSession> {
  const { token } = await send<{ token: string }>(apiUrl, '/api/demo/sign-in', { ...patience, body: { person } });
  const call = <T>(path: string, request: Call) => send<T>(apiUrl, path, { ...patience, ...request, token });
  return {
    person,
    open: (request, key = randomUUID()) => call('/api/cases', { body: request, key }),
    act: (view, command, form, key) =>
      call(
        `/api/cases/${view.id}/commands/${command}`,
        key ? { body: { form }, key } : { body: { form }, key: randomUUID(), seq: view.seq },
      ),
    get: (id) => call(`/api/cases/${id}`, {}),
    advance: (id, duration, key = randomUUID()) => call(`/api/cases/${id}/clock`, { body: { advance: duration }, key }),
  };
}

interface Call extends Patience {
  token?: string;
  body?: object;
  key?: string;
  seq?: number;
}

/** Sends once and again with the same key while the answer is 503, or while there is none: the key makes that safe. */
async function send<T>(apiUrl: string, path: string, call: Call): Promise<T> {
  const awayUntil = Date.now() + (call.awayMs ?? 0);
  for (let attempt = 1; ; attempt++) {
    call.signal?.throwIfAborted();
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
    }).catch((error: unknown) => {
      if (Date.now() >= awayUntil) throw error;
      return undefined;
    });
    if (response === undefined) {
      await setTimeout(AWAY_PAUSE_MS, undefined, call.signal ? { signal: call.signal } : {});
      continue;
    }
    const body = await response.json();
    if (response.ok) return body as T;
    if (response.status !== 503 || (attempt >= 10 && Date.now() >= awayUntil))
      throw new ProblemAnswer(response.status, body as object);
    const waitSeconds = Number(response.headers.get('retry-after') ?? '1');
    await setTimeout(Math.min(waitSeconds, 5) * 1000, undefined, call.signal ? { signal: call.signal } : {});
  }
}
