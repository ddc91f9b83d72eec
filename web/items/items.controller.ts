import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Language, Visitor } from '../../api/identity/current.ts';
import { Open } from '../../api/identity/guard.ts';
import { ItemsQuery } from '../../api/items/bodies.ts';
import { Items } from '../../api/items/items.ts';
import { Orgs } from '../../api/orgs/orgs.ts';
import { ApiProblem, apiProblem } from '../../api/problems/api-problem.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { Acts } from '../acts/acts.ts';
import { CaseContents } from '../case/case-content.ts';
import { CaseForms, didOf } from '../case/case-forms.ts';
import { publicItem } from '../frame/address.ts';
import { Frame } from '../frame/frame.ts';
import { communityOf } from '../frame/looks.ts';
import { HTML } from '../frame/page.tsx';
import { itemPage } from './item-page.tsx';
import { itemsPage } from './items-page.tsx';

/** Matters for everybody: what goes on, one of them, and taking part. */
@ApiExcludeController()
@Controller('items')
export class ItemPagesController {
  constructor(
    private readonly frame: Frame,
    private readonly items: Items,
    private readonly orgs: Orgs,
    private readonly contents: CaseContents,
    private readonly acts: Acts,
    private readonly forms: CaseForms,
  ) {}

  @Get()
  @Open()
  async list(
    @Query() asked: Record<string, string | undefined>,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const org = asked['org'] ?? communityOf(request);
    const ended = asked['ended'] ?? 'false';
    const looks = { lang: undefined, type: undefined, community: undefined };
    const read = ItemsQuery.safeParse(given({ ...asked, org, ended: ended === 'all' ? undefined : ended, ...looks }));
    const query = read.success ? read.data : ItemsQuery.parse({ ended: 'false' });
    const [context, list, communities] = await Promise.all([
      this.frame.open(request),
      this.items.list(query, locale),
      this.orgs.search({ level: 'community' }),
    ]);
    await reply.header('content-type', HTML).send(itemsPage(context, { list, communities, asked: query }));
  }

  @Get(':number')
  @Open()
  async one(
    @Param('number') number: string,
    @Query() query: Record<string, string | undefined>,
    @Visitor() actor: Actor | null,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const content = await this.contentOf(number, actor, locale);
    const open = content.own && actor ? await this.acts.blank(content.own.view, query['act'], { actor, locale }) : null;
    const html = itemPage(await this.frame.open(request), { ...content, open, did: didOf(query) });
    await reply.header('content-type', HTML).send(html);
  }

  @Post(':number/acts/:command')
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
        path: publicItem(number),
        draw: async (context, open) =>
          itemPage(context, { ...(await this.contentOf(number, actor, locale)), open, did: null }),
      },
    );
  }

  @Post(':number/follow')
  async follow(
    @Param('number') number: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.forms.follow(request, number, actor);
    await reply.redirect(publicItem(number), 303);
  }

  /** What is public, and what the person may see of it besides; his own draft is not public yet. */
  private async contentOf(number: string, actor: Actor | null, locale: Locale) {
    const [item, own] = await Promise.all([
      this.items.one(number, locale).catch(nothingIfHidden),
      actor ? this.contents.byNumber(number, actor, locale).catch(nothingIfHidden) : null,
    ]);
    if (!item && !own) throw apiProblem(actor ? 'case.notFound' : 'auth.required');
    return { item, own };
  }
}

function nothingIfHidden(error: unknown): null {
  if (error instanceof ApiProblem && error.problem.code === 'case.notFound') return null;
  throw error;
}

function given(asked: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
