import { dateOf, type Instant, yearOf } from '../../processes/kernel/clock.ts';

/**
 * The series a case number is taken from: `朝阳-安贞-安贞西里-2026`, drills `朝阳-安贞-安贞西里-演练-2026`. The year is that
 * of Beijing at the instant of the first entry. The number stays with the case for good; the suffix of a later round
 * (`-R2`) is added where the number is shown.
 */
export function seriesOf(input: { shortNames: readonly string[]; drill: boolean; openedAt: Instant }): string {
  const { shortNames, drill, openedAt } = input;
  return [...shortNames, ...(drill ? ['演练'] : []), yearOf(dateOf(openedAt))].join('-');
}
