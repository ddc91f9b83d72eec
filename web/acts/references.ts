import { Injectable } from '@nestjs/common';
import { CasesQuery } from '../../api/cases/bodies.ts';
import { CaseLists } from '../../api/cases/case-lists.ts';
import { Orgs } from '../../api/orgs/orgs.ts';
import { PeopleSearch } from '../../api/people/people-search.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import type { Candidate, Resolve } from '../forms/references.ts';
import { isStaffMember } from '../frame/roles.ts';

const SHOWN = 8;

/** Finds whom or what a typed text means: by id, by number, or by name. */
@Injectable()
export class References {
  constructor(
    private readonly cases: CaseLists,
    private readonly people: PeopleSearch,
    private readonly orgs: Orgs,
  ) {}

  for(actor: Actor, locale: Locale): Resolve {
    return async (widget, text) => {
      const candidates = await this.candidates(widget, text, actor, locale);
      const exact = candidates.filter(({ id, names }) => id === text || names.includes(text));
      const [only] = exact.length > 0 ? exact : candidates;
      const found = exact.length > 0 ? exact : candidates;
      return found.length === 1 && only
        ? { id: only.id, text: only.text }
        : { candidates: found.map(({ id, text: words }) => ({ id, text: words })) };
    };
  }

  private async candidates(
    widget: Parameters<Resolve>[0],
    text: string,
    actor: Actor,
    locale: Locale,
  ): Promise<(Candidate & { names: string[] })[]> {
    const q = text.slice(0, 100);
    if (widget === 'case') {
      const query = CasesQuery.parse({ q, limit: SHOWN });
      const { items } = await this.cases.list(actor, query, locale);
      return items.map(({ id, number, title }) => ({ id, text: `${number} ${title}`, names: [number] }));
    }
    if (widget === 'org') {
      const found = await this.orgs.search({ q });
      return found.slice(0, SHOWN).map(({ id, name }) => ({ id, text: name, names: [name] }));
    }
    if (!isStaffMember(actor)) return [];
    const found = await this.people.search(actor, { q }, locale);
    return found.slice(0, SHOWN).map(({ id, name, offices }) => ({
      id,
      text: [name, ...offices.map((office) => office.text)].join(' '),
      names: [name],
    }));
  }
}
