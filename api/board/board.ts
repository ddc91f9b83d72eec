import { Injectable } from '@nestjs/common';
import { countByLight } from '../../db/queries/board.ts';
import { listOrgs } from '../../db/queries/orgs.ts';
import { processes, processOf } from '../../processes/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Light } from '../../processes/kernel/deadline.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { orgAtLevel } from '../../processes/organisation.ts';
import { Store } from '../store.ts';
import { staffReach } from './staff-reach.ts';

/** Open cases by the light that they show. */
export type LightCounts = Record<Light, number>;

/** Open cases of one process in one community, or in an office above. */
export interface BoardCell extends LightCounts {
  process: string;
}

export interface BoardRow {
  org: string;
  orgText: string;
  /** By process; a process without open cases here is left out. */
  cells: BoardCell[];
  total: LightCounts;
}

/** A street with its own cases and those of its communities. */
export interface BoardStreet {
  org: string;
  orgText: string;
  rows: BoardRow[];
  total: LightCounts;
}

export interface BoardView {
  drill: boolean;
  /** The processes that have open cases, in the order of the catalogue. */
  processes: { process: string; processText: string }[];
  streets: BoardStreet[];
  total: LightCounts;
}

export interface BoardQuestion {
  org?: string | undefined;
  process?: string | undefined;
  drill: boolean;
}

export const boardWords = { zh: '查看督办看板', en: 'see the board' };

/** How the open cases stand: counted when it is asked, each at its own clock. */
@Injectable()
export class Board {
  constructor(private readonly store: Store) {}

  async read(actor: Actor, { org, process, drill }: BoardQuestion, locale: Locale): Promise<BoardView> {
    const tops = staffReach(actor, boardWords, locale);
    const [counts, orgs] = await Promise.all([
      countByLight(this.store.db, { tops, org, process, drill }),
      listOrgs(this.store.db),
    ]);
    const names = new Map(orgs.map(({ id, name }) => [id, name]));
    const named = (id: string) => ({ org: id, orgText: names.get(id) ?? id });
    const streets = unique(counts.map((count) => orgAtLevel(count.org, 'subdistrict'))).map((street) => {
      const within = counts.filter((count) => orgAtLevel(count.org, 'subdistrict') === street);
      const rows = unique(within.map((count) => count.org)).map((id) => {
        const own = within.filter((count) => count.org === id);
        const cells = unique(own.map((count) => count.process)).map((name) => ({
          process: name,
          ...sumOf(own.filter((count) => count.process === name)),
        }));
        return { ...named(id), cells, total: sumOf(own) };
      });
      return { ...named(street), rows, total: sumOf(within) };
    });
    const seen = new Set(counts.map((count) => count.process));
    const listed = unique(processes.map(({ rules }) => rules.id)).filter((id) => seen.has(id));
    return {
      drill,
      processes: listed.map((id) => ({ process: id, processText: processOf(id)?.texts[locale].title ?? id })),
      streets,
      total: sumOf(counts),
    };
  }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function sumOf(counts: readonly { light: Light; count: number }[]): LightCounts {
  const sum: LightCounts = { red: 0, yellow: 0, green: 0, grey: 0 };
  for (const { light, count } of counts) sum[light] += count;
  return sum;
}
