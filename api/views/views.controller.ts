import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import { CurrentActor } from '../identity/current.ts';
import { SavedViews } from './saved-views.ts';
import { SavedViewBody } from './view-query.ts';

@ApiTags('tasks')
@Controller('api/views')
export class ViewsController {
  constructor(private readonly views: SavedViews) {}

  @Get()
  @ApiOperation({ summary: '我保存的筛选 / My saved views' })
  async many(@CurrentActor() actor: Actor) {
    return { items: await this.views.list(actor) };
  }

  @Post()
  @ApiOperation({ summary: '保存筛选;同名的被替换 / Save a view; one of the same name is replaced' })
  async save(@Body({ schema: SavedViewBody }) body: z.infer<typeof SavedViewBody>, @CurrentActor() actor: Actor) {
    return await this.views.save(actor, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: '删除筛选 / Delete a view' })
  async remove(@Param('id') id: string, @CurrentActor() actor: Actor) {
    await this.views.remove(actor, id);
  }
}
