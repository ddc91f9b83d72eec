import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Board } from '../../api/board/board.ts';
import { BoardQuery, OrdersQuery, OverdueQuery, RecordsQuery } from '../../api/board/bodies.ts';
import { Orders } from '../../api/board/orders.ts';
import { Overdue } from '../../api/board/overdue.ts';
import { recordTypes } from '../../api/board/record-types.ts';
import { Records } from '../../api/board/records.ts';
import { staffTops } from '../../api/board/staff-reach.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { SavedViews } from '../../api/views/saved-views.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import type { PageContext } from '../frame/context.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { askedFor } from './asked.ts';
import { boardPage } from './board-page.tsx';
import { ordersPage } from './orders-page.tsx';
import { overduePage } from './overdue-page.tsx';
import { orgsWithin } from './reach.ts';
import { recordsPage } from './records-page.tsx';

/** For supervisors and leaders: how things stand, what is late, what was ordered, what was done. */
@ApiExcludeController()
@Controller('board')
export class BoardPagesController {
  constructor(
    private readonly frame: Frame,
    private readonly boards: Board,
    private readonly overdueCases: Overdue,
    private readonly issued: Orders,
    private readonly records: Records,
    private readonly views: SavedViews,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async board(
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const context = await this.frame.open(request);
    const question = askedFor(drillsByDefault(query, context), BoardQuery);
    const [board, views] = await Promise.all([this.boards.read(actor, question, locale), this.views.list(actor)]);
    return boardPage(context, { board, views, kept: keptOf(query) });
  }

  @Get('overdue')
  @Header('content-type', HTML)
  async overdue(
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const context = await this.frame.open(request);
    const question = askedFor(drillsByDefault(query, context), OverdueQuery);
    const found = await this.overdueCases.list(actor, question, locale);
    return overduePage(context, { ...found, drill: question.drill, kept: keptOf(query) });
  }

  @Get('orders')
  @Header('content-type', HTML)
  async orders(
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const context = await this.frame.open(request);
    const question = askedFor(drillsByDefault(query, context), OrdersQuery);
    const found = await this.issued.list(actor, question, locale);
    return ordersPage(context, { ...found, drill: question.drill, state: question.state, kept: keptOf(query) });
  }

  @Get('records')
  @Header('content-type', HTML)
  async search(
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const context = await this.frame.open(request);
    const question = askedFor(drillsByDefault(query, context), RecordsQuery, { act: 'type' });
    const found = await this.records.search(actor, question, locale);
    const orgs = orgsWithin(context, staffTops(actor));
    return recordsPage(context, { ...found, question, types: recordTypes(locale), orgs, kept: keptOf(query) });
  }
}

/** Drills are counted where nothing else is there: in the demo. */
function drillsByDefault(query: unknown, { demo }: PageContext): unknown {
  return { drill: String(demo), ...(query as object) };
}

function keptOf(query: unknown): { org?: string | undefined; drill?: string | undefined } {
  const { org, drill } = (query ?? {}) as Record<string, unknown>;
  return { org: asText(org), drill: asText(drill) };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
