/** Before and after (前后对比): how many objects and hours there were, and how many run on a day. Pure, for papers and pages. */
import { type DateString, dateOf } from '../kernel/clock.ts';
import type { CleanUpData, CleanUpObject, Kind } from './data.ts';
import { kinds } from './kinds.ts';
import { standing } from './objects.ts';

export interface Amount {
  objects: number;
  hoursPerMonth: number;
  costPerYear: number;
}

interface Measure {
  kind: Kind;
  before: Amount;
  after: Amount;
}

/** Each kind that the census found, in the order of the kinds; `after` counts what runs at the end of the day. */
export function measure(data: Pick<CleanUpData, 'objects'>, on: DateString): Measure[] {
  return kinds.flatMap((kind) => {
    const found = standing(data).filter(({ facet }) => facet.kind === kind);
    if (found.length === 0) return [];
    return [{ kind, before: amountOf(found), after: amountOf(found.filter((object) => runsOn(object, on))) }];
  });
}

/** The sum over all kinds. */
export function total(data: Pick<CleanUpData, 'objects'>, on: DateString): Omit<Measure, 'kind'> {
  const found = standing(data);
  return { before: amountOf(found), after: amountOf(found.filter((object) => runsOn(object, on))) };
}

/** On the day on which it stopped it runs no more; what was only known later counts for the day of its happening. */
function runsOn({ turns }: CleanUpObject, on: DateString): boolean {
  return turns.filter((turn) => turn.on <= on).at(-1)?.type !== 'stopped';
}

function amountOf(objects: readonly CleanUpObject[]): Amount {
  return objects.reduce<Amount>(
    (sum, { facet }) => ({
      objects: sum.objects + 1,
      hoursPerMonth: sum.hoursPerMonth + facet.hoursPerMonth,
      costPerYear: sum.costPerYear + (facet.costPerYear ?? 0),
    }),
    { objects: 0, hoursPerMonth: 0, costPerYear: 0 },
  );
}

/** The day of the last act, on which a view without a clock of its own measures. */
export function lastDay(data: CleanUpData): DateString {
  const instants = [data.openedAt, ...data.objectLines.map(({ at }) => at)];
  return dateOf(Math.max(...instants));
}
