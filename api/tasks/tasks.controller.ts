import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { TasksQuery } from '../cases/bodies.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { TaskLists } from './task-lists.ts';

@ApiTags('tasks')
@Controller('api/tasks')
export class TasksController {
  constructor(private readonly lists: TaskLists) {}

  @Get()
  @ApiOperation({ summary: '待办,最急的在前 / The inbox, most pressing first' })
  async inbox(
    @Query({ schema: TasksQuery }) query: z.infer<typeof TasksQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    return await this.lists.inbox(actor, query, locale);
  }
}
