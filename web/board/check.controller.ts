import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CaseReader } from '../../api/cases/case-reader.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { ApiProblem } from '../../api/problems/api-problem.ts';
import { LedgerProof } from '../../api/proof/ledger-proof.ts';
import { Receipts, type ReceiptView } from '../../api/proof/receipts.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { askedFor } from './asked.ts';
import { type CheckContent, checkPage } from './check-page.tsx';

const CheckQuery = z.strictObject({
  case: z.string().max(100).optional(),
  receipt: z.string().max(100).optional(),
});

/** Recomputes the chain of a case, and holds a receipt against the records. */
@ApiExcludeController()
@Controller('board/records/check')
export class CheckPageController {
  constructor(
    private readonly frame: Frame,
    private readonly reader: CaseReader,
    private readonly proof: LedgerProof,
    private readonly receipts: Receipts,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async check(
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const { case: caseId, receipt } = askedFor(query, CheckQuery);
    const content: CheckContent = {};
    if (caseId !== undefined) {
      const [{ record, process }, view] = await Promise.all([
        this.reader.find(caseId, actor),
        this.proof.ofCase(actor, caseId),
      ]);
      content.proof = { view, number: record.number, title: process.rules.titleOf(record.data) };
    }
    if (receipt !== undefined) content.receipt = { typed: receipt, found: await this.found(receipt, locale) };
    return checkPage(await this.frame.open(request), content);
  }

  private async found(receipt: string, locale: Locale): Promise<ReceiptView | null> {
    try {
      return await this.receipts.check(receipt, locale);
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.code === 'receipt.unknown') return null;
      throw error;
    }
  }
}
