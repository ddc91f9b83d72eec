import { createServer } from 'node:net';
import { LaunchProblem } from './launch-problem.ts';

/** A port that is free at this moment, chosen by the system. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return listenOnce(0, host);
}

/** Tells whether the port can be listened on. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await listenOnce(port, host);
    return true;
  } catch {
    return false;
  }
}

/** Reads PORT: undefined where none was asked for. */
export function askedPort(text: string | undefined): number | undefined {
  if (text === undefined || text === '') {
    return undefined;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new LaunchProblem(
      `PORT=${text} 不是有效端口，请填写 1 到 65535 之间的整数。`,
      `PORT=${text} is not a port: give an integer from 1 to 65535.`,
    );
  }
  return port;
}

export type ChosenPort = { port: number; taken: number[] };

/** An explicit port is taken as it is or refused; otherwise the first free one from 3000 on. */
export async function choosePort(asked: number | undefined, host: string, first = 3000): Promise<ChosenPort> {
  if (asked !== undefined) {
    if (await isPortFree(asked, host)) {
      return { port: asked, taken: [] };
    }
    throw new LaunchProblem(
      `端口 ${asked} 已被占用或无权使用。请停止占用它的程序，或换一个 PORT，或不设 PORT 由系统自动选择。`,
      `Port ${asked} is taken or not allowed. Stop the program that holds it, set another PORT, or set none to get the next free one.`,
    );
  }
  const taken: number[] = [];
  for (let port = first; port < first + 100; port += 1) {
    if (await isPortFree(port, host)) {
      return { port, taken };
    }
    taken.push(port);
  }
  throw new LaunchProblem(
    `端口 ${first} 到 ${first + 99} 都被占用，请用 PORT 指定一个空闲端口。`,
    `Ports ${first} to ${first + 99} are all taken: name a free one with PORT.`,
  );
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.unref();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port));
    });
  });
}
