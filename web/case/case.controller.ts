import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseClock } from '../../api/cases/case-clock.ts';
import { CaseReader, viewOf } from '../../api/cases/case-reader.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { isStaff } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { keyOf } from '../acts/act-form.ts';
import { Acts } from '../acts/acts.ts';
import { typed } from '../forms/posted.ts';
import { deskCase, publicItem, withQuery } from '../frame/address.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { isResidentOnly } from '../frame/roles.ts';
import { postedOf } from '../posted.ts';
import { CaseContents } from './case-content.ts';
import { CaseForms, didOf } from './case-forms.ts';
import { casePage } from './case-page.tsx';

/** Cases for those who work on them: to read, to act, to follow, and a drill's clock. */
@ApiExcludeController()
@Controller()
export class CasePagesController {
  constructor(
    private readonly frame: Frame,
    private readonly contents: CaseContents,
    private readonly acts: Acts,
    private readonly forms: CaseForms,
    private readonly clock: CaseClock,
    private readonly reader: CaseReader,
  ) {}

  /** The old address, by id: leads to the page that fits the person. */
  @Get('cases/:id')
  async byId(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Res() reply: FastifyReply,
  ) {
    const view = viewOf(await this.reader.find(id, actor), actor, locale);
    const base = view.number.replace(/-R\d+$/, '');
    await reply
      .header('cache-control', 'no-store')
      .redirect(isStaff(actor, view.org) || !isResidentOnly(actor) ? deskCase(base) : publicItem(base), 308);
  }

  @Get('desk/cases/:number')
  async show(
    @Param('number') number: string,
    @Query() query: Record<string, string | undefined>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const base = number.replace(/-R\d+$/, '');
    if (base !== number) return await reply.redirect(withQuery(deskCase(base), query), 308);
    const content = await this.contents.byNumber(base, actor, locale);
    const open = await this.acts.blank(content.view, query['act'], { actor, locale });
    const html = casePage(await this.frame.open(request), { ...content, open, did: didOf(query) });
    return await reply.header('content-type', HTML).send(html);
  }

  @Post('desk/cases/:number/acts/:command')
  async act(
    @Param('number') number: string,
    @Param('command') command: string,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.forms.act(
      { request, reply },
      { number, command, actor, locale },
      {
        path: deskCase(number),
        draw: async (context, open) =>
          casePage(context, { ...(await this.contents.byNumber(number, actor, locale)), open, did: null }),
      },
    );
  }

  @Post('desk/cases/:number/follow')
  async follow(
    @Param('number') number: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.forms.follow(request, number, actor);
    await reply.redirect(deskCase(number), 303);
  }

  @Post('desk/cases/:number/clock')
  async advance(
    @Param('number') number: string,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { record } = await this.reader.findByNumber(number, actor);
    const posted = postedOf(request);
    const commandId = `${actor.id}:${keyOf(posted)}`;
    await this.clock.advance({ caseId: record.id, advance: typed(posted, 'advance'), commandId, actor, locale });
    await reply.redirect(deskCase(number), 303);
  }
}
