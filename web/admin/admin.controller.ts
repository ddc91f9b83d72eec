import { Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SettingsQuery } from '../../api/board/bodies.ts';
import { Settings } from '../../api/board/settings.ts';
import { staffTops } from '../../api/board/staff-reach.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { DeadQuery } from '../../api/notices/bodies.ts';
import { Notices } from '../../api/notices/notices.ts';
import { Operation } from '../../api/operation/operation.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { askedFor } from '../board/asked.ts';
import { orgsWithin } from '../board/reach.ts';
import { withQuery } from '../frame/address.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { adminPage } from './admin-page.tsx';
import { doorsFor } from './doors.ts';
import { operationPage } from './operation-page.tsx';
import { settingsPage } from './settings-page.tsx';

/** The administration: figures with their sources, and the operation. */
@ApiExcludeController()
@Controller('admin')
export class AdminController {
  constructor(
    private readonly frame: Frame,
    private readonly figures: Settings,
    private readonly operation: Operation,
    private readonly notices: Notices,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async index(@CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    return adminPage(await this.frame.open(request), doorsFor(actor));
  }

  @Get('settings')
  @Header('content-type', HTML)
  async settings(
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const { org } = askedFor(query, SettingsQuery);
    const [context, view] = await Promise.all([this.frame.open(request), this.figures.read(actor, org, locale)]);
    return settingsPage(context, { view, orgs: orgsWithin(context, staffTops(actor)) });
  }

  @Get('operation')
  @Header('content-type', HTML)
  async show(
    @Query() query: Record<string, unknown>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
  ) {
    const { resent, ...asked } = query;
    const view = await this.operation.look(actor, locale);
    const dead = await this.notices.dead(actor, askedFor(asked, DeadQuery), locale);
    const context = await this.frame.open(request);
    return operationPage(context, { view, dead, resent: typeof resent === 'string' ? resent : null });
  }

  @Post('operation/commands/retry')
  async retry(@CurrentActor() actor: Actor, @Language() locale: Locale, @Res() reply: FastifyReply) {
    await this.operation.retryCommands(actor, locale);
    await reply.redirect('/admin/operation#commands', 303);
  }

  @Post('operation/letters/:id/resend')
  async resend(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply) {
    await this.notices.resend(actor, id);
    await reply.redirect(withQuery('/admin/operation', { resent: id }), 303);
  }
}
