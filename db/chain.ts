import { createHash } from 'node:crypto';
import type { Entry } from '../processes/kernel/case.ts';
import { canonical } from '../processes/kernel/hash.ts';
import type { Writer } from '../workflows/case.messages.ts';

/** SHA-256 of a text, as the migrations compute it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What one row says, whoever writes it down and when. Void and gap rows have the same members (`ledger_note_hash`). */
export type Content = Entry & { automatic: boolean };

export function contentHashOf(content: Content): string {
  const { actor, at, automatic, commandId, form, from, round, seq, stateHash, to, type } = content;
  return sha256(canonical({ actor, at, automatic, commandId, form, from, round, seq, stateHash, to, type }));
}

/** Where the chain of a case begins; it binds the rows to their case. */
export function firstLink(caseId: string): string {
  return sha256(`bihuan:${caseId}`);
}

export interface Link {
  previousHash: string;
  caseId: string;
  position: number;
  kind: string;
  contentHash: string;
  voids: number | null;
  recordedAtMs: number;
  writer: Writer;
}

/** Hash of one row: over the row before and all of itself, as `ledger_append` computes it. */
export function linkHash(link: Link): string {
  const { run, runId, history, at } = link.writer;
  return sha256(
    [
      link.previousHash,
      link.caseId,
      link.position,
      link.kind,
      link.contentHash,
      link.voids ?? '-',
      link.recordedAtMs,
      `${run}.${runId}.${history}.${at}`,
    ].join('\n'),
  );
}
