import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleIslands } from '../../../web/assets/bundle-islands.ts';

const BUDGET_BYTES = 15 * 1024;

test('each module for the browser is small enough for a telephone', async () => {
  const { files } = await bundleIslands();
  for (const [name, code] of files) expect(gzipSync(code).length, name).toBeLessThanOrEqual(BUDGET_BYTES);
});
