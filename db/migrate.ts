import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { publishCalendars } from './publish-calendars.ts';

/** Any fixed number: two processes that migrate at once wait for each other. */
const MIGRATION_LOCK = 4_240_001;

/** Brings a database up to date: each SQL file once, in order, in a transaction of its own; then the holiday tables. */
export async function migrate(databaseUrl: string, folder: string = migrationsFolder()): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'bihuan-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      `create table if not exists migration
         (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    );
    const applied = await appliedMigrations(client);
    for (const { name, text, sha256 } of readMigrations(folder)) {
      const known = applied.get(name);
      if (known === undefined) await apply(client, { name, text, sha256 });
      else if (known !== sha256) throw new MigrationChanged(name);
    }
    await publishCalendars(client);
  } finally {
    await client.end();
  }
}

interface Migration {
  name: string;
  text: string;
  sha256: string;
}

/** Plain SQL stands in db/migrations, beside the sources and, one folder further up, beside what tsc made of them. */
function migrationsFolder(): string {
  const candidates = ['migrations', '../../db/migrations'].map((path) => join(import.meta.dirname, path));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`No folder with SQL migrations: looked at ${candidates.join(' and ')}.`);
  return found;
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      // A checkout on Windows may have turned the line ends; the statement is the same.
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    });
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

async function apply(client: pg.Client, { name, text, sha256 }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed and changed nothing: ${String(error)}`, { cause: error });
  }
}

/** The database was made by another text of a migration: by an older version of this program, or somebody has edited the file. */
export class MigrationChanged extends Error {
  constructor(name: string) {
    super(
      `Migration ${name} was applied to this database with another text. Never edit an applied migration: restore the file and write a new one.`,
    );
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl === undefined) throw new Error('Set DATABASE_URL, such as postgresql://user@127.0.0.1:5432/bihuan.');
  await migrate(databaseUrl);
}
