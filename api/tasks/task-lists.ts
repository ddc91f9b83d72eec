import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { COUNT_LIMIT, listTasks } from '../../db/queries/tasks.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CalendarTables } from '../calendars/calendar-tables.ts';
import type { TasksQuery } from '../cases/bodies.ts';
import { cursorOf, DUE, ORDINAL, readCursor } from '../cursor.ts';
import { Orgs } from '../orgs/orgs.ts';
import { Store } from '../store.ts';
import { Inboxes } from './inboxes.ts';
import { stillExpected } from './still-expected.ts';
import { presentTask, type TaskItem } from './task-lines.ts';

export interface TaskList {
  /** Exact up to a limit. */
  count: number;
  countCapped?: true;
  items: TaskItem[];
  next: string | null;
}

/** What somebody is expected to do. */
@Injectable()
export class TaskLists {
  constructor(
    private readonly store: Store,
    private readonly inboxes: Inboxes,
    private readonly tables: CalendarTables,
    private readonly orgs: Orgs,
  ) {}

  /** The inbox, most pressing first. */
  async inbox(actor: Actor, query: z.infer<typeof TasksQuery>, locale: Locale): Promise<TaskList> {
    const { scope, light, process, org, q, drill, cursor, limit } = query;
    const [due, ordinal] = cursor === undefined ? [] : readCursor(cursor, DUE, ORDINAL);
    const [{ count, items }, tablesOf, orgNames] = await Promise.all([
      listTasks(this.store.db, {
        reader: actor,
        person: scope === 'group' ? null : actor.id,
        groups: scope === 'mine' ? [] : await this.inboxes.of(actor),
        ...{ light, process, org, q, drill },
        after: due && ordinal ? { dueMs: due === 'none' ? null : due, ordinal } : undefined,
        limit: limit + 1,
      }),
      this.tables.ofEach(),
      this.orgs.names(),
    ]);
    const lines = items.slice(0, limit);
    const last = lines.at(-1);
    const now = Date.now();
    const expected = await stillExpected(this.store.db, lines, { now, tablesOf });
    // Whom a step reaches by two offices has to take it once.
    const page = [...new Map(expected.map((line) => [`${line.caseId} ${line.command}`, line])).values()];
    return {
      count: Math.min(count - (lines.length - page.length), COUNT_LIMIT),
      ...(count > COUNT_LIMIT ? { countCapped: true } : {}),
      items: page.map((line) => presentTask(line, { now, locale, calendars: tablesOf(line), orgNames })),
      next:
        last && items.length > limit ? cursorOf(last.dueMs === null ? 'none' : String(last.dueMs), last.ordinal) : null,
    };
  }
}
