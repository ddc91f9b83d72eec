import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { MigrationChanged, migrate } from '../../db/migrate.ts';
import { LaunchProblem } from './launch-problem.ts';

/** What `db/migrations` say where open cases of an older version cannot be carried over; some were made by another text of them. */
const OLDER_CASES = 'BH006';
const ROWS_AT_ONCE = 1_000;

/**
 * Brings the database of a data folder up to date. One of an older version that cannot be carried on is left as it is; its
 * ledger is written beside the folder, so that nothing is lost when the folder is emptied.
 */
export async function migrateFolder(databaseUrl: string, home: string, now: Date = new Date()): Promise<void> {
  try {
    await migrate(databaseUrl);
  } catch (error) {
    if (!isOlder(error)) throw error;
    const file = `${home.replace(/[/\\]+$/, '')}-ledger-${now.toISOString().replaceAll(/[:.]/g, '-')}.jsonl`;
    const rows = await exportLedger(databaseUrl, file);
    throw new LaunchProblem(
      `${home} 中是旧版本的数据,这一版不能接着使用。其办理记录(${rows}行)已导出到 ${file},数据目录没有改动。要从头开始,请运行 npm run reset,再运行 npm start。`,
      `${home} holds data of an older version that this one cannot carry on. Its ledger (${rows} rows) was written to ${file}; the folder is unchanged. To begin anew run npm run reset, then npm start.`,
    );
  }
}

function isOlder(error: unknown): boolean {
  if (error instanceof MigrationChanged) return true;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === OLDER_CASES;
}

/** One row a line, in the order in which they were written. */
async function exportLedger(databaseUrl: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'bihuan-export' });
  await client.connect();
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for (let after = 0; ; ) {
      const { rows } = await client.query<{ id: number; row: string }>(
        'select id::int as id, row_to_json(ledger)::text as row from ledger where id > $1 order by id limit $2',
        [after, ROWS_AT_ONCE],
      );
      for (const { row } of rows) yield `${row}\n`;
      count += rows.length;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  }
  try {
    await pipeline(lines, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } finally {
    await client.end();
  }
  return count;
}
