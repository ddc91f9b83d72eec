import { sql } from 'kysely';
import type { Db } from './query.ts';

/** Place in the stream: the transaction, then the row. */
export interface StreamPlace {
  tx: bigint;
  id: bigint;
}

export interface StreamRow {
  tx: string;
  id: string;
  caseId: string;
  number: string;
  process: string;
  org: string;
  visibleTo: 'community' | 'related';
  related: string[];
  drill: boolean;
  kind: 'entry' | 'void' | 'gap' | 'rung';
  position: number;
  seq: number;
  round: number;
  type: string;
  state: string;
  automatic: boolean;
  at: Date;
}

/**
 * Ledger rows after a place. Only rows of transactions older than every one still running are given: a slow transaction
 * would otherwise appear behind a place that readers have already passed.
 */
export async function readStream(db: Db, after: StreamPlace, limit: number): Promise<StreamRow[]> {
  const { rows } = await sql<StreamRow>`
    select l.tx::text as tx, l.id::text as id, l.case_id as "caseId", c.number, c.process, c.org,
      c.visible_to as "visibleTo", c.related, c.drill, l.kind, l.position, l.seq, l.round, l.type,
      l.to_state as state, l.automatic, l.at
    from ledger l join case_view c on c.id = l.case_id
    where (l.tx, l.id) > (${after.tx.toString()}::xid8, ${after.id.toString()}::bigint)
      and l.tx < pg_snapshot_xmin(pg_current_snapshot())
    order by l.tx, l.id limit ${limit}
  `.execute(db);
  return rows;
}

/** The place from which nothing has been missed yet: the last row that readers may see. */
export async function readStreamEnd(db: Db): Promise<StreamPlace> {
  const { rows } = await sql<{ tx: string; id: string }>`
    select l.tx::text as tx, l.id::text as id from ledger l
    where l.tx < pg_snapshot_xmin(pg_current_snapshot()) order by l.tx desc, l.id desc limit 1
  `.execute(db);
  const row = rows[0];
  return row ? { tx: BigInt(row.tx), id: BigInt(row.id) } : { tx: 0n, id: 0n };
}
