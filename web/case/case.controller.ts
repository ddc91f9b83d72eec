import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseClock } from '../../api/cases/case-clock.ts';
import { CaseReader, viewOf } from '../../api/cases/case-reader.ts';
import { Follows } from '../../api/cases/follows.ts';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { isStaff } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { type ActForm, keyOf } from '../acts/act-form.ts';
import { Acts } from '../acts/acts.ts';
import { typed } from '../forms/posted.ts';
import { deskCase, publicItem, withQuery } from '../frame/address.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { isResidentOnly } from '../frame/roles.ts';
import { postedOf } from '../posted.ts';
import { CaseContents } from './case-content.ts';
import { casePage } from './case-page.tsx';

/** Cases for those who work on them: to read, to act, to follow, and a drill's clock. */
@ApiExcludeController()
@Controller()
export class CasePagesController {
  constructor(
    private readonly frame: Frame,
    private readonly contents: CaseContents,
    private readonly acts: Acts,
    private readonly follows: Follows,
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
    const did = /^\d{1,9}$/.test(query['did'] ?? '') ? Number(query['did']) : null;
    const content = await this.contents.byNumber(base, actor, locale);
    const open = await this.acts.blank(content.view, query['act'], { actor, locale });
    const html = casePage(await this.frame.open(request), { ...content, open, did });
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
    const view = await this.contents.view(number, actor, locale);
    const outcome = await this.acts.give({ request, actor, locale }, view, command);
    if ('done' in outcome) {
      const { seq } = outcome.done;
      return await reply.redirect(`${withQuery(deskCase(number), { did: seq })}#content`, 303);
    }
    return await this.again(request, reply, { number, actor, locale, open: outcome.again, status: outcome.status });
  }

  @Post('desk/cases/:number/follow')
  async follow(
    @Param('number') number: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { record } = await this.reader.findByNumber(number, actor);
    if (typed(postedOf(request), 'follow') === 'no') await this.follows.unfollow(actor, record.id);
    else await this.follows.follow(actor, record.id);
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

  private async again(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { number: string; actor: Actor; locale: Locale; open: ActForm; status: number },
  ) {
    const { number, actor, locale, open, status } = shown;
    const content = await this.contents.byNumber(number, actor, locale);
    const context = { ...(await this.frame.open(request)), path: deskCase(number) };
    const html = casePage(context, { ...content, open, did: null });
    return await reply.status(status).header('content-type', HTML).header('cache-control', 'no-store').send(html);
  }
}
