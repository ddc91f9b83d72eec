import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

export interface Bundle {
  /** File that a page names; it loads the others where a page needs them. */
  entry: string;
  files: ReadonlyMap<string, string>;
}

let made: Promise<Bundle> | undefined;

/** The modules for the browser, made once a process from web/islands: some milliseconds, and no file to forget. */
export function bundleIslands(): Promise<Bundle> {
  made ??= make();
  return made;
}

async function make(): Promise<Bundle> {
  // Beside the sources, or one folder further up beside what tsc made of them.
  const input = ['../islands', '../../../web/islands']
    .map((folder) => join(import.meta.dirname, folder, 'main.ts'))
    .find(existsSync);
  if (!input) throw new Error('web/islands/main.ts is missing: the program needs the folder web/islands beside dist.');
  const build = await rolldown({ input, platform: 'browser' });
  const { output } = await build.generate({
    format: 'esm',
    minify: true,
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
  return { entry, files: new Map(chunks.map(({ fileName, code }) => [fileName, code])) };
}
