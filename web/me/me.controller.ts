import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CasesQuery, TasksQuery } from '../../api/cases/bodies.ts';
import { CaseLists } from '../../api/cases/case-lists.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { NoticesQuery } from '../../api/notices/bodies.ts';
import { Notices } from '../../api/notices/notices.ts';
import { TaskLists } from '../../api/tasks/task-lists.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { type MattersOf, mattersOf, mePage } from './me-page.tsx';

const NEWEST = '3';
const PAGE = '10';

/** What is mine: what waits for me, my matters, my news. */
@ApiExcludeController()
@Controller('me')
export class MePagesController {
  constructor(
    private readonly frame: Frame,
    private readonly cases: CaseLists,
    private readonly tasks: TaskLists,
    private readonly notices: Notices,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async show(
    @Query() asked: Record<string, unknown>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const list = mattersOf.find((name) => name === asked['list']) ?? 'opened';
    const [context, tasks, notices, cases] = await Promise.all([
      this.frame.open(request),
      this.tasks.inbox(actor, TasksQuery.parse({ scope: 'mine', limit: PAGE }), locale),
      this.notices.list(actor, NoticesQuery.parse({ unread: 'true', limit: NEWEST }), locale),
      this.mattersIn(actor, list, asked['cursor'], locale),
    ]);
    return mePage(context, { tasks, notices, list, cases });
  }

  private async mattersIn(actor: Actor, mine: MattersOf, cursor: unknown, locale: Locale) {
    const query = { mine, limit: PAGE, count: 'true' };
    const paged = CasesQuery.safeParse(cursor === undefined ? query : { ...query, cursor });
    return await this.cases.list(actor, paged.success ? paged.data : CasesQuery.parse(query), locale);
  }
}
