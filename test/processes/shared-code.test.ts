import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../processes/rules.ts';

const checkout = join(import.meta.dirname, '..', '..');
const shared = ['processes/kernel', 'processes/law', 'workflows', 'activities', 'api', 'web', 'worker', 'db'];

const files = shared.flatMap((folder) =>
  readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:tsx?|sql)$/.test(file))
    .map((file) => join(folder, file)),
);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|\s)(\/\/|--).*$/gm, '');
}

describe('shared code', () => {
  it.each(allRules.map(({ id }) => id))('never names the process %s', (id) => {
    // As a text or in a path: an id such as `seal` is also a word that shared code may use.
    const named = new RegExp(`['"\`/]${id}['"\`/]`);
    const naming = files.filter((file) => named.test(withoutComments(readFileSync(join(checkout, file), 'utf8'))));
    expect(naming).toEqual([]);
  });

  it('imports no process folder', () => {
    const ids = allRules.map(({ id }) => id).join('|');
    const importing = new RegExp(`from '[^']*/(${ids})/`);
    const found = files.filter((file) => importing.test(readFileSync(join(checkout, file), 'utf8')));
    expect(found).toEqual([]);
  });
});
