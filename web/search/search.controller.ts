import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CaseLists } from '../../api/cases/case-lists.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { SavedViews } from '../../api/views/saved-views.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { searchPage } from './search-page.tsx';
import { readSearchQuery } from './search-query.ts';

@ApiExcludeController()
@Controller('desk/search')
export class SearchController {
  constructor(
    private readonly frame: Frame,
    private readonly cases: CaseLists,
    private readonly views: SavedViews,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async show(
    @Query() asked: Record<string, unknown>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const { query, unknown } = readSearchQuery(asked);
    const [context, list, views] = await Promise.all([
      this.frame.open(request),
      this.cases.list(actor, query, locale),
      this.views.list(actor),
    ]);
    const { items, count = items.length, countCapped = false, next } = list;
    return searchPage(context, { query, unknown, items, count, capped: countCapped, next, views });
  }
}
