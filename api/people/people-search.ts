import { Injectable } from '@nestjs/common';
import { findPeople } from '../../db/queries/people.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { type Locale, say } from '../../processes/kernel/text.ts';
import { isStaffRole, roles } from '../../processes/organisation.ts';
import { Orgs } from '../orgs/orgs.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';

const PEOPLE_MAX = 20;

export interface PersonItem {
  id: string;
  name: string;
  offices: { role: string; org: string; text: string }[];
}

/** Finds people for staff: those of their organisations, of those above and of those below, and nothing but name and office. */
@Injectable()
export class PeopleSearch {
  constructor(
    private readonly store: Store,
    private readonly orgs: Orgs,
  ) {}

  async search(
    actor: Actor,
    { q, org }: { q: string; org?: string | undefined },
    locale: Locale,
  ): Promise<PersonItem[]> {
    const own = actor.holdings.filter(({ role }) => isStaffRole(role)).map((holding) => holding.org);
    if (own.length === 0) throw apiProblem('people.staffOnly');
    const asked = { name: q.normalize('NFKC').trim(), inLineWith: own, org, limit: PEOPLE_MAX };
    const [people, names] = await Promise.all([findPeople(this.store.db, asked), this.orgs.names()]);
    return people.map(({ id, name, holdings }) => ({
      id,
      name,
      offices: holdings.map((holding) => ({
        ...holding,
        text: `${names.get(holding.org) ?? holding.org} ${say(roles[holding.role].title, locale)}`,
      })),
    }));
  }
}
