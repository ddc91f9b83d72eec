import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DemoPeople } from '../../api/identity/demo-people.ts';
import { Open } from '../../api/identity/guard.ts';
import { ItemsQuery } from '../../api/items/bodies.ts';
import { Items } from '../../api/items/items.ts';
import { Parts } from '../../api/operation/parts.ts';
import { API_OPTIONS, type ApiOptions } from '../../api/options.ts';
import { Orgs } from '../../api/orgs/orgs.ts';
import { Frame } from '../frame/frame.ts';
import { communityOf } from '../frame/looks.ts';
import { HTML } from '../frame/page.tsx';
import { homePage } from './home-page.tsx';

@ApiExcludeController()
@Controller()
@Open()
export class HomeController {
  constructor(
    private readonly frame: Frame,
    private readonly people: DemoPeople,
    private readonly parts: Parts,
    private readonly items: Items,
    private readonly orgs: Orgs,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** The first page must stay up to say that a part is away, so it needs none. */
  @Get()
  @Header('content-type', HTML)
  async home(@Req() request: FastifyRequest) {
    const context = await this.frame.open(request);
    const [parts, people, communities] = await Promise.all([
      this.parts.look(),
      this.options.demo ? this.people.list().catch(() => null) : null,
      this.orgs.search({ level: 'community' }).catch(() => []),
    ]);
    const own = context.actor?.holdings.find(({ org }) => communities.some(({ id }) => id === org))?.org;
    const asked = communityOf(request) ?? own;
    const community = communities.some(({ id }) => id === asked) ? asked : undefined;
    const query = ItemsQuery.parse({ ...(community ? { org: community } : {}), ended: 'false', limit: '60' });
    const found = await this.items.list(query, context.locale).catch(() => null);
    return homePage(context, { parts, people, communities, community, items: found?.items ?? null });
  }
}
