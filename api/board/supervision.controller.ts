import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { PolicyBody, RecordsQuery, SettingsQuery } from './bodies.ts';
import { Policy } from './policy.ts';
import { Records } from './records.ts';
import { Settings } from './settings.ts';

/** What supervisors look things up by: the records, the figures, and what other figures would mean. */
@ApiTags('board')
@Controller('api')
export class SupervisionController {
  constructor(
    private readonly searched: Records,
    private readonly figures: Settings,
    private readonly policy: Policy,
  ) {}

  @Get('records')
  @ApiOperation({ summary: '查阅办理记录,最新的在前 / The ledger across cases, newest first' })
  async records(
    @Query({ schema: RecordsQuery }) query: z.infer<typeof RecordsQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    const { lang: _, ...question } = query;
    return await this.searched.search(actor, question, locale);
  }

  @Get('settings')
  @ApiOperation({ summary: '各流程参数:现行值、默认值、依据 / Settings in force, with their sources' })
  async settings(
    @Query({ schema: SettingsQuery }) query: z.infer<typeof SettingsQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return await this.figures.read(actor, query.org, locale);
  }

  @Post('policy/preview')
  @HttpCode(200)
  @ApiOperation({
    summary:
      '试算参数调整:哪些在办事项会变灯;不写入 / Which open cases another figure would show otherwise; writes nothing',
  })
  async preview(
    @Body({ schema: PolicyBody }) body: z.infer<typeof PolicyBody>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return await this.policy.preview(actor, body, locale);
  }
}
