import { Injectable } from '@nestjs/common';
import { type Actor, isWithin } from '../../processes/kernel/actor.ts';
import { roles } from '../../processes/organisation.ts';
import { Orgs } from '../orgs/orgs.ts';

/** The inboxes that a person's offices open. */
@Injectable()
export class Inboxes {
  constructor(private readonly orgs: Orgs) {}

  /** One inbox per office and organisation: tasks lie at the level of their role, so an office held above reaches all below. */
  async of(actor: Actor): Promise<{ role: string; org: string }[]> {
    const orgs = await this.orgs.all();
    const inboxes = actor.holdings.flatMap(({ role, org: held }) =>
      orgs
        .filter(({ id, level }) => level === roles[role]?.level && isWithin(id, held))
        .map(({ id }) => ({ role: role as string, org: id })),
    );
    return [...new Map(inboxes.map((inbox) => [`${inbox.role}@${inbox.org}`, inbox])).values()];
  }
}
