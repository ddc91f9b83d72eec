import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What arrived at an endpoint. */
export interface Call {
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver extends AsyncDisposable {
  url: string;
  port: number;
  calls: Call[];
  /** Ids of messages as a receiver would keep them: each once. */
  ids(): string[];
}

/** A real endpoint on this machine that answers as the test says; by default 204. */
export async function openReceiver(
  answer: (response: ServerResponse, call: Call) => void = (response) => response.writeHead(204).end(),
  host = '127.0.0.1',
): Promise<Receiver> {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const call = { headers: request.headers, body };
    calls.push(call);
    answer(response, call);
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}/hook`,
    port,
    calls,
    ids: () => [...new Set(calls.map(({ headers }) => String(headers['webhook-id'])))],
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
