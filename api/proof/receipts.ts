import { Injectable } from '@nestjs/common';
import { readReceipt } from '../../db/queries/ledger.ts';
import { verifyLedger } from '../../db/verify.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { processFor } from '../cases/case-reader.ts';
import { presentLedgerLine } from '../cases/ledger-lines.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';

/** What anybody who holds a receipt may know: no personal data (个人信息保护法 art. 25). */
export interface ReceiptView {
  receipt: string;
  number: string;
  process: string;
  processText: string;
  drill: boolean;
  at: string;
  text: string;
  position: number;
  inForce: boolean;
  /** True if every row of the case's chain still fits the one before. */
  chainWhole: boolean;
  recipe: string;
}

/** Checks receipts. */
@Injectable()
export class Receipts {
  constructor(private readonly store: Store) {}

  async check(receipt: string, locale: Locale): Promise<ReceiptView> {
    const hash = receipt.trim().toLowerCase();
    const line = /^[0-9a-f]{64}$/.test(hash) ? await readReceipt(this.store.db, hash) : undefined;
    if (!line) throw apiProblem('receipt.unknown');
    const process = processFor(line);
    const reader = { kind: 'public', id: '' } as const;
    // Even a family name tells neighbours who it was.
    const shown = presentLedgerLine(process, line, { data: line.data, reader, locale, nameless: true });
    const { findings } = await verifyLedger(this.store.db, { caseId: line.caseId });
    return {
      receipt: line.hash,
      number: line.number,
      process: line.process,
      processText: process.texts[locale].title,
      drill: line.drill,
      at: shown.at,
      text: shown.text,
      position: line.position,
      inForce: line.inForce,
      chainWhole: findings.length === 0,
      recipe: RECIPE,
    };
  }
}

/** How the hash of a row is made (db/chain.ts), for whoever wants to recompute it. */
const RECIPE =
  'sha256(prevHash + "\\n" + caseId + "\\n" + position + "\\n" + kind + "\\n" + contentHash + "\\n" + (voids or "-") + "\\n" + recordedAtMs + "\\n" + run.runId.history.at); the first prevHash is sha256("bihuan:" + caseId); contentHash is sha256 over the entry as JSON with sorted keys';
