import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { levels } from '../../processes/organisation.ts';
import { Open } from '../identity/guard.ts';
import { Orgs } from './orgs.ts';

const OrgsQuery = z.strictObject({
  q: z.string().max(100).optional().describe('Part of the name'),
  level: z.enum(levels).optional(),
  within: z.string().min(1).max(200).optional().describe('This organisation and those below it'),
  lang: z.enum(['zh', 'zh-CN', 'en']).optional(),
});

@ApiTags('catalogue')
@Controller('api/orgs')
@Open()
export class OrgsController {
  constructor(private readonly orgs: Orgs) {}

  @Get()
  @ApiOperation({ summary: '组织:区、街道、社区 / Organisations, from the district down' })
  async many(@Query({ schema: OrgsQuery }) { q, level, within }: z.infer<typeof OrgsQuery>) {
    return await this.orgs.search({ q, level, within });
  }
}
