import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { processes, processOf } from '../../processes/index.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { Language } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { presentProcess } from './process-view.ts';

/** What everybody may read: the rules (政府信息公开条例 art. 20). */
@ApiTags('catalogue')
@Controller('api')
@Open()
export class CatalogueController {
  @Get('processes')
  @ApiOperation({ summary: '流程列表 / Processes' })
  processes(@Language() locale: Locale) {
    return processes.map(({ rules, texts }) => ({
      id: rules.id,
      version: rules.version,
      title: texts[locale].title,
      summary: texts[locale].summary,
      start: rules.start,
    }));
  }

  @Get('processes/:process')
  @ApiOperation({ summary: '流程:状态、操作、权限、时限与依据 / One process with its sources' })
  process(@Param('process') id: string, @Language() locale: Locale) {
    const process = processOf(id);
    if (!process) throw apiProblem('process.unknown', { process: id.slice(0, 60) });
    return presentProcess(process, locale);
  }
}
