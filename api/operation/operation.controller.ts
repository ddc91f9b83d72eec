import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { Operation } from './operation.ts';

@ApiTags('operation')
@Controller('api/operation')
export class OperationController {
  constructor(private readonly operation: Operation) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '系统运行:各部分、时钟、待发通知(运维) / Parts, clock and outbox, for operators' })
  async look(@CurrentActor() actor: Actor, @Language() locale: Locale) {
    return await this.operation.look(actor, locale);
  }

  @Post('commands/retry')
  @HttpCode(204)
  @ApiOperation({ summary: '立即再次收尾滞留的操作(运维) / Settle commands that wait at once, for operators' })
  async retry(@CurrentActor() actor: Actor, @Language() locale: Locale): Promise<void> {
    await this.operation.retryCommands(actor, locale);
  }
}
