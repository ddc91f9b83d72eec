import { Injectable } from '@nestjs/common';
import { CaseReader } from '../../api/cases/case-reader.ts';
import { People } from '../../api/identity/people.ts';
import { Orgs } from '../../api/orgs/orgs.ts';
import { ApiProblem } from '../../api/problems/api-problem.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { numberInRound, titleFor } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';

/** No form of ours names more people or cases before it is filled. */
const LOOKED_UP_MAX = 40;

/** What people call the ids that stand in a form already, so that nobody reads an id. */
@Injectable()
export class Names {
  constructor(
    private readonly people: People,
    private readonly orgs: Orgs,
    private readonly reader: CaseReader,
  ) {}

  async in(values: unknown, actor: Actor, locale: Locale): Promise<Record<string, string>> {
    const ids = [...new Set(idsIn(values))].slice(0, LOOKED_UP_MAX);
    const orgs = await this.orgs.names();
    const named = await Promise.all(
      ids.map(async (id) => [id, orgs.get(id) ?? (await this.nameOf(id, actor, locale))] as const),
    );
    return Object.fromEntries(named.filter((one): one is readonly [string, string] => one[1] !== undefined));
  }

  private async nameOf(id: string, actor: Actor, locale: Locale): Promise<string | undefined> {
    const person = await this.people.find(id);
    if (person) return person.name;
    try {
      const { process, record } = await this.reader.find(id, actor);
      return `${numberInRound(record.number, record.data.round)} ${titleFor(process, record, actor, locale)}`;
    } catch (error) {
      if (error instanceof ApiProblem) return undefined;
      throw error;
    }
  }
}

/** Values under keys that name a person, a case or an organisation. */
function idsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /(?:Id|Ids|org|unit)$/.test(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => idsIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => idsIn(inner, name));
}
