import { readCase } from '../../db/queries/cases.ts';
import type { Db } from '../../db/queries/query.ts';
import type { TaskLine } from '../../db/queries/tasks.ts';
import { expectationsOf } from '../../processes/kernel/addressees.ts';
import type { Calendars } from '../../processes/kernel/calendar.ts';
import type { Instant } from '../../processes/kernel/clock.ts';
import type { Condition } from '../../processes/kernel/define-rules.ts';
import { processFor } from '../cases/case-reader.ts';

/**
 * The lines whose step can still be taken. A line is written with the last act of its case; where a condition of the step looks
 * at the time, the case is asked again, so that nothing stands in an inbox that its page does not offer.
 */
export async function stillExpected(
  db: Db,
  lines: readonly TaskLine[],
  reading: { now: Instant; tablesOf: (line: TaskLine) => Calendars },
): Promise<TaskLine[]> {
  const kept = await Promise.all(
    lines.map(async (line) => {
      const { rules } = processFor(line);
      const conditions: readonly Condition<unknown, unknown, string>[] = rules.conditions[line.command] ?? [];
      if (!conditions.some(({ dependsOnTime }) => dependsOnTime)) return [line];
      const row = await readCase(db, line.caseId);
      const now = { at: reading.now + line.clockOffsetMs, calendars: reading.tablesOf(line) };
      const steps = row ? expectationsOf(rules, row.record, now) : [];
      return steps.some(({ command }) => command === line.command) ? [line] : [];
    }),
  );
  return kept.flat();
}
