import { type RawBuilder, sql } from 'kysely';
import { below } from './query.ts';

/** Which organisations are looked at: those below any of these, and below the one that was asked for. */
export interface Reach {
  tops: readonly string[];
  org?: string | undefined;
}

/** Condition on `o`, the organisation: cases are found by their organisation's rows of an index. */
export function within({ tops, org }: Reach): RawBuilder<unknown> {
  const reached = sql`(o.id = any(${[...tops]}) or o.id like any(${tops.map(below)}))`;
  return org === undefined ? reached : sql`${reached} and (o.id = ${org} or o.id like ${below(org)})`;
}
