import { Injectable } from '@nestjs/common';
import { CaseReader, viewOf } from '../../api/cases/case-reader.ts';
import { ApiProblem } from '../../api/problems/api-problem.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import type { CommandView } from '../../processes/kernel/present-commands.ts';
import type { Locale } from '../../processes/kernel/text.ts';

/** As many as a page of the inbox shows. */
export const BULK_MAX = 50;

/** Cases of one process, and what they all can be given. */
export interface BulkChoice {
  cases: readonly CaseView[];
  /** Numbers that could not be found, or may not be seen any more. */
  missing: readonly string[];
  /** Acts that every one of them offers. */
  shared: readonly CommandView[];
  /** More than one process was ticked: what one act means differs. */
  mixed: boolean;
}

/** Looks at several cases at once. */
@Injectable()
export class Bulk {
  constructor(private readonly reader: CaseReader) {}

  async choose(numbers: readonly string[], actor: Actor, locale: Locale): Promise<BulkChoice> {
    // No number has a control character in it, and PostgreSQL takes no null byte.
    const asked = [...new Set(numbers)].filter((number) => /^[^\p{Cc}]{1,100}$/u.test(number)).slice(0, BULK_MAX);
    const found = await Promise.all(asked.map((number) => this.find(number, actor, locale)));
    const cases = found.filter((view): view is CaseView => view !== null);
    const [first, ...others] = cases;
    const mixed = new Set(cases.map(({ process }) => process)).size > 1;
    const shared =
      first && !mixed
        ? first.commands.filter(({ name }) => others.every(({ commands }) => commands.some((one) => one.name === name)))
        : [];
    return { cases, missing: asked.filter((_, index) => found[index] === null), shared, mixed };
  }

  private async find(number: string, actor: Actor, locale: Locale): Promise<CaseView | null> {
    try {
      return viewOf(await this.reader.findByNumber(number, actor), actor, locale);
    } catch (error) {
      if (error instanceof ApiProblem) return null;
      throw error;
    }
  }
}
