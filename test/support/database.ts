import { type Database, openDatabase } from '../../db/pool.ts';
import { createDatabase } from './servers.ts';

export interface TestDatabase extends AsyncDisposable {
  url: string;
  database: Database;
}

const ORGS = [
  { id: 'chaoyang', name: '朝阳区', short_name: '朝阳', level: 'district' },
  { id: 'chaoyang.anzhen', name: '安贞街道', short_name: '安贞', level: 'subdistrict' },
  { id: 'chaoyang.anzhen.anzhenxili', name: '安贞西里社区', short_name: '安贞西里', level: 'community' },
  { id: 'chaoyang.anzhen.anhuali', name: '安华里社区', short_name: '安华里', level: 'community' },
] as const;

/** A migrated database of its own, with one street of two communities. */
export async function openTestDatabase(name: string): Promise<TestDatabase> {
  const url = await createDatabase(name);
  const database = openDatabase(url, { connectionsMax: 20 });
  await database
    .insertInto('org')
    .values([...ORGS])
    .execute();
  return { url, database, [Symbol.asyncDispose]: () => database.destroy() };
}
