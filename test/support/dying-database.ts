import { type KyselyPlugin, RawNode } from 'kysely';
import { type Database, openDatabase } from '../../db/pool.ts';

/** Where on the way of a command the process dies: it has said so, it is about to write, or it has just written. */
export type DeathPoint = 'begun' | 'beforeWrite' | 'written';

/** A database whose process dies by SIGKILL at one point of the way of commands that bring about one kind of entry. */
export function openDyingDatabase(
  url: string,
  die: (point: DeathPoint, types: readonly string[]) => boolean,
): Database {
  const written = new WeakMap<object, { point: DeathPoint; types: string[] }>();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      if (!RawNode.is(node)) return node;
      const text = node.sqlFragments.join('?');
      if (text.includes('insert into intent')) written.set(queryId, { point: 'begun', types: [] });
      if (text.includes('write_case(')) {
        const types = typesIn(node.parameters);
        if (die('beforeWrite', types)) process.kill(process.pid, 'SIGKILL');
        written.set(queryId, { point: 'written', types });
      }
      return node;
    },
    transformResult: async ({ result, queryId }) => {
      const one = written.get(queryId);
      if (one && die(one.point, one.types)) process.kill(process.pid, 'SIGKILL');
      return result;
    },
  };
  return openDatabase(url).withPlugin(plugin);
}

/** The kinds of entries in the argument of `write_case`. */
function typesIn(parameters: readonly object[]): string[] {
  const given = JSON.stringify(parameters);
  return [...given.matchAll(/\\"type\\":\\"([\w.]+)\\"/g)].map(([, type = '']) => type);
}
