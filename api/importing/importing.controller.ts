import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { sendTable } from '../exporting/send-table.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { CSV, XLSX } from '../media.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Importer } from './importer.ts';
import { templateOf } from './template.ts';

const ImportQuery = z.strictObject({
  org: z.string().min(1).max(200).describe('导入到哪个单位 / Organisation of the cases'),
  dryRun: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .default(false)
    .describe('只检查,不发起 / Judge only, open nothing'),
  lang: z.enum(['zh', 'zh-CN', 'en']).optional(),
});

const TemplateQuery = z.strictObject({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  lang: z.enum(['zh', 'zh-CN', 'en']).optional(),
});

/** Taking over what existed before, from a table. */
@ApiTags('import')
@Controller('api/processes/:process/import')
export class ImportingController {
  constructor(private readonly importer: Importer) {}

  @Get('template')
  @ApiOperation({ summary: '导入模板:只有列标题的空表 / The empty table with its headings' })
  @ApiProduces(XLSX, CSV)
  async template(
    @Param('process') process: string,
    @Query({ schema: TemplateQuery }) { format }: z.infer<typeof TemplateQuery>,
    @Language() locale: Locale,
    @Res() reply: FastifyReply,
  ) {
    await sendTable(reply, templateOf(process, locale), { format, locale, plainName: 'template' });
  }

  @Post()
  @ApiOperation({
    summary: '用表格(xlsx、CSV)批量发起 / Open a case for every row of a table',
    description:
      'Every row is judged first; if one is bad nothing is opened and `rows` names each cell at fault. 202: time was over before ' +
      'all were open; send the same file again, what is open stays as it is.',
  })
  @ApiConsumes(CSV, XLSX)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async take(
    @Param('process') process: string,
    @Query({ schema: ImportQuery }) { org, dryRun }: z.infer<typeof ImportQuery>,
    @Body() file: unknown,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (file === undefined || file === null) throw apiProblem('import.empty');
    if (!Buffer.isBuffer(file)) throw apiProblem('import.media');
    const report = await this.importer.take({ process, org, dryRun, file, actor, locale });
    reply.status(!dryRun && report.left > 0 ? 202 : 200);
    return report;
  }
}
