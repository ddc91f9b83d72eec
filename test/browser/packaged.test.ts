import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isPackagedHere, unpackBrowser } from '../../tools/browser/packaged.ts';

test.skipIf(!isPackagedHere())(
  'the unpacked browser has all it needs beside it, whatever becomes of the checkout',
  async () => {
    const parent = mkdtempSync(join(tmpdir(), 'unpacked-'));
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
    const { executablePath, env } = await unpackBrowser(parent);
    const conf = readFileSync(env['FONTCONFIG_FILE'] as string, 'utf8');
    const folders = [...conf.matchAll(/<(?:dir|cachedir)>([^<]+)</g)].map(([, folder]) => folder as string);
    for (const path of [executablePath, ...Object.values(env), ...folders]) expect(path.startsWith(parent)).toBe(true);
    expect(readdirSync(folders[0] as string).filter((file) => file.endsWith('.ttf'))).toHaveLength(2);
    // Whoever asks next is given the same.
    expect((await unpackBrowser(parent)).executablePath).toBe(executablePath);
  },
);
