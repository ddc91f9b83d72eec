import { randomUUID } from 'node:crypto';
import { Agent, request as send } from 'node:http';

/** Somebody who is signed in and talks to the api over connections that stay open. */
export interface Person {
  post: <Answer>(path: string, body: object) => Promise<Answer>;
  put: <Answer>(path: string, body: object) => Promise<Answer>;
  get: <Answer>(path: string) => Promise<Answer>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
/** A machine that is busy with other work may need more than the ten seconds that the api gives a command. */
const ATTEMPTS_MAX = 6;

export async function signIn(apiUrl: string, person: string): Promise<Person> {
  const { token } = await call<{ token: string }>(apiUrl, '/api/demo/sign-in', { body: { person } });
  return {
    post: (path, body) => call(apiUrl, path, { body, token }),
    put: (path, body) => call(apiUrl, path, { body, token, method: 'PUT' }),
    get: (path) => call(apiUrl, path, { token }),
  };
}

interface Request {
  body?: object;
  token?: string;
  /** POST with a body and GET without, unless it is said. */
  method?: 'PUT';
}

/** What is answered 503 is sent again with the same key, as a person would; the wait for it counts. */
async function call<Answer>(apiUrl: string, path: string, request: Request): Promise<Answer> {
  const key = randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    const { status, text } = await exchange(new URL(path, apiUrl), request, key);
    if (status < 300) {
      return JSON.parse(text);
    }
    if (status !== 503 || attempt === ATTEMPTS_MAX) {
      throw new Error(`${path}: ${status} ${text}`);
    }
  }
}

// The plain client of Node: what is measured is the server, and fetch costs the measuring side twice as much.
function exchange(url: URL, { body, token, method }: Request, key: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = send(url, { agent, method: method ?? (body === undefined ? 'GET' : 'POST') }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 500, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    request.on('error', reject);
    request.setHeader('accept', 'application/json');
    if (token !== undefined) {
      request.setHeader('authorization', `Bearer ${token}`);
    }
    if (body !== undefined) {
      request.setHeader('content-type', 'application/json');
      request.setHeader('idempotency-key', key);
    }
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
