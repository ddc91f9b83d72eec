import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, found from the sources as well as from dist/. */
export function checkoutFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'bihuan') {
      return folder;
    }
    folder = dirname(folder);
  }
  throw new Error('package.json of bihuan not found above this module');
}

/** The data folder: BIHUAN_HOME, by default .bihuan in the checkout. */
export function dataFolder(): string {
  return process.env['BIHUAN_HOME'] ? resolve(process.env['BIHUAN_HOME']) : join(checkoutFolder(), '.bihuan');
}

/** The folder for downloads, shared by all clones of one person; the data folder where home is not writable. */
export function cacheFolder(home: string = dataFolder()): string {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const shared = join(base, 'bihuan');
  return canWrite(shared) ? shared : join(home, 'cache');
}

/** Makes the folder if need be and tells whether files can be written there. */
export function canWrite(folder: string, mode = 0o755): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A short stable name for a folder, for things that have to live elsewhere. */
export function folderKey(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}
