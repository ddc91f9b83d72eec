import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { CaseFilter } from '../../db/queries/case-filter.ts';
import { type CaseLine, type CasePlace, countCases, listCases } from '../../db/queries/cases.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { addDays, startOfDay } from '../../processes/kernel/clock.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { cursorOf, DUE, ORDINAL, readCursor } from '../cursor.ts';
import type { Table } from '../exporting/table.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import type { CasesExportQuery, CasesQuery } from './bodies.ts';
import { type CaseItem, presentLine } from './case-lines.ts';
import { caseTable } from './case-table.ts';

/** Counted exactly up to here; beyond, a list says "more than". */
const COUNT_LIMIT = 1000;

/** A table that somebody can still work with; who needs more narrows the search. */
const EXPORT_MAX = 5000;

export interface CaseList {
  items: CaseItem[];
  next: string | null;
  count?: number;
  countCapped?: true;
}

/** The cases a person may see, as lists and tables. */
@Injectable()
export class CaseLists {
  constructor(private readonly store: Store) {}

  async list(actor: Actor, query: z.infer<typeof CasesQuery>, locale: Locale): Promise<CaseList> {
    const { cursor, limit, order, count: counted } = query;
    const filter = filterOf(query);
    const after = cursor === undefined ? undefined : placeOf(cursor, order);
    const [lines, count] = await Promise.all([
      listCases(this.store.db, actor, filter, { order, after, limit: limit + 1 }),
      counted ? countCases(this.store.db, actor, filter, COUNT_LIMIT + 1) : undefined,
    ]);
    const page = lines.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((line) => presentLine(line, locale)),
      next: last && lines.length > limit ? cursorTo(last, order) : null,
      ...(count === undefined ? {} : { count: Math.min(count, COUNT_LIMIT) }),
      ...(count !== undefined && count > COUNT_LIMIT ? { countCapped: true } : {}),
    };
  }

  /** All of a search as one table; refused where it is too long to be one. */
  async table(actor: Actor, query: z.infer<typeof CasesExportQuery>, locale: Locale): Promise<Table> {
    const { order } = query;
    const lines = await listCases(this.store.db, actor, filterOf(query), { order, limit: EXPORT_MAX + 1 });
    if (lines.length > EXPORT_MAX) throw apiProblem('export.tooMany', { limit: EXPORT_MAX });
    return caseTable(
      lines.map((line) => presentLine(line, locale)),
      locale,
    );
  }
}

function filterOf(query: z.infer<typeof CasesExportQuery> | z.infer<typeof CasesQuery>): CaseFilter {
  const { process, state, kind, light, org, q, place, drill, mine, from, to } = query;
  return {
    ...{ process, state, kind, light, org, q, place, drill, mine },
    openedFrom: from === undefined ? undefined : startOfDay(from),
    openedBefore: to === undefined ? undefined : startOfDay(addDays(to, 1)),
  };
}

function cursorTo({ ordinal, dueMs }: CaseLine, order: 'newest' | 'due'): string {
  return order === 'due' ? cursorOf(dueMs ?? 'none', ordinal) : cursorOf(ordinal);
}

function placeOf(cursor: string, order: 'newest' | 'due'): CasePlace {
  const places = order === 'due' ? readCursor(cursor, DUE, ORDINAL) : readCursor(cursor, ORDINAL);
  const [ordinal = '', due = 'none'] = places.toReversed();
  return { ordinal, dueMs: due === 'none' ? null : due };
}
