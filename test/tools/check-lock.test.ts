import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkoutFolder } from '../../tools/launch/folders.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-check-lock-'));
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(join(checkoutFolder(), file), join(folder, file));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('our own lock file is complete', () => {
  expect(checkLock()).toEqual({ status: 0, faults: [] });
});

test('a build for another platform that npm dropped without a word is found', () => {
  change((packages) => {
    delete packages['node_modules/@biomejs/cli-darwin-arm64'];
  });
  expect(checkLock()).toEqual({
    status: 1,
    faults: ['@biomejs/cli-darwin-arm64, needed by @biomejs/biome, is missing'],
  });
});

test('an address, a missing checksum and a version that package.json does not name are found', () => {
  change((packages) => {
    Object.assign(packages['node_modules/zod'] ?? {}, { resolved: 'somewhere', integrity: undefined });
    Object.assign(packages['']?.['dependencies'] ?? {}, { zod: '1.0.0' });
  });
  const faults = ['dependencies differ from package.json', 'zod has no integrity', 'zod names an address (resolved)'];
  expect(checkLock()).toEqual({ status: 1, faults });
});

function change(edit: (packages: Record<string, Record<string, object>>) => void): void {
  const file = join(folder, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  edit(lock.packages);
  writeFileSync(file, JSON.stringify(lock));
}

function checkLock(): { status: number | null; faults: string[] } {
  const script = join(checkoutFolder(), 'tools', 'check-lock.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  const faults = stderr.split('\n').filter((line) => line.startsWith('  '));
  return { status, faults: faults.map((line) => line.trim()).sort() };
}
