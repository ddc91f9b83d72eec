import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { listSettings, readBurden } from '../../db/queries/burden.ts';
import { listOrgs } from '../../db/queries/orgs.ts';
import { isWithin } from '../../processes/kernel/actor.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { allRules } from '../../processes/rules.ts';
import { Language } from '../identity/current.ts';
import { Open } from '../identity/guard.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { BurdenQuery } from './bodies.ts';
import { burdenMonths, ceilingFor, ceilingsOf, monthAfter, monthsBetween, type Share } from './burden.ts';
import { cellText, registerWords } from './register-words.ts';

const MONTHS_MAX = 60;

/** How much of its time a community is asked for, so that a change can be counted and not only claimed. */
@ApiTags('registers')
@Controller('api/burden')
@Open()
export class BurdenController {
  constructor(private readonly store: Store) {}

  @Get()
  @ApiOperation({ summary: '各社区每月负担(小时)及其增减 / Hours a month of each community, with their trend' })
  async read(
    @Query({ schema: BurdenQuery }) { org, from, to }: z.infer<typeof BurdenQuery>,
    @Language() locale: Locale,
  ) {
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
    const words = registerWords('burden', locale);
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
