import { sql } from 'kysely';
import type { ActingAs, CaseData } from '../../processes/kernel/define-rules.ts';
import type { Db } from './query.ts';

export interface LedgerLine {
  position: number;
  kind: 'entry' | 'void' | 'gap' | 'rung';
  seq: number;
  inForce: boolean;
  round: number;
  type: string;
  automatic: boolean;
  actor: ActingAs | null;
  at: Date;
  from: string | null;
  to: string;
  form: object;
  voids: number | null;
  hash: string;
  prevHash: string;
  recordedAt: Date;
}

/** A part of a case's chain, oldest first. */
export async function readLedger(
  db: Db,
  input: { caseId: string; after: number; limit: number },
): Promise<LedgerLine[]> {
  const { rows } = await sql<LedgerLine>`
    select position, kind, seq, in_force as "inForce", round, type, automatic, actor, at, from_state as "from",
      to_state as "to", form, voids, hash, prev_hash as "prevHash", recorded_at as "recordedAt"
    from ledger where case_id = ${input.caseId} and position > ${input.after}
    order by position limit ${input.limit}
  `.execute(db);
  return rows;
}

export interface ReceiptLine extends LedgerLine {
  caseId: string;
  number: string;
  process: string;
  version: number;
  drill: boolean;
  /** Of the case as it stands now: who may be named is a matter of the present. */
  data: CaseData;
}

/** The ledger row that a receipt names, with the case it belongs to. */
export async function readReceipt(db: Db, hash: string): Promise<ReceiptLine | undefined> {
  const { rows } = await sql<ReceiptLine>`
    select l.position, l.kind, l.seq, l.in_force as "inForce", l.round, l.type, l.automatic, l.actor, l.at,
      l.from_state as "from", l.to_state as "to", l.form, l.voids, l.hash, l.prev_hash as "prevHash",
      l.recorded_at as "recordedAt", l.case_id as "caseId", c.number, c.process, c.version, c.drill,
      c.record->'data' as data
    from ledger l join case_view c on c.id = l.case_id
    where l.hash = ${hash}
  `.execute(db);
  return rows[0];
}
