import type { Instant } from '../../../processes/kernel/clock.ts';
import {
  dayOfQuery,
  type RegisterEntry,
  type RegisterLine,
  type RegisterQuery,
} from '../../../processes/kernel/register.ts';
import { pathOf } from '../../../processes/organisation.ts';
import { standingOn } from '../support/standing-on.ts';

/** A line of a register with the case and the organisation that keep it. */
export type Kept = RegisterEntry & { org: string; caseId: string };

/** What the database answers to queries: the lines that stand on the day, of the organisation or those above it. */
export function lookedUp(
  book: readonly Kept[],
  queries: readonly RegisterQuery[],
  of: { org: string; at: Instant },
): RegisterLine[] {
  return queries.flatMap((query) => {
    const orgs = query.scope === 'own' ? [of.org] : pathOf(of.org);
    const kept = book.filter(
      ({ register, org, key }) =>
        register === query.register && orgs.includes(org) && key.startsWith(query.keyPrefix ?? ''),
    );
    return standingOn(kept, dayOfQuery(query, of.at)).flatMap((line) => {
      const { value, ...rest } = line;
      return value === null ? [] : [{ ...rest, value }];
    });
  });
}

/** An item in the public list from a day on; `null` takes it off. */
export function listed(day: string, changes: Partial<Kept> = {}): Kept {
  return {
    register: 'serviceItemList',
    key: 'XZ-017',
    at: 0,
    day,
    org: 'chaoyang',
    caseId: 'admission-1',
    value: { code: 'XZ-017', name: '充电安全入户', admissionNumber: '朝阳-2026-0009' },
    ...changes,
  };
}

export const theList: readonly Kept[] = [listed('2026-01-01')];

/** Hours that another case takes of a community in a month. */
export function hours(month: string, amount: number, changes: Partial<Kept> = {}): Kept {
  return {
    register: 'burden',
    key: `${month}:other-1`,
    at: 0,
    day: `${month}-01`,
    org: 'chaoyang.anzhen.anzhenxili',
    caseId: 'other-1',
    value: { month, hours: amount, source: 'register', title: '流动人口台账', unit: '某科室' },
    ...changes,
  };
}
