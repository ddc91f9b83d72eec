import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { COUNT_LIMIT, listTasks, type TaskLine } from '../../db/queries/tasks.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { isoOf } from '../../processes/kernel/clock.ts';
import { lightWords } from '../../processes/kernel/deadline.ts';
import { grantWords, numberInRound } from '../../processes/kernel/present.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { TasksQuery } from '../cases/bodies.ts';
import { dueIn } from '../cases/case-lines.ts';
import { processFor } from '../cases/case-reader.ts';
import { cursorOf, ORDINAL, readCursor } from '../cursor.ts';
import { CurrentActor, Language } from '../identity/current.ts';
import { Store } from '../store.ts';
import { Inboxes } from './inboxes.ts';

/** As PostgreSQL writes a time, or `infinity` where nothing is due. */
const DUE = /^(?:infinity|\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?[+-]\d\d(?::\d\d)?)$/;

@ApiTags('tasks')
@Controller('api/tasks')
export class TasksController {
  constructor(
    private readonly store: Store,
    private readonly inboxes: Inboxes,
  ) {}

  @Get()
  @ApiOperation({ summary: '待办,最急的在前 / The inbox, most pressing first' })
  async inbox(
    @Query({ schema: TasksQuery }) query: z.infer<typeof TasksQuery>,
    @CurrentActor() actor: Actor,
    @Language() locale: Locale,
  ) {
    const { scope, light, drill, cursor, limit } = query;
    const [dueAt, ordinal] = cursor === undefined ? [] : readCursor(cursor, DUE, ORDINAL);
    const { count, items } = await listTasks(this.store.db, {
      person: scope === 'group' ? null : actor.id,
      groups: scope === 'mine' ? [] : await this.inboxes.of(actor),
      light,
      drill,
      after: dueAt && ordinal ? { dueAt, ordinal } : undefined,
      limit: limit + 1,
    });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      count: Math.min(count, COUNT_LIMIT),
      ...(count > COUNT_LIMIT ? { countCapped: true } : {}),
      items: page.map((line) => presentTask(line, locale)),
      next: last && items.length > limit ? cursorOf(last.dueAt, last.ordinal) : null,
    };
  }
}

function presentTask(line: TaskLine, locale: Locale) {
  const process = processFor(line);
  const texts = process.texts[locale];
  const expects: Readonly<Record<string, string | undefined>> = process.rules.states[line.state]?.expects ?? {};
  const grant = line.role ?? expects[line.command];
  return {
    case: {
      id: line.caseId,
      number: numberInRound(line.number, line.round),
      title: line.title,
      process: line.process,
      state: line.state,
      stateText: texts.states[line.state]?.title ?? line.state,
      org: line.org,
      seq: line.seq,
      drill: line.drill,
    },
    command: line.command,
    title: texts.commands[line.command]?.title ?? line.command,
    scope: line.person === null ? 'group' : 'mine',
    who: grant ? grantWords(process, grant, locale) : '',
    light: line.light,
    lightText: say(lightWords[line.light], locale),
    ...dueIn(line.deadlines),
    since: isoOf(line.sinceMs),
  };
}
