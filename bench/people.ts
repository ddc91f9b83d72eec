import { randomUUID } from 'node:crypto';
import { Agent, request as send } from 'node:http';

/** Somebody who is signed in and talks to the api over connections that stay open. */
export interface Person {
  post: <Answer>(path: string, body: object) => Promise<Answer>;
  get: <Answer>(path: string) => Promise<Answer>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

export async function signIn(apiUrl: string, person: string): Promise<Person> {
  const { token } = await call<{ token: string }>(apiUrl, '/api/demo/sign-in', { body: { person } });
  return {
    post: (path, body) => call(apiUrl, path, { body, token }),
    get: (path) => call(apiUrl, path, { token }),
  };
}

// The plain client of Node: what is measured is the server, and fetch costs the measuring side twice as much.
function call<Answer>(apiUrl: string, path: string, input: { body?: object; token?: string }): Promise<Answer> {
  const body = input.body === undefined ? undefined : JSON.stringify(input.body);
  return new Promise((resolve, reject) => {
    const request = send(new URL(path, apiUrl), { agent, method: body === undefined ? 'GET' : 'POST' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if ((response.statusCode ?? 500) >= 300) {
          reject(new Error(`${path}: ${response.statusCode} ${text}`));
        } else {
          resolve(JSON.parse(text));
        }
      });
    });
    request.on('error', reject);
    request.setHeader('accept', 'application/json');
    if (input.token !== undefined) {
      request.setHeader('authorization', `Bearer ${input.token}`);
    }
    if (body !== undefined) {
      request.setHeader('content-type', 'application/json');
      request.setHeader('idempotency-key', randomUUID());
    }
    request.end(body);
  });
}
