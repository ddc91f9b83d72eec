import { Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { commandIdOf } from '../cases/headers.ts';
import { CurrentActor, Language, Visitor } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { link } from '../pages/layout.ts';
import { CalendarYears, mayChangeCalendars } from './calendars.ts';
import { calendarsPage } from './calendars-page.ts';

/** The plain page of holiday tables: what is in force, what waits for its second person, how far a roll-out has come. */
@ApiExcludeController()
@Controller('calendars')
export class CalendarsPageController {
  constructor(
    private readonly years: CalendarYears,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get()
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Visitor() actor: Actor | null, @Language() locale: Locale) {
    const items = await this.years.list(actor);
    // Only years that were ever touched here have more to tell than the list.
    const touched = items.filter(({ versions }) => versions.some(({ origin }) => origin === 'officer'));
    const details = await Promise.all(touched.map(({ year }) => this.years.read(year, actor, locale)));
    const context = { locale, path: '/calendars', demo: this.options.demo, person: actor?.name ?? null };
    return calendarsPage(context, { items, details, mayConfirm: mayChangeCalendars(actor) });
  }

  @Post(':year/confirm')
  async confirm(
    @Param('year') year: string,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = Number((request.body as { version?: unknown } | null)?.version);
    const asking = { actor, locale, commandId: commandIdOf(request, actor).commandId };
    await this.years.confirm(asking, Number(year), Number.isInteger(version) ? version : 0);
    await reply.redirect(link('/calendars', locale), 303);
  }
}
