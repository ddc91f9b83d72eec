import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startApiKit } from './support/api-kit.ts';

test('a connection on which nothing was asked does not hold up the end', async () => {
  await using kit = await startApiKit('stop');
  const socket = connect(Number(new URL(kit.url).port), '127.0.0.1');
  await once(socket, 'connect');
  // Answered on another connection: the api has taken the first one before.
  expect((await kit.anonymous.get('/health/live')).status).toBe(200);
  const closed = once(socket, 'close');
  await kit.api.close();
  await closed;
}, 20_000);
