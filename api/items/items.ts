import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { readCaseByNumber } from '../../db/queries/cases.ts';
import {
  countItems,
  type ItemFilter,
  type ItemRow,
  listItems,
  listItemTitles,
  type PublicState,
  readItems,
  readPublicIds,
} from '../../db/queries/items.ts';
import { processes } from '../../processes/index.ts';
import type { ItemView } from '../../processes/kernel/everybody.ts';
import { stateRule } from '../../processes/kernel/present.ts';
import { presentForEverybody } from '../../processes/kernel/present-everybody.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { CalendarTables } from '../calendars/calendar-tables.ts';
import { baseNumber, processFor } from '../cases/case-reader.ts';
import { cursorOf, ORDINAL, readCursor } from '../cursor.ts';
import { API_OPTIONS, type ApiOptions } from '../options.ts';
import { Orgs } from '../orgs/orgs.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import type { ItemsQuery } from './bodies.ts';
import { nearest } from './similarity.ts';

const COUNT_LIMIT = 1000;
/** Rows read at once for a page, and how often at most. */
const BATCH = 100;
const BATCHES_MAX = 20;
const SIMILAR_AMONG = 2000;
const SIMILAR_LOOKED_AT = 25;
const SIMILAR_SHOWN = 5;

/** A public case, with its organisation in words. */
export type Item = ItemView & { orgText: string };
/** The same in a list. */
export type ItemLine = Omit<Item, 'sections'>;

export interface ItemList {
  items: ItemLine[];
  next: string | null;
  count?: number;
  countCapped?: true;
}

/** What everybody may see of the cases of a community, whether signed in or not. Drills are shown in a demo only. */
@Injectable()
export class Items {
  constructor(
    private readonly store: Store,
    private readonly tables: CalendarTables,
    private readonly orgs: Orgs,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** Newest first. */
  async list(query: z.infer<typeof ItemsQuery>, locale: Locale): Promise<ItemList> {
    const { org, stage, q, ended, cursor, limit } = query;
    const [before] = cursor === undefined ? [] : readCursor(cursor, ORDINAL);
    const filter = { states: publicStates({ stage, ended }), org, q, drills: this.options.demo };
    const found = await this.shown(filter, { before, limit: limit + 1 }, locale);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    // Words are looked for in texts before names are taken out of them, so a count would tell what a page does not show.
    const count = query.count && q === undefined ? await countItems(this.store.db, filter, COUNT_LIMIT + 1) : undefined;
    return {
      items: page.map(({ item: { sections: _, ...line } }) => line),
      next: last && found.length > limit ? cursorOf(last.ordinal) : null,
      ...(count === undefined ? {} : { count: Math.min(count, COUNT_LIMIT) }),
      ...(count !== undefined && count > COUNT_LIMIT ? { countCapped: true } : {}),
    };
  }

  /** One by its number, with or without the round. What is not public is told like what does not exist. */
  async one(number: string, locale: Locale): Promise<Item> {
    const id = await readCaseByNumber(this.store.db, baseNumber(number));
    const [row] = id === undefined ? [] : await readItems(this.store.db, [id]);
    const item = row && (await this.present(row, locale));
    if (!item || (item.drill && !this.options.demo)) throw apiProblem('case.notFound');
    return item;
  }

  /** Those of these cases that everybody may see. */
  async publicAmong(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    const filter = { states: publicStates({}), drills: this.options.demo };
    return new Set(await readPublicIds(this.store.db, filter, [...new Set(caseIds)]));
  }

  /** The nearest of the same community, for somebody who is about to propose; perhaps the same, perhaps not. */
  async similar({ org, title }: { org: string; title: string }, locale: Locale): Promise<ItemLine[]> {
    const filter = { states: publicStates({}), drills: this.options.demo };
    const known = await listItemTitles(this.store.db, { ...filter, org, limit: SIMILAR_AMONG });
    const ids = nearest(title, known, SIMILAR_LOOKED_AT).map(({ id }) => id);
    const rows = new Map((await readItems(this.store.db, ids)).map((row) => [row.record.id, row]));
    const items = await Promise.all(
      ids.map(async (id) => {
        const row = rows.get(id);
        return row ? await this.present(row, locale) : null;
      }),
    );
    // Ranked again by what is shown: a title that is alike only in a name that was taken out of it is not alike.
    const shown = items.filter((item) => item !== null);
    return nearest(title, shown, SIMILAR_SHOWN).map(({ sections: _, ...line }) => line);
  }

  /** A page of what is really shown: rows of which the words were only found in what is hidden are left out. */
  private async shown(filter: ItemFilter, page: { before: string | undefined; limit: number }, locale: Locale) {
    const { q } = filter;
    const found: { ordinal: string; item: Item }[] = [];
    let { before } = page;
    for (let batch = 0; batch < BATCHES_MAX && found.length < page.limit; batch += 1) {
      const limit = q === undefined ? page.limit : BATCH;
      const rows = await listItems(this.store.db, filter, { before, limit });
      for (const row of rows) {
        const item = await this.present(row, locale);
        if (item && (q === undefined || holds(item, q))) found.push({ ordinal: row.ordinal, item });
      }
      before = rows.at(-1)?.ordinal;
      if (rows.length < limit) break;
    }
    return found.slice(0, page.limit);
  }

  private async present({ record, clockOffsetMs }: ItemRow, locale: Locale): Promise<Item | null> {
    const [calendars, names] = await Promise.all([this.tables.current(), this.orgs.names()]);
    const at = Date.now() + clockOffsetMs;
    const view = presentForEverybody(processFor(record), record, at, locale, calendars);
    return view && { ...view, orgText: names.get(view.org) ?? view.org };
  }
}

/** The states that their processes declare public. */
function publicStates(asked: { stage?: number | undefined; ended?: boolean | undefined }): PublicState[] {
  return processes.flatMap(({ rules, everybody }) =>
    Object.keys(everybody?.states ?? {})
      .filter((state) => {
        const { stage, kind } = stateRule(rules, state);
        const isStage = asked.stage === undefined || stage === asked.stage;
        return isStage && (asked.ended === undefined || (kind === 'final') === asked.ended);
      })
      .map((state) => ({ process: rules.id, version: rules.version, state })),
  );
}

function holds({ number, title, place }: Item, q: string): boolean {
  const words = plain(`${number}\n${title}\n${place ?? ''}`);
  return words.includes(plain(q)) || words.includes(plain(baseNumber(q)));
}

function plain(words: string): string {
  return words.normalize('NFKC').trim().toLowerCase();
}
