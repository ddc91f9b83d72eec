import { Injectable } from '@nestjs/common';
import { listOrgs, type OrgRow } from '../../db/queries/orgs.ts';
import { Store } from '../store.ts';

const FRESH_MS = 10_000;

/** All organisations, kept for some seconds: every page and every inbox needs them. */
@Injectable()
export class OrgNames {
  private kept: { until: number; orgs: OrgRow[]; names: ReadonlyMap<string, string> } | undefined;

  constructor(private readonly store: Store) {}

  /** From the top down. */
  async all(): Promise<readonly OrgRow[]> {
    return (await this.fresh()).orgs;
  }

  /** Names by their id. */
  async names(): Promise<ReadonlyMap<string, string>> {
    return (await this.fresh()).names;
  }

  private async fresh() {
    if (this.kept && this.kept.until > Date.now()) return this.kept;
    const orgs = await listOrgs(this.store.db);
    this.kept = { until: Date.now() + FRESH_MS, orgs, names: new Map(orgs.map(({ id, name }) => [id, name])) };
    return this.kept;
  }
}
