import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Locale } from '../../processes/kernel/text.ts';
import { Language } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { ItemsQuery, SimilarQuery } from './bodies.ts';
import { Items } from './items.ts';

/** What goes on in a community, for everybody: no person is named and nothing personal is told. */
@ApiTags('items')
@Controller('api/items')
@Open()
export class ItemsController {
  constructor(private readonly items: Items) {}

  @Get()
  @ApiOperation({ summary: '公开事项,新的在前 / Public cases, newest first' })
  async many(@Query({ schema: ItemsQuery }) query: z.infer<typeof ItemsQuery>, @Language() locale: Locale) {
    return await this.items.list(query, locale);
  }

  @Get('similar')
  @ApiOperation({
    summary: '本社区相似的公开事项,最多5件 / Public cases of the community with a similar title, at most 5',
  })
  async similar(
    @Query({ schema: SimilarQuery }) { org, title }: z.infer<typeof SimilarQuery>,
    @Language() locale: Locale,
  ) {
    return { items: await this.items.similar({ org, title }, locale) };
  }

  @Get(':number')
  @ApiOperation({ summary: '一件公开事项,编号可带轮次 / One public case by its number, with or without the round' })
  async one(@Param('number') number: string, @Language() locale: Locale) {
    return await this.items.one(number, locale);
  }
}
