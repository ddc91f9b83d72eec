import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { readLedger } from '../../db/queries/ledger.ts';
import { listOrgs } from '../../db/queries/orgs.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { viewerKind } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { sendTable } from '../exporting/send-table.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { CSV, XLSX } from '../media.ts';
import { Store } from '../store.ts';
import { CasesExportQuery, CasesQuery, ClockBody, CommandBody, LedgerQuery, StartBody } from './bodies.ts';
import { CaseClock } from './case-clock.ts';
import { CaseCommands } from './case-commands.ts';
import { CaseLists } from './case-lists.ts';
import { CaseReader, viewOf } from './case-reader.ts';
import { commandIdOf, etagOf, expectedSeqOf } from './headers.ts';
import { presentLedgerLine } from './ledger-lines.ts';

const KEY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description: '1–128 visible ASCII characters; the same key and body get the same answer',
};

@ApiTags('cases')
@Controller('api/cases')
export class CasesController {
  constructor(
    private readonly store: Store,
    private readonly reader: CaseReader,
    private readonly commands: CaseCommands,
    private readonly clock: CaseClock,
    private readonly lists: CaseLists,
  ) {}

  @Post()
  @ApiOperation({ summary: '发起事项 / Open a case' })
  @ApiHeader(KEY_HEADER)
  async start(
    @Body({ schema: StartBody }) body: z.infer<typeof StartBody>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.commands.start({ actor, locale, ...commandIdOf(request, actor) }, body);
    reply.status(201).header('location', `/api/cases/${view.id}`).header('etag', etagOf(view.seq));
    return view;
  }

  @Post(':id/commands/:command')
  @HttpCode(200)
  @ApiOperation({ summary: '办理 / Act on a case' })
  @ApiHeader(KEY_HEADER)
  @ApiHeader({ name: 'If-Match', required: false, description: 'ETag of the case as you saw it, such as "3"' })
  async act(
    @Param('id') caseId: string,
    @Param('command') command: string,
    @Body({ schema: CommandBody }) body: z.infer<typeof CommandBody>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const expectedSeq = expectedSeqOf(request);
    const asking = { actor, locale, ...commandIdOf(request, actor) };
    const view = await this.commands.act(asking, { caseId, command, form: body.form, expectedSeq });
    reply.header('etag', etagOf(view.seq));
    return view;
  }

  @Post(':id/clock')
  @HttpCode(200)
  @ApiOperation({ summary: '快进演练事项的时钟 / Move the clock of a drill forward' })
  async advance(
    @Param('id') caseId: string,
    @Body({ schema: ClockBody }) body: z.infer<typeof ClockBody>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { commandId } = commandIdOf(request, actor);
    const view = await this.clock.advance({ caseId, advance: body.advance, commandId, actor, locale });
    reply.header('etag', etagOf(view.seq));
    return view;
  }

  @Get('export')
  @ApiOperation({ summary: '导出查询结果(xlsx或CSV) / A search as a table' })
  @ApiProduces(XLSX, CSV)
  async export(
    @Query({ schema: CasesExportQuery }) query: z.infer<typeof CasesExportQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Res() reply: FastifyReply,
  ) {
    const table = await this.lists.table(actor, query, locale);
    await sendTable(reply, table, { format: query.format, locale, plainName: 'cases' });
  }

  @Get(':id')
  @ApiOperation({ summary: '事项 / One case' })
  async one(
    @Param('id') caseId: string,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = viewOf(await this.reader.find(caseId, actor), actor, locale);
    reply.header('etag', etagOf(view.seq)).header('cache-control', 'private, no-cache');
    return view;
  }

  @Get()
  @ApiOperation({ summary: '事项列表,新的在前 / Cases, newest first' })
  async many(
    @Query({ schema: CasesQuery }) query: z.infer<typeof CasesQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return await this.lists.list(actor, query, locale);
  }

  @Get(':id/ledger')
  @ApiOperation({ summary: '办理记录 / The ledger of a case, oldest first' })
  async ledger(
    @Param('id') caseId: string,
    @Query({ schema: LedgerQuery }) query: z.infer<typeof LedgerQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    const { process, record } = await this.reader.find(caseId, actor);
    const [after] = query.cursor === undefined ? ['0'] : readCursor(query.cursor, /^[1-9]\d{0,8}$/);
    const [lines, orgs] = await Promise.all([
      readLedger(this.store.db, { caseId, after: Number(after), limit: query.limit + 1 }),
      listOrgs(this.store.db),
    ]);
    const orgNames = new Map(orgs.map(({ id, name }) => [id, name]));
    const page = lines.slice(0, query.limit);
    const last = page.at(-1);
    const reader = { kind: viewerKind(process.rules, record, actor), id: actor.id };
    return {
      items: page.map((line) => presentLedgerLine(process, line, { data: record.data, reader, locale, orgNames })),
      next: last && lines.length > query.limit ? cursorOf(String(last.position)) : null,
    };
  }
}
