import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The package index that pip would use, as far as the environment or pip's own files name one. */
export function configuredIndex(env: NodeJS.ProcessEnv): string | undefined {
  if (env['PIP_INDEX_URL']) {
    return env['PIP_INDEX_URL'];
  }
  for (const file of configFiles(env)) {
    const index = existsSync(file) ? indexFrom(readFileSync(file, 'utf8')) : undefined;
    if (index !== undefined) {
      return index;
    }
  }
  return undefined;
}

// The later file wins in pip, so the list is from the strongest to the weakest.
function configFiles(env: NodeJS.ProcessEnv): string[] {
  const home = env['HOME'] ?? homedir();
  const config = env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  return [
    ...(env['PIP_CONFIG_FILE'] ? [env['PIP_CONFIG_FILE']] : []),
    ...(env['VIRTUAL_ENV'] ? [join(env['VIRTUAL_ENV'], 'pip.conf')] : []),
    join(config, 'pip', 'pip.conf'),
    join(home, '.pip', 'pip.conf'),
    join(home, 'Library', 'Application Support', 'pip', 'pip.conf'),
    '/etc/xdg/pip/pip.conf',
    '/etc/pip.conf',
  ];
}

function indexFrom(text: string): string | undefined {
  let section = '';
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    section = /^\s*\[([^\]]+)\]/.exec(line)?.[1] ?? section;
    const value = /^\s*index[-_]url\s*[=:]\s*(\S+)/.exec(line)?.[1];
    if (value !== undefined) {
      found.set(section, value);
    }
  }
  return found.get('download') ?? found.get('global');
}
