import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../processes/kernel/actor.ts';
import { CurrentActor } from '../identity/current.ts';
import { Papers } from './papers.ts';

@ApiTags('papers')
@Controller('api/cases/:id/papers')
export class PapersController {
  constructor(private readonly papers: Papers) {}

  @Get()
  @ApiOperation({ summary: '事项现有的文书 / The papers that a case has now' })
  async list(@Param('id') caseId: string, @CurrentActor() actor: Actor) {
    return { items: await this.papers.list(caseId, actor) };
  }

  @Get(':paper.pdf')
  @ApiOperation({ summary: '打印文书 / One paper as PDF, in Chinese' })
  @ApiOkResponse({
    description: 'PDF',
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  })
  async print(
    @Param('id') caseId: string,
    @Param('paper') name: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ) {
    const { paper, pdf } = await this.papers.print(caseId, name, actor);
    await reply
      .header('content-type', 'application/pdf')
      .header('content-language', 'zh-CN')
      .header('content-disposition', `inline; filename="paper.pdf"; filename*=${encoded(paper)}`)
      .header('cache-control', 'private, no-cache')
      .send(pdf);
  }
}

/** A name of a file in the form of RFC 8187. */
function encoded({ title, number }: { title: string; number: string }): string {
  const name = encodeURIComponent(`${title} ${number}.pdf`.toWellFormed());
  return `UTF-8''${name.replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
