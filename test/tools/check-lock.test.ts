import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFaults } from '../../tools/check-lock.mjs';
import { checkoutFolder } from '../../tools/launch/folders.ts';

const lockText = readFileSync(join(checkoutFolder(), 'package-lock.json'), 'utf8');
const manifestText = readFileSync(join(checkoutFolder(), 'package.json'), 'utf8');

test('our own lock file is complete', () => {
  expect(lockFaults(lockText, manifestText)).toEqual([]);
});

test('a build for another platform that npm dropped without a word is found', () => {
  const faults = changed((packages) => {
    delete packages['node_modules/@biomejs/cli-darwin-arm64'];
  });
  expect(faults).toEqual(['@biomejs/cli-darwin-arm64, needed by @biomejs/biome, is missing']);
});

test('an address, a missing checksum and a version that package.json does not name are found', () => {
  const faults = changed((packages) => {
    Object.assign(packages['node_modules/zod'] ?? {}, { resolved: 'somewhere', integrity: undefined });
    Object.assign(packages['']?.['dependencies'] ?? {}, { zod: '1.0.0' });
  });
  expect(faults.sort()).toEqual([
    'dependencies differ from package.json',
    'zod has no integrity',
    'zod names an address (resolved)',
  ]);
});

function changed(change: (packages: Record<string, Record<string, object>>) => void): string[] {
  const lock = JSON.parse(lockText);
  change(lock.packages);
  return lockFaults(JSON.stringify(lock), manifestText);
}
