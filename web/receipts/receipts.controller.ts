import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Language } from '../../api/identity/current.ts';
import { Open } from '../../api/identity/guard.ts';
import { Items } from '../../api/items/items.ts';
import { ApiProblem } from '../../api/problems/api-problem.ts';
import { Receipts } from '../../api/proof/receipts.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { receiptPage } from './receipt-page.tsx';
import { receiptsPage } from './receipts-page.tsx';

/** Everybody who holds a receipt may ask what it proves. */
@ApiExcludeController()
@Controller('receipts')
@Open()
export class ReceiptPagesController {
  constructor(
    private readonly frame: Frame,
    private readonly receipts: Receipts,
    private readonly items: Items,
  ) {}

  @Get()
  async ask(@Query('receipt') typed: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const text = typeof typed === 'string' ? typed.slice(0, 2_000).trim() : '';
    const receipt = receiptIn(text);
    if (receipt) return await reply.redirect(`/receipts/${receipt}`, 303);
    const html = receiptsPage(await this.frame.open(request), { typed: text, fault: text === '' ? null : 'notOne' });
    return await reply
      .status(text === '' ? 200 : 422)
      .header('content-type', HTML)
      .send(html);
  }

  @Get(':receipt')
  async show(
    @Param('receipt') asked: string,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const context = await this.frame.open(request);
    try {
      const view = await this.receipts.check(asked, locale);
      const item = await this.items.one(view.number, locale).catch(() => null);
      return await reply.header('content-type', HTML).send(receiptPage(context, view, item?.number ?? null));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.code !== 'receipt.unknown') throw error;
      const html = receiptsPage(context, { typed: asked.slice(0, 200), fault: 'unknown' });
      return await reply.status(404).header('content-type', HTML).send(html);
    }
  }
}

/** A receipt wherever it stands in what was pasted: an address, a line of a letter, with blanks inside. */
function receiptIn(text: string): string | undefined {
  const found = /[0-9a-f]{64}/i.exec(text) ?? /[0-9a-f]{64}/i.exec(text.replace(/[\s-]/g, ''));
  return found?.[0].toLowerCase();
}
