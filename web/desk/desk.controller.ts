import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CaseLists } from '../../api/cases/case-lists.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { TaskLists } from '../../api/tasks/task-lists.ts';
import { SavedViews } from '../../api/views/saved-views.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { type DeskContent, deskPage } from './desk-page.tsx';
import { inboxQuery, listQuery, readDeskQuery } from './inbox-query.ts';

@ApiExcludeController()
@Controller('desk')
export class DeskController {
  constructor(
    private readonly frame: Frame,
    private readonly tasks: TaskLists,
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
    const query = readDeskQuery(asked);
    const isInbox = query.tab === 'all' || query.tab === 'mine' || query.tab === 'group';
    const [context, list, views] = await Promise.all([
      this.frame.open(request),
      isInbox ? this.inbox(actor, query, locale) : this.list(actor, query, locale),
      this.views.list(actor),
    ]);
    return deskPage(context, { query, list, views });
  }

  private async inbox(
    actor: Actor,
    query: ReturnType<typeof readDeskQuery>,
    locale: Locale,
  ): Promise<DeskContent['list']> {
    const { items, count, countCapped = false, next } = await this.tasks.inbox(actor, inboxQuery(query), locale);
    return { tasks: items, count, capped: countCapped, next };
  }

  private async list(
    actor: Actor,
    query: ReturnType<typeof readDeskQuery>,
    locale: Locale,
  ): Promise<DeskContent['list']> {
    const {
      items,
      count = items.length,
      countCapped = false,
      next,
    } = await this.cases.list(actor, listQuery(query), locale);
    return { cases: items, count, capped: countCapped, next };
  }
}
