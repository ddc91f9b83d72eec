import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Locale } from '../../processes/kernel/text.ts';
import { Language } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { BurdenQuery } from './bodies.ts';
import { Burdens } from './burdens.ts';

/** How much of its time a community is asked for, so that a change can be counted and not only claimed. */
@ApiTags('registers')
@Controller('api/burden')
@Open()
export class BurdenController {
  constructor(private readonly burdens: Burdens) {}

  @Get()
  @ApiOperation({ summary: '各社区每月负担(小时)及其增减 / Hours a month of each community, with their trend' })
  async read(
    @Query({ schema: BurdenQuery }) { org, from, to }: z.infer<typeof BurdenQuery>,
    @Language() locale: Locale,
  ) {
    return await this.burdens.read({ org, from, to, locale });
  }
}
