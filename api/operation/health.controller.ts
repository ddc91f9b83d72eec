import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { Language } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { Parts } from './parts.ts';

@ApiTags('operation')
@Controller('health')
@Open()
export class HealthController {
  constructor(private readonly parts: Parts) {}

  @Get('live')
  @ApiOperation({ summary: '进程存活 / The process is alive' })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: '各部分是否就绪 / Whether every part is there; names the missing one and its remedy' })
  async ready(@Language() locale: Locale, @Res({ passthrough: true }) reply: FastifyReply) {
    const parts = await this.parts.look();
    const ready = parts.every((part) => part.ok);
    reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    if (!ready) reply.header('retry-after', '5');
    return {
      status: ready ? 'ready' : 'notReady',
      parts: parts.map(({ name, ok, version, remedy }) => ({
        name,
        ok,
        version,
        ...(remedy ? { remedy: say(remedy, locale) } : {}),
      })),
    };
  }
}
