import type { Database } from '../db/pool.ts';
import { readCalendar } from '../db/queries/calendars.ts';
import { claimCaseRungs, claimDueRungs, listDueCases, putOffRungs, tellTick } from '../db/queries/clock.ts';
import { dateOf, type Instant, yearOf } from '../processes/kernel/clock.ts';
import { isOfficeHour } from '../processes/kernel/ladder.ts';
import type { ClockTick } from '../workflows/clock.messages.ts';

/** One statement takes some 0.2 s for as many; people's commands of these cases wait no longer than that. */
const CASES_AT_ONCE = 1_000;
/** A look ends after this time even if there is more, well within the time-outs of its activity. */
const LOOK_MS = 2_000;
/** Class of errors in which PostgreSQL itself is away or stops a statement: not the fault of any case. */
const AWAY = /^(08|53|55|57|58)/;

/** Claims everything that is due by the clock of real cases. */
export async function claimRungs(database: Database, { now }: { now: Instant }): Promise<ClockTick> {
  const inOfficeHours = await isOpen(database, now);
  const until = performance.now() + LOOK_MS;
  let claimed = 0;
  let step: number;
  do {
    step = await claimBatch(database, { now, inOfficeHours });
    claimed += step;
  } while (step > 0 && performance.now() < until);
  const { nextAtMs, ...waiting } = await tellTick(database, { now, claimed });
  return { ...waiting, claimed, more: step > 0, nextAt: nextAtMs };
}

/** Where a year is not loaded the weekday has to do; nobody is harmed by a reminder on a day that becomes a holiday. */
async function isOpen(database: Database, now: Instant): Promise<boolean> {
  const calendar = await readCalendar(database, yearOf(dateOf(now)));
  return isOfficeHour(now, calendar ? [calendar] : []);
}

async function claimBatch(
  database: Database,
  { now, inOfficeHours }: { now: Instant; inOfficeHours: boolean },
): Promise<number> {
  try {
    return await claimDueRungs(database, { now, inOfficeHours, casesMax: CASES_AT_ONCE });
  } catch (error) {
    if (isAway(error)) throw error;
    return claimOneByOne(database, { now, inOfficeHours });
  }
}

/** One case that cannot be claimed must not keep the others waiting: it is put behind them and tried again later. */
async function claimOneByOne(
  database: Database,
  { now, inOfficeHours }: { now: Instant; inOfficeHours: boolean },
): Promise<number> {
  let claimed = 0;
  for (const caseId of await listDueCases(database, { now, limit: CASES_AT_ONCE })) {
    try {
      claimed += Math.min(1, await claimCaseRungs(database, { caseId, now, inOfficeHours }));
    } catch (error) {
      if (isAway(error)) throw error;
      await putOffRungs(database, { caseId, now });
    }
  }
  return claimed;
}

function isAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || AWAY.test(code);
}
