import { createHash } from 'node:crypto';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../processes/kernel/clock.ts';

const FIRST_MS = 30 * SECOND_MS;
const LONGEST_MS = 4 * HOUR_MS;

/** With the waits below the last attempt is some two days after the first: longer than any outage over a weekend's night. */
export const ATTEMPTS_MAX = 20;
/** What waits behind a receiver that keeps failing is given up after this time, though it was never tried itself. */
export const GIVE_UP_MS = 2 * DAY_MS;

/**
 * How long to wait after a failed attempt: 30 s, doubled each time up to 4 h, a fifth more or less. The spread comes from a
 * hash and not from chance, so that a run can be repeated exactly.
 */
export function backOffMs(key: string, attempts: number): number {
  const plainMs = Math.min(FIRST_MS * 2 ** (Math.max(attempts, 1) - 1), LONGEST_MS);
  const spread = createHash('sha256').update(`${key}:${attempts}`).digest().readUInt32BE() / 2 ** 32;
  return Math.round(plainMs * (0.8 + 0.4 * spread));
}
