import { Injectable } from '@nestjs/common';
import { listOrgs, type OrgRow } from '../../db/queries/orgs.ts';
import { type Actor, isWithin } from '../../processes/kernel/actor.ts';
import { roles } from '../../processes/organisation.ts';
import { Store } from '../store.ts';

const FRESH_MS = 10_000;

/** The inboxes that a person's offices open. */
@Injectable()
export class Inboxes {
  private kept: { until: number; orgs: OrgRow[] } | undefined;

  constructor(private readonly store: Store) {}

  /** One inbox per office and organisation: tasks lie at the level of their role, so an office held above reaches all below. */
  async of(actor: Actor): Promise<{ role: string; org: string }[]> {
    const orgs = await this.orgs();
    const inboxes = actor.holdings.flatMap(({ role, org: held }) =>
      orgs
        .filter(({ id, level }) => level === roles[role]?.level && isWithin(id, held))
        .map(({ id }) => ({ role: role as string, org: id })),
    );
    return [...new Map(inboxes.map((inbox) => [`${inbox.role}@${inbox.org}`, inbox])).values()];
  }

  private async orgs(): Promise<OrgRow[]> {
    if (this.kept && this.kept.until > Date.now()) return this.kept.orgs;
    const orgs = await listOrgs(this.store.db);
    this.kept = { until: Date.now() + FRESH_MS, orgs };
    return orgs;
  }
}
