import { Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { NoticesQuery } from '../../api/notices/bodies.ts';
import { Notices } from '../../api/notices/notices.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { typed } from '../forms/posted.ts';
import { localPath } from '../frame/address.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { postedOf } from '../posted.ts';
import { noticesPage } from './notices-page.tsx';

const PAGE = '30';

/** The notices of a person, and marking them as read. */
@ApiExcludeController()
@Controller('notices')
export class NoticePagesController {
  constructor(
    private readonly frame: Frame,
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
    const { unread, cursor } = asked;
    const onlyUnread = unread === 'true' || unread === '';
    const query = NoticesQuery.safeParse({ limit: PAGE, ...(onlyUnread ? { unread: 'true' } : {}), cursor });
    const [context, list] = await Promise.all([
      this.frame.open(request),
      this.notices.list(actor, query.success ? query.data : NoticesQuery.parse({ limit: PAGE }), locale),
    ]);
    return noticesPage(context, { ...list, onlyUnread, isFirst: !cursor });
  }

  @Post('read-all')
  async readAll(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const posted = postedOf(request);
    await this.notices.readAll(actor, { upTo: typed(posted, 'upTo') });
    await reply.redirect(localPath(typed(posted, 'back'), '/notices'), 303);
  }

  @Post(':id/read')
  async read(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.notices.read(actor, id);
    await reply.redirect(localPath(typed(postedOf(request), 'back'), '/notices'), 303);
  }
}
