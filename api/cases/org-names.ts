import { Injectable } from '@nestjs/common';
import { listOrgs } from '../../db/queries/orgs.ts';
import { Store } from '../store.ts';

const FRESH_MS = 10_000;

/** Names of organisations by their id: pages and views say them in place of ids. */
@Injectable()
export class OrgNames {
  private kept: { until: number; names: ReadonlyMap<string, string> } | undefined;

  constructor(private readonly store: Store) {}

  async all(): Promise<ReadonlyMap<string, string>> {
    if (this.kept && this.kept.until > Date.now()) return this.kept.names;
    const names = new Map((await listOrgs(this.store.db)).map(({ id, name }) => [id, name]));
    this.kept = { until: Date.now() + FRESH_MS, names };
    return names;
  }
}
