/**
 * SQLSTATE classes that say the database is away or busy, not that the question is wrong: 08 connection, 53 resources,
 * 57 operator's intervention (restart, statement time-out); 42P01 a table that is not there yet because migrations have
 * not run; 3D000 no such database yet.
 */
const AWAY_STATES = /^(?:08|53|57)|^(?:42P01|3D000|55P03)$/;
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOENT']);
/** node-postgres gives these without a code. */
const AWAY_WORDS =
  /^(?:timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error)/;

/** True if the error says that PostgreSQL cannot answer for the moment. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (error instanceof AggregateError) return error.errors.some(isStoreAway);
  if (AWAY_WORDS.test(error.message)) return true;
  if (typeof code !== 'string') return false;
  return (typeof syscall === 'string' && AWAY_CODES.has(code)) || (code.length === 5 && AWAY_STATES.test(code));
}
