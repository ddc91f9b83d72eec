import { Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Language } from '../../api/identity/current.ts';
import { Importer } from '../../api/importing/importer.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import { problemDocument } from '../../api/problems/document.ts';
import { recognise } from '../../api/problems/recognise.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { typed } from '../forms/posted.ts';
import type { PageContext } from '../frame/context.ts';
import { Frame } from '../frame/frame.ts';
import { HTML } from '../frame/page.tsx';
import { postedOf } from '../posted.ts';
import { type ImportContent, importPage } from './import-page.tsx';
import { importPlaces } from './import-places.ts';

interface ImportQuery {
  process?: string;
  org?: string;
  act?: string;
}

/** Taking over tables by page: a file where there is script, pasted text where there is none. */
@ApiExcludeController()
@Controller('admin/import')
export class ImportPagesController {
  constructor(
    private readonly frame: Frame,
    private readonly importer: Importer,
  ) {}

  @Get()
  @Header('content-type', HTML)
  async show(@Query() query: ImportQuery, @CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    const context = await this.frame.open(request);
    return importPage(context, { ...placeOf(query, actor, context), text: '', report: null, trouble: null });
  }

  @Post()
  async take(
    @Query() query: ImportQuery,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const context = await this.frame.open(request);
    const found = placeOf(query, actor, context);
    const text = typed(postedOf(request), 'text');
    const file = Buffer.isBuffer(request.body) ? request.body : Buffer.from(asCsv(text), 'utf8');
    const send = async (more: Pick<ImportContent, 'report' | 'trouble'>, status: number) => {
      const html = importPage({ ...context, path: '/admin/import' }, { ...found, text, ...more });
      await reply.status(status).header('content-type', HTML).header('cache-control', 'no-store').send(html);
    };
    try {
      if (!found.place) throw apiProblem('import.notPossible', { process: String(query.process).slice(0, 60) });
      if (file.length === 0) throw apiProblem('import.empty');
      const asked = { process: found.place.process, org: found.org, dryRun: query.act !== 'open', file, actor, locale };
      await send({ report: await this.importer.take(asked), trouble: null }, 200);
    } catch (error) {
      const known = recognise(error);
      if (!known) throw error;
      const trouble = problemDocument(known, locale, request.id);
      await send({ report: null, trouble }, trouble.status);
    }
  }
}

function placeOf(query: ImportQuery, actor: Actor, context: PageContext) {
  const places = importPlaces(actor, context.orgNames, context.locale);
  const place = places.find(({ process }) => process === query.process) ?? places[0] ?? null;
  const org = place?.orgs.find(({ id }) => id === query.org)?.id ?? place?.orgs[0]?.id ?? '';
  return { places, place, org };
}

/** Cells copied from a spreadsheet come parted by tabs. */
function asCsv(text: string): string {
  const lines = text.replaceAll('\r\n', '\n');
  if (!/\t/.test(lines.split('\n', 1)[0] ?? '')) return lines;
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return lines
    .split('\n')
    .map((line) => line.split('\t').map(quoted).join(','))
    .join('\n');
}
