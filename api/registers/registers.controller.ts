import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { sendTable } from '../exporting/send-table.ts';
import { Language, Visitor } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { CSV, XLSX } from '../media.ts';
import { ChangesQuery, ExportQuery, StandingQuery, VersionsQuery } from './bodies.ts';
import { rowsOf } from './register-export.ts';
import { Registers } from './registers.ts';

/**
 * What everybody may know: the list of service items is to be published (北京市街道办事处条例 art. 32). A few registers are
 * public within their community only.
 */
@ApiTags('registers')
@Controller('api/registers')
@Open()
export class RegistersController {
  constructor(private readonly registers: Registers) {}

  @Get()
  @ApiOperation({ summary: '登记簿:清单、负担、用印等 / Public registers and where they are kept' })
  async many(@Visitor() reader: Actor | null, @Language() locale: Locale) {
    return await this.registers.list(locale, reader);
  }

  @Get(':register')
  @ApiOperation({ summary: '某日或某版的内容 / What stood on it on a day, or in a version' })
  async one(
    @Param('register') register: string,
    @Query({ schema: StandingQuery }) { lang: _, ...query }: z.infer<typeof StandingQuery>,
    @Visitor() reader: Actor | null,
    @Language() locale: Locale,
  ) {
    return await this.registers.standing({ register, reader, locale, ...query });
  }

  @Get(':register/versions')
  @ApiOperation({ summary: '各版变更及其办理事项 / Every change with the case that made it, oldest first' })
  async versions(
    @Param('register') register: string,
    @Query({ schema: VersionsQuery }) { org }: z.infer<typeof VersionsQuery>,
    @Visitor() reader: Actor | null,
    @Language() locale: Locale,
  ) {
    return await this.registers.versions({ register, org, reader, locale });
  }

  @Get(':register/changes')
  @ApiOperation({ summary: '两日之间的增减与变更 / What differs between two days' })
  async changes(
    @Param('register') register: string,
    @Query({ schema: ChangesQuery }) { org, from, to }: z.infer<typeof ChangesQuery>,
    @Visitor() reader: Actor | null,
    @Language() locale: Locale,
  ) {
    return await this.registers.changes({ register, org, from, to, reader, locale });
  }

  @Get(':register/export')
  @ApiOperation({ summary: '导出表格(xlsx或CSV) / As a table' })
  @ApiProduces(XLSX, CSV)
  async export(
    @Param('register') register: string,
    @Query({ schema: ExportQuery }) { lang: _, format, ...query }: z.infer<typeof ExportQuery>,
    @Visitor() reader: Actor | null,
    @Language() locale: Locale,
    @Res() reply: FastifyReply,
  ) {
    const standing = await this.registers.standing({ register, reader, locale, ...query });
    const name = `${standing.title}-${standing.orgText}-${standing.on}`;
    const table = { sheet: standing.title, name, rows: rowsOf(standing, locale) };
    await sendTable(reply, table, { format, locale, plainName: 'register' });
  }
}
