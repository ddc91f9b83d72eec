import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { DeadQuery, NoticesQuery, PreferenceBody, ReadAllBody } from './bodies.ts';
import { Notices } from './notices.ts';
import { Preferences } from './preferences.ts';

@ApiTags('notices')
@Controller('api/notices')
export class NoticesController {
  constructor(
    private readonly notices: Notices,
    private readonly preferences: Preferences,
  ) {}

  @Get()
  @ApiOperation({ summary: '我的通知,最新的在前 / My notices, newest first' })
  async list(
    @Query({ schema: NoticesQuery }) query: z.infer<typeof NoticesQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return await this.notices.list(actor, query, locale);
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOperation({ summary: '标为已读;再次标记不改变时间 / Mark as read; the first time stays' })
  async read(@Param('id') id: string, @CurrentActor() actor: Actor) {
    return await this.notices.read(actor, id);
  }

  @Post('read-all')
  @HttpCode(200)
  @ApiOperation({ summary: '这一条及更早的全部标为已读 / Mark this one and all before it as read' })
  async readAll(@Body({ schema: ReadAllBody }) body: z.infer<typeof ReadAllBody>, @CurrentActor() actor: Actor) {
    return await this.notices.readAll(actor, body);
  }

  @Get('preferences')
  @ApiOperation({ summary: '我的通知方式 / How I am told' })
  async preference(@CurrentActor() actor: Actor) {
    return await this.preferences.read(actor.id);
  }

  @Put('preferences')
  @ApiOperation({ summary: '更改通知方式;未写的项保持不变 / Change how I am told; what is left out stays' })
  async prefer(@Body({ schema: PreferenceBody }) body: z.infer<typeof PreferenceBody>, @CurrentActor() actor: Actor) {
    return await this.preferences.save(actor.id, body);
  }

  @Get('dead')
  @ApiOperation({ summary: '未能送达的通知(运维) / Dead letters, for operators' })
  async dead(
    @Query({ schema: DeadQuery }) query: z.infer<typeof DeadQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return await this.notices.dead(actor, query, locale);
  }

  @Post('dead/:id/resend')
  @HttpCode(200)
  @ApiOperation({ summary: '重新发送(运维),对方凭同一编号去重 / Send again under the same key, for operators' })
  async resend(@Param('id') id: string, @CurrentActor() actor: Actor) {
    await this.notices.resend(actor, id);
    return { id, state: 'waiting' };
  }
}
