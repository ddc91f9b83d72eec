import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { verifyLedger } from '../../db/verify.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { isStaffRole } from '../../processes/organisation.ts';
import { CaseReader } from '../cases/case-reader.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { Receipts } from './receipts.ts';

const VerifyQuery = z.strictObject({
  case: z.string().min(1).max(100).optional().describe('Id of one case; without it every chain, for staff only'),
  lang: z.enum(['zh', 'zh-CN', 'en']).optional(),
});

/** The chain can be checked by everybody who has a reason to doubt it. */
@Controller('api')
export class ProofController {
  private whole: { until: number; answer: ReturnType<typeof verifyLedger> } | undefined;

  constructor(
    private readonly store: Store,
    private readonly reader: CaseReader,
    private readonly receipts: Receipts,
  ) {}

  @Get('receipts/:receipt')
  @Open()
  @ApiTags('receipts')
  @ApiOperation({ summary: '核验回执 / What a receipt stands for, and whether its chain is whole' })
  async receipt(@Param('receipt') receipt: string, @Language() locale: Locale) {
    return await this.receipts.check(receipt, locale);
  }

  @Get('ledger/verify')
  @ApiTags('ledger')
  @ApiOperation({ summary: '核验办理记录 / Recompute the chain of one case, or of all' })
  async verify(@Query({ schema: VerifyQuery }) query: z.infer<typeof VerifyQuery>, @CurrentActor() actor: Actor) {
    if (query.case !== undefined) {
      const { record } = await this.reader.find(query.case, actor);
      return answerOf(await verifyLedger(this.store.db, { caseId: record.id }));
    }
    // Findings name cases that residents may not know of.
    if (!actor.holdings.some(({ role }) => isStaffRole(role))) {
      throw apiProblem('permission.denied', { command: 'ledger/verify' });
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

const WHOLE_FRESH_MS = 10_000;

function answerOf({ cases, rows, voided, gaps, findings }: Awaited<ReturnType<typeof verifyLedger>>) {
  return { whole: findings.length === 0, cases, rows, voided, gaps, findings: findings.slice(0, 100) };
}
