import { Controller, Get, Header, Redirect, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Open } from '../../api/identity/guard.ts';
import { Parts } from '../../api/operation/parts.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { aboutPage } from './about-page.tsx';
import { helpPage } from './help-page.tsx';

/** How to use the house, and what it is. Neither page needs a part that may be away. */
@ApiExcludeController()
@Controller()
@Open()
export class HelpController {
  constructor(
    private readonly frame: Frame,
    private readonly parts: Parts,
  ) {}

  @Get('help')
  @Header('content-type', HTML)
  async help(@Req() request: FastifyRequest) {
    return helpPage(await this.frame.open(request));
  }

  @Get('about')
  @Header('content-type', HTML)
  async about(@Req() request: FastifyRequest) {
    const [context, parts] = await Promise.all([this.frame.open(request), this.parts.look()]);
    return aboutPage(context, parts);
  }

  /** Old address of the README, which only developers could read. */
  @Get('readme')
  @Redirect('/about', 308)
  readme() {}
}
