import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '../../api/identity/guard.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import { Assets } from './assets.ts';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="11" fill="none" stroke="#0b6e6e" stroke-width="5" stroke-dasharray="58 12"/><path d="M22 3l5 6-8 1z" fill="#0b6e6e"/></svg>';

@ApiExcludeController()
@Controller()
@Open()
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Get('assets/:file')
  async file(@Param('file') file: string, @Res() reply: FastifyReply) {
    const found = this.assets.find(`/assets/${file}`);
    if (!found) throw apiProblem('route.unknown');
    await reply
      .header('content-type', found.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(found.body);
  }

  @Get('icon.svg')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'public, max-age=86400')
  icon() {
    return ICON;
  }
}
