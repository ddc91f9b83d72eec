import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { LedgerProof } from './ledger-proof.ts';
import { Receipts } from './receipts.ts';

const VerifyQuery = z.strictObject({
  case: z.string().min(1).max(100).optional().describe('Id of one case; without it every chain, for staff only'),
  lang: z.enum(['zh', 'zh-CN', 'en']).optional(),
});

/** The chain can be checked by everybody who has a reason to doubt it. */
@Controller('api')
export class ProofController {
  constructor(
    private readonly proof: LedgerProof,
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
  async verify(
    @Query({ schema: VerifyQuery }) query: z.infer<typeof VerifyQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return query.case === undefined
      ? await this.proof.ofAll(actor, locale)
      : await this.proof.ofCase(actor, query.case);
  }
}
