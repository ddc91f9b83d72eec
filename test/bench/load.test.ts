import { expect, test } from 'vitest';
import { applyLoad } from '../../bench/load.ts';

test('as many clients as asked for work at once, each on one thing at a time', async () => {
  let atOnce = 0;
  let mostAtOnce = 0;
  const byClient = new Map<number, number>();
  const load = await applyLoad({ clients: 4, operations: 40 }, async (client) => {
    byClient.set(client, (byClient.get(client) ?? 0) + 1);
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    atOnce -= 1;
  });
  expect(mostAtOnce).toBe(4);
  expect(load.waitsMs).toHaveLength(40);
  expect([...byClient.values()].reduce((sum, count) => sum + count, 0)).toBe(40);
});

test('an operation that fails ends the measurement instead of being left out of it', async () => {
  const failing = applyLoad({ clients: 2, operations: 10 }, (_client, operation) =>
    operation === 5 ? Promise.reject(new Error('refused')) : Promise.resolve(),
  );
  await expect(failing).rejects.toThrow('refused');
});
