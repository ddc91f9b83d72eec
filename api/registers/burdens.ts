import { Injectable } from '@nestjs/common';
import { listSettings, readBurden } from '../../db/queries/burden.ts';
import { listOrgs } from '../../db/queries/orgs.ts';
import { isWithin } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { allRules } from '../../processes/rules.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { burdenMonths, ceilingFor, ceilingsOf, type Month, monthAfter, monthsBetween, type Share } from './burden.ts';
import { cellText, registerWords } from './register-words.ts';

/** The register that hours are counted from. */
export const BURDEN_REGISTER = 'burden';

const MONTHS_MAX = 60;

/** How much of its time a community is asked for, month by month. */
@Injectable()
export class Burdens {
  constructor(private readonly store: Store) {}

  async read({ org, from, to, locale }: { org: string; from: Month; to: Month; locale: Locale }) {
    if (from > to) throw apiProblem('register.datesReversed', { from, to });
    if (monthAfter(from, MONTHS_MAX) <= to) throw apiProblem('register.spanTooLong', { limit: MONTHS_MAX });
    const { db } = this.store;
    const ceilings = ceilingsOf(allRules);
    const [orgs, rows, settings] = await Promise.all([
      listOrgs(db),
      readBurden(db, { org, fromMonth: monthAfter(from, -1), toMonth: to }),
      listSettings(
        db,
        ceilings.map(({ name }) => name),
      ),
    ]);
    const asked = orgs.find(({ id }) => id === org);
    if (!asked) throw apiProblem('register.orgUnknown', { org: org.slice(0, 60) });
    const months = monthsBetween(from, to);
    const words = registerWords(BURDEN_REGISTER, locale);
    const named = ({ name, hours }: Share) => ({
      source: name,
      sourceText: cellText(words, 'source', name, locale),
      hours,
    });
    const told = (ofRows: typeof rows, ceiling: number | null) =>
      burdenMonths(ofRows, months, ceiling).map(({ bySource, byUnit, ...month }) => ({
        ...month,
        bySource: bySource.map(named),
        byUnit: byUnit.map(({ name, hours }) => ({ unit: name, hours })),
      }));
    const communities = orgs.filter(({ id, level }) => level === 'community' && isWithin(id, org));
    return {
      org,
      orgText: asked.name,
      from,
      to,
      months: told(rows, null).map(({ overCeiling: _, ...month }) => month),
      communities: communities.map(({ id, name }) => {
        const ceilingHoursPerMonth = ceilingFor(id, ceilings, settings);
        const own = rows.filter((row) => row.org === id);
        return { org: id, orgText: name, ceilingHoursPerMonth, months: told(own, ceilingHoursPerMonth) };
      }),
    };
  }
}
