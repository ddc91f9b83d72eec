import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DemoPeople } from '../../api/identity/demo-people.ts';
import { Open } from '../../api/identity/guard.ts';
import { Parts } from '../../api/operation/parts.ts';
import { API_OPTIONS, type ApiOptions } from '../../api/options.ts';
import { Frame } from '../frame/frame.ts';
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
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async home(@Req() request: FastifyRequest) {
    const [context, parts, people] = await Promise.all([
      this.frame.open(request),
      this.parts.look(),
      // The first page must stay up to say that the database is away.
      this.options.demo ? this.people.list().catch(() => null) : null,
    ]);
    return homePage(context, { parts, people });
  }
}
