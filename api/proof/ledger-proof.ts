import { Injectable } from '@nestjs/common';
import { verifyLedger } from '../../db/verify.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { isStaffRole } from '../../processes/organisation.ts';
import { CaseReader } from '../cases/case-reader.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';

/** What a check of chains has found. */
export type ProofView = ReturnType<typeof answerOf>;

const WHOLE_FRESH_MS = 10_000;
const SHOWN_MAX = 100;

/** Recomputes chains, for everybody who has a reason to doubt them. */
@Injectable()
export class LedgerProof {
  private whole: { until: number; answer: ReturnType<typeof verifyLedger> } | undefined;

  constructor(
    private readonly store: Store,
    private readonly reader: CaseReader,
  ) {}

  /** The chain of one case that the person may see. */
  async ofCase(actor: Actor, caseId: string): Promise<ProofView> {
    const { record } = await this.reader.find(caseId, actor);
    return answerOf(await verifyLedger(this.store.db, { caseId: record.id }));
  }

  /** Every chain. Findings name cases that residents may not know of, so this is for staff. */
  async ofAll(actor: Actor, locale: Locale): Promise<ProofView> {
    if (!actor.holdings.some(({ role }) => isStaffRole(role))) {
      throw apiProblem('permission.denied', { command: locale === 'en' ? 'verify all records' : '核验全部办理记录' });
    }
    return answerOf(await this.everything());
  }

  /** All chains are read at most once in a while, however many ask. */
  private everything(): ReturnType<typeof verifyLedger> {
    if (!this.whole || this.whole.until < Date.now()) {
      const answer = verifyLedger(this.store.db);
      answer.catch(() => {
        this.whole = undefined;
      });
      this.whole = { until: Date.now() + WHOLE_FRESH_MS, answer };
    }
    return this.whole.answer;
  }
}

function answerOf({ cases, rows, voided, gaps, findings }: Awaited<ReturnType<typeof verifyLedger>>) {
  return { whole: findings.length === 0, cases, rows, voided, gaps, findings: findings.slice(0, SHOWN_MAX) };
}
