import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';

/** Whatever can run a statement: the pool or a transaction. */
export type Db = QueryExecutorProvider;

/** A pattern that finds everything below an organisation; `_` and `%` of the id itself are no wildcards. */
export function below(org: string): string {
  return `${escapeLike(org)}.%`;
}

/** Text as it stands, inside a LIKE pattern. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** Milliseconds as a time, whatever they are: a text would be read as a date and may name one that does not exist. */
export function instant(ms: number | string): RawBuilder<unknown> {
  return sql`to_timestamp(${ms}::bigint / 1000.0)::timestamptz(3)`;
}
