import { Context } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { readCalendar } from '../db/queries/calendars.ts';
import {
  beginRollOut,
  countProgress,
  enrolPage,
  finishRollOut,
  insertRollOutNotices,
  listWaiting,
  noteClosed,
  noteSuperseded,
  noteTold,
  noteTrouble,
  readWaiting,
} from '../db/queries/roll-outs.ts';
import type { RecordDependencies } from '../db/record/write.ts';
import type { CalendarYear } from '../processes/kernel/calendar.ts';
import { dateOf, yearOf } from '../processes/kernel/clock.ts';
import type { RollOutActivities, RollOutKey, RollOutLeft } from '../workflows/calendar-roll-out.messages.ts';
import { beating } from './beating.ts';
import { type Told, tellCase } from './roll-out-case.ts';

const ENROLLED_AT_ONCE = 2_000;
const NOTED_AT_ONCE = 50;
/**
 * How many cases are told at once. Of 5,000 on two cores two took 214 s and people waited 1.43 times as long as usual, three
 * 191 s and 1.82 times; four are half as fast again, but people wait more than twice as long.
 */
const TOLD_AT_ONCE = 2;
/** How long one activity works: after it the workflow shows how far it has come. */
const TURN_MS = 10_000;

/** The work of a roll-out; what was done stands in `roll_out_case`. */
export function createRollOutActivities(dependencies: RecordDependencies & { client: Client }): RollOutActivities {
  const { database } = dependencies;
  return {
    enrolCases: async (key) => {
      await beginRollOut(database, key);
      // No clock starts in a year that is over, so only those that rest on it can need its correction.
      const withOthers = key.year >= yearOf(dateOf(Date.now()));
      for (let after: number | null = 0; after !== null; ) {
        after = await enrolPage(database, { ...key, after, limit: ENROLLED_AT_ONCE, withOthers });
        Context.current().heartbeat(after);
      }
      return await countProgress(database, key);
    },
    tellCases: (args) => beating((cancelled) => tellCases(dependencies, args, cancelled)),
    tellPeople: (key) => insertRollOutNotices(database, key),
    finishRollOut: (key) => finishRollOut(database, key),
  };
}

async function tellCases(
  dependencies: RecordDependencies & { client: Client },
  { wave, ...key }: RollOutKey & { wave: 1 | 2 },
  cancelled: AbortSignal,
): Promise<RollOutLeft> {
  const { database } = dependencies;
  const table = await readCalendar(database, key.year);
  if (table === undefined) throw new Error(`the table of ${key.year} is in the database`);
  if (table.version > key.version) await noteSuperseded(database, key);
  const until = Date.now() + TURN_MS;
  while (Date.now() < until && !cancelled.aborted) {
    const cases = await listWaiting(database, { ...key, wave, limit: NOTED_AT_ONCE });
    if (cases.length === 0) break;
    await tellBatch(dependencies, key, table, cases);
  }
  return { ...(await readWaiting(database, { ...key, wave })), ...(await countProgress(database, key)) };
}

/** A few cases at a time, then one note of what became of them all. Whoever dies before the note tells them once more. */
async function tellBatch(
  dependencies: RecordDependencies & { client: Client },
  key: RollOutKey,
  table: CalendarYear,
  cases: readonly string[],
): Promise<void> {
  const { database } = dependencies;
  const told = new Map<string, Told>();
  const waiting = [...cases];
  const work = async (): Promise<void> => {
    for (let caseId = waiting.shift(); caseId !== undefined; caseId = waiting.shift()) {
      told.set(caseId, await tellCase(dependencies, { caseId, key, table }));
    }
  };
  const works = await Promise.allSettled(Array.from({ length: TOLD_AT_ONCE }, work));
  const having = (outcome: Told['outcome']) => cases.filter((caseId) => told.get(caseId)?.outcome === outcome);
  await noteTold(database, { ...key, cases: having('told') });
  await noteClosed(database, { ...key, cases: having('closed') });
  for (const [caseId, one] of told) {
    if (one.outcome === 'trouble') await noteTrouble(database, { ...key, caseId, trouble: one.trouble });
  }
  const broken = works.find((one) => one.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
}
