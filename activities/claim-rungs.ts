import { sql } from 'kysely';
import type { Database } from '../db/pool.ts';
import { readCalendar } from '../db/queries/calendars.ts';
import { claimCaseRungs, claimDueRungs, listDueCases, putOffRungs, tellTick } from '../db/queries/clock.ts';
import { dateOf, type Instant, yearOf } from '../processes/kernel/clock.ts';
import { isOfficeHour } from '../processes/kernel/ladder.ts';
import type { ClockTick } from '../workflows/clock.messages.ts';

/** One statement takes some 0.15 s for as many; people's commands of these cases wait no longer than that. */
const CASES_AT_ONCE = 500;
/** A look ends after this time even if there is more, well within the time-outs of its activity. */
const LOOK_MS = 2_000;
/** A statement for so many cases ends after this time, far below that of the pool, so that fewer are tried in the same look. */
const STATEMENT_MS = 1_000;
/** Class of errors in which PostgreSQL itself is away or stops a statement: not the fault of any case. */
const AWAY = /^(08|53|55|57|58)/;
/** A statement that took too long; fewer cases may be done in time where many are not. */
const TOO_LONG = '57014';

const TOO_MANY = -1;

/** Claims everything that is due by the clock of real cases. */
export async function claimRungs(
  database: Database,
  { now, casesMax: casesAtOnce = CASES_AT_ONCE }: { now: Instant; casesMax?: number },
): Promise<ClockTick> {
  const inOfficeHours = await isOpen(database, now);
  const until = performance.now() + LOOK_MS;
  let claimed = 0;
  let casesMax = casesAtOnce;
  let step: number;
  do {
    step = await claimBatch(database, { now, inOfficeHours, casesMax });
    if (step === TOO_MANY) {
      casesMax = Math.ceil(casesMax / 10);
      continue;
    }
    claimed += step;
    // A smaller try always follows one that took too long: otherwise each look would begin with the same one, for ever.
  } while (step === TOO_MANY || (step !== 0 && performance.now() < until));
  const { nextAtMs, ...waiting } = await tellTick(database, { now, claimed });
  return { ...waiting, claimed, more: step !== 0, nextAt: nextAtMs };
}

/** Where a year is not loaded the weekday has to do; nobody is harmed by a reminder on a day that becomes a holiday. */
async function isOpen(database: Database, now: Instant): Promise<boolean> {
  const calendar = await readCalendar(database, yearOf(dateOf(now)));
  return isOfficeHour(now, calendar ? [calendar] : []);
}

async function claimBatch(
  database: Database,
  batch: { now: Instant; inOfficeHours: boolean; casesMax: number },
): Promise<number> {
  try {
    return await database.transaction().execute(async (claiming) => {
      await sql`set local statement_timeout = ${sql.lit(STATEMENT_MS)}`.execute(claiming);
      return await claimDueRungs(claiming, batch);
    });
  } catch (error) {
    if (codeOf(error) === TOO_LONG && batch.casesMax > 1) return TOO_MANY;
    if (isAway(error)) throw error;
    return claimOneByOne(database, batch);
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

/** Without a code of PostgreSQL it is the connection that failed. */
function isAway(error: unknown): boolean {
  const code = codeOf(error);
  return code === undefined || !/^[0-9A-Z]{5}$/.test(code) || AWAY.test(code);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
