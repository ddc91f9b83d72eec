import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askedPort, choosePort, freePort, isPortFree } from '../../tools/launch/ports.ts';

const HOST = '127.0.0.1';
const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

test('where no port was asked for, a taken one is named and the next free one is used', async () => {
  const first = await takenPort();
  const chosen = await choosePort(undefined, HOST, first);
  expect(chosen.taken[0]).toBe(first);
  expect(chosen.port).toBeGreaterThan(first);
  expect(await isPortFree(chosen.port, HOST)).toBe(true);
});

test('a port that was asked for and is taken is refused in both languages', async () => {
  const port = await takenPort();
  await expect(choosePort(port, HOST)).rejects.toThrow(new RegExp(`端口 ${port} 已被占用`));
  await expect(choosePort(port, HOST)).rejects.toThrow(new RegExp(`Port ${port} is taken`));
});

test('a free port that was asked for is used', async () => {
  const port = await freePort();
  expect(await choosePort(port, HOST)).toEqual({ port, taken: [] });
});

test.each(['abc', '0', '65536', '80.5', '-1'])('PORT=%s is refused', (text) => {
  expect(() => askedPort(text)).toThrow(/不是有效端口/);
});

test('an empty PORT asks for none', () => {
  expect(askedPort('')).toBeUndefined();
  expect(askedPort(undefined)).toBeUndefined();
  expect(askedPort('8080')).toBe(8080);
});

async function takenPort(): Promise<number> {
  const server = createServer();
  servers.push(server);
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, HOST, resolve));
  return port;
}
