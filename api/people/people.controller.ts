import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { PeopleSearch } from './people-search.ts';

const PeopleQuery = z.strictObject({
  q: z.string().trim().min(1).max(50).describe('Part of the name'),
  org: z.string().min(1).max(200).optional().describe('With an office in this organisation or below it'),
  lang: z.enum(['zh', 'zh-CN', 'en']).optional(),
});

@ApiTags('identity')
@Controller('api/people')
export class PeopleController {
  constructor(private readonly people: PeopleSearch) {}

  @Get()
  @ApiOperation({ summary: '查找人员(限工作人员,最多20名) / Find people, for staff, at most 20' })
  async many(
    @Query({ schema: PeopleQuery }) { q, org }: z.infer<typeof PeopleQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return { items: await this.people.search(actor, { q, org }, locale) };
  }
}
