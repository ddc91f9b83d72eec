import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { presentProcess } from '../../api/catalogue/process-view.ts';
import { svgOf } from '../../api/diagram/svg.ts';
import { Language } from '../../api/identity/current.ts';
import { Open } from '../../api/identity/guard.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import { processOf } from '../../processes/index.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { startableBy } from '../start/startable.ts';
import { processPage } from './process-page.tsx';
import { processesPage } from './processes-page.tsx';

/** The rules of each kind of matter, for everybody to read (政府信息公开条例 art. 20). */
@ApiExcludeController()
@Controller('processes')
@Open()
export class ProcessPagesController {
  constructor(private readonly frame: Frame) {}

  @Get()
  @Header('content-type', HTML)
  async many(@Req() request: FastifyRequest) {
    const context = await this.frame.open(request);
    const startable = context.actor ? startableBy(context.actor, context.orgNames) : [];
    return processesPage(context, new Set(startable.map(({ process }) => process.rules.id)));
  }

  @Get(':process')
  @Header('content-type', HTML)
  async one(@Param('process') id: string, @Language() locale: Locale, @Req() request: FastifyRequest) {
    const process = processFound(id);
    const context = await this.frame.open(request);
    const startable = context.actor ? startableBy(context.actor, context.orgNames) : [];
    const mayStart = startable.some((each) => each.process.rules.id === process.rules.id);
    const content = { view: presentProcess(process, locale), diagram: svgOf(process, locale) };
    return processPage(context, { ...content, mayStart, isLoop: process.everybody !== undefined });
  }

  @Get(':process/diagram.svg')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  diagram(@Param('process') id: string, @Language() locale: Locale) {
    return svgOf(processFound(id), locale);
  }
}

function processFound(id: string) {
  const process = processOf(id);
  if (!process) throw apiProblem('process.unknown', { process: id.slice(0, 60) });
  return process;
}
