import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../processes/kernel/present.ts';
import { type DemoSession, ProblemAnswer } from '../demo/client.ts';
import type { Acknowledged } from './proof.ts';

/** What a run of one case keeps book of. */
export interface Journal {
  acknowledged: Acknowledged[];
  sent: number;
  /** How often something had to be sent again. */
  repeats: number;
  longestMs: number;
  /** Called when a command was just sent; `number` is its place among all, from 0. */
  onSent: (number: number) => void;
}

export const newJournal = (onSent: Journal['onSent']): Journal => ({
  acknowledged: [],
  sent: 0,
  repeats: 0,
  longestMs: 0,
  onSent,
});

/** A server that is away must be back within this time, else the run has failed. */
const ANSWER_WAIT_MS = 60_000;
const PAUSE_MS = 300;
/** A server that stalls is asked again; the same key makes that safe. */
const REQUEST_WAIT_MS = 20_000;

/** Signs a person in who never gives up: every act is sent with one key until it is answered. */
export async function signInStubbornly(apiUrl: string, person: string, journal: Journal): Promise<DemoSession> {
  const send = <Answer>(path: string, request: Request): Promise<Answer> =>
    sendUntilAnswered(apiUrl, path, request, journal);
  const { token } = await send<{ token: string }>('/api/demo/sign-in', { body: { person } });
  const command = async (path: string, request: Request, name: string): Promise<CaseView> => {
    const key = request.key ?? randomUUID();
    const answer = send<CaseView>(path, { ...request, key, token });
    journal.onSent(journal.sent++);
    const view = await answer;
    journal.acknowledged.push({ caseId: view.id, commandId: `${person}:${key}`, command: name, seq: view.seq });
    return view;
  };
  return {
    person,
    open: (body, key) => command('/api/cases', key === undefined ? { body } : { body, key }, OPENING),
    act: (view, name, form) =>
      command(`/api/cases/${view.id}/commands/${name}`, { body: { form }, seq: view.seq }, name),
    get: (id) => send(`/api/cases/${id}`, { token }),
    advance: (id, duration) =>
      send(`/api/cases/${id}/clock`, { body: { advance: duration }, key: randomUUID(), token }),
  };
}

/** The command with which a resident proposal is opened. */
const OPENING = 'proposal.draft';

interface Request {
  token?: string;
  body?: object;
  key?: string;
  seq?: number;
}

async function sendUntilAnswered<Answer>(
  apiUrl: string,
  path: string,
  request: Request,
  journal: Journal,
): Promise<Answer> {
  const from = Date.now();
  for (;;) {
    const answer = await sendOnce(apiUrl, path, request);
    if (answer.kind === 'done') {
      journal.longestMs = Math.max(journal.longestMs, Date.now() - from);
      return answer.body as Answer;
    }
    if (answer.kind === 'refused') {
      throw answer.problem;
    }
    if (Date.now() - from > ANSWER_WAIT_MS) {
      throw new Error(`${path} was not answered within ${ANSWER_WAIT_MS} ms; last: ${answer.reason}`);
    }
    journal.repeats += 1;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

type Outcome =
  | { kind: 'done'; body: unknown }
  | { kind: 'refused'; problem: ProblemAnswer }
  | { kind: 'away'; reason: string };

async function sendOnce(apiUrl: string, path: string, request: Request): Promise<Outcome> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(new URL(path, apiUrl), {
      method: request.body ? 'POST' : 'GET',
      headers: headersOf(request),
      signal: AbortSignal.timeout(REQUEST_WAIT_MS),
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
    });
    text = await response.text();
  } catch (error) {
    // Refused or cut connections and answers that stall: the api itself is away.
    return { kind: 'away', reason: String(error) };
  }
  if (response.ok) {
    return { kind: 'done', body: JSON.parse(text) };
  }
  // Only 503 says "try again"; any other answer under fire is a fault.
  return response.status === 503
    ? { kind: 'away', reason: text }
    : { kind: 'refused', problem: new ProblemAnswer(response.status, JSON.parse(text)) };
}

function headersOf({ token, body, key, seq }: Request): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body ? { 'content-type': 'application/json' } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(key ? { 'idempotency-key': key } : {}),
    ...(seq === undefined ? {} : { 'if-match': `"${seq}"` }),
  };
}
