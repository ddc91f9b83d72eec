import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { Board } from './board.ts';
import { BoardQuery, OrdersQuery, OverdueQuery } from './bodies.ts';
import { Orders } from './orders.ts';
import { Overdue } from './overdue.ts';

/** For whoever answers for several matters at once: staff, each within the reach of his offices. */
@ApiTags('board')
@Controller('api')
export class BoardController {
  constructor(
    private readonly boards: Board,
    private readonly overdueCases: Overdue,
    private readonly issued: Orders,
  ) {}

  @Get('board')
  @ApiOperation({
    summary: '督办看板:未办结事项按街道、社区、流程分灯计数 / Open cases by light, street, community and process',
  })
  async board(
    @Query({ schema: BoardQuery }) query: z.infer<typeof BoardQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return await this.boards.read(actor, query, locale);
  }

  @Get('overdue')
  @ApiOperation({ summary: '超期清单,超期最久的在前 / Overdue cases, the most late first' })
  async overdue(
    @Query({ schema: OverdueQuery }) query: z.infer<typeof OverdueQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return await this.overdueCases.list(actor, query, locale);
  }

  @Get('orders')
  @ApiOperation({ summary: '督办单:签发、答复、逾期、重复 / Supervision orders, newest first' })
  async orders(
    @Query({ schema: OrdersQuery }) query: z.infer<typeof OrdersQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return await this.issued.list(actor, query, locale);
  }
}
