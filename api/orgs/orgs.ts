import { Injectable } from '@nestjs/common';
import { listOrgs, type OrgRow } from '../../db/queries/orgs.ts';
import { isWithin } from '../../processes/kernel/actor.ts';
import { type Level, pathOf } from '../../processes/organisation.ts';
import { Store } from '../store.ts';

/** Organisations change rarely; a new one is known after this time. */
const FRESH_MS = 5_000;

export interface OrgItem extends OrgRow {
  /** The organisations above it, from the top down, in words. */
  pathText: string;
}

/** The organisations, read from PostgreSQL and kept for a few seconds. */
@Injectable()
export class Orgs {
  private kept: { until: number; orgs: OrgRow[]; names: ReadonlyMap<string, string> } | undefined;

  constructor(private readonly store: Store) {}

  /** All of them, from the top down. */
  async all(): Promise<readonly OrgRow[]> {
    return (await this.fresh()).orgs;
  }

  /** Names by their id. */
  async names(): Promise<ReadonlyMap<string, string>> {
    return (await this.fresh()).names;
  }

  /** Those of a level, within another, whose name holds some words. */
  async search(asked: {
    q?: string | undefined;
    level?: Level | undefined;
    within?: string | undefined;
  }): Promise<OrgItem[]> {
    const { orgs, names } = await this.fresh();
    const words = plain(asked.q ?? '');
    return orgs
      .filter(({ level }) => asked.level === undefined || level === asked.level)
      .filter(({ id }) => asked.within === undefined || isWithin(id, asked.within))
      .filter(({ name }) => plain(name).includes(words))
      .map((org) => ({ ...org, pathText: pathText(org.id, names) }));
  }

  private async fresh() {
    if (this.kept && this.kept.until > Date.now()) return this.kept;
    const orgs = await listOrgs(this.store.db);
    const names = new Map(orgs.map(({ id, name }) => [id, name]));
    this.kept = { until: Date.now() + FRESH_MS, orgs, names };
    return this.kept;
  }
}

function plain(words: string): string {
  return words.normalize('NFKC').trim().toLowerCase();
}

function pathText(id: string, names: ReadonlyMap<string, string>): string {
  return pathOf(id)
    .slice(0, -1)
    .map((above) => names.get(above) ?? above)
    .join(' · ');
}
