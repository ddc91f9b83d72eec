import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CalendarYear } from '../../processes/kernel/calendar.ts';
import type { DeadlineState } from '../../processes/kernel/case.ts';
import { addDays, type DateString, dateOf, weekdayOf } from '../../processes/kernel/clock.ts';
import type { CaseKit } from '../support/case.ts';
import { heldTables, NEXT_YEAR, openRollingHouse, type RollingHouse, tableOf } from '../support/rolling-house.ts';
import { repairer, worker } from '../support/tiny-people.ts';

let house: RollingHouse;
beforeAll(async () => {
  house = await openRollingHouse('roll-out property');
  await house.startWorker();
});
afterAll(() => house[Symbol.asyncDispose]());

/** Enough to pass the end of next year, so that some dates stay provisional. */
const DAYS_MAX = 330;

const span = fc.tuple(fc.integer({ min: -31, max: 364 }), fc.integer({ min: 0, max: 9 }));
const nextYearsTable = fc.record({
  off: fc.array(span, { maxLength: 6 }),
  made: fc.array(fc.integer({ min: 0, max: 51 }), { maxLength: 5 }),
});
const lampKind = fc.record({
  days: fc.integer({ min: 1, max: DAYS_MAX }),
  end: fc.constantFrom('reported', 'reported', 'assigned', 'repaired'),
});

test('a correction moves exactly the open deadlines that it touches, as a naive count from day to day says', async () => {
  const lamps: CaseKit[] = [];
  let version = 0;
  await fc.assert(
    fc.asyncProperty(nextYearsTable, fc.array(lampKind, { minLength: 4, maxLength: 8 }), async (drawn, kinds) => {
      version += 1;
      // Cases opened now know the tables in force now: those of the round before are in them already.
      const tables = await tablesInForce();
      for (const { days, end } of kinds) {
        const lamp = await house.lamp({ days, tables });
        if (end !== 'reported') await lamp.give('lamp.assign', { to: repairer.id }, worker);
        if (end === 'repaired') await lamp.give('lamp.repair', { how: '换灯泡' }, repairer);
        lamps.push(lamp);
      }
      const before = await clocks(lamps);
      const table = tableFrom(drawn, version);
      const key = await house.order(table);
      await house.startRollOut(key);
      await house.finished(key);
      const after = await clocks(lamps);
      const now = await tablesInForce();
      const moved: string[] = [];
      for (const [id, clock] of before) {
        const told = after.get(id);
        if (clock.endedAt !== null) {
          expect(told).toEqual(clock);
          continue;
        }
        const expected = naiveDue(clock, now);
        expect({ dueDate: told?.dueDate, provisional: told?.provisional }).toEqual(expected);
        if (clock.dueDate !== expected.dueDate || (clock.provisional && !expected.provisional)) moved.push(id);
      }
      const { rows } = await sql<{ id: string }>`select case_id || ' ' || (m->>'deadline') as id
        from ledger l, jsonb_array_elements(l.form->'moves') m
       where l.type = 'calendar.applied' and l.in_force and l.command_id like ${`rollOut:${NEXT_YEAR}v${version}:%`}
         and (m->'fromDueDate' <> m->'toDueDate' or m->'fromProvisional' <> m->'toProvisional')`.execute(
        house.database,
      );
      expect(rows.map(({ id }) => id).sort()).toEqual(moved.sort());
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

/** Every clock of every case that ever ran, by case and name. */
async function clocks(lamps: readonly CaseKit[]): Promise<Map<string, DeadlineState>> {
  const { rows } = await sql<{ id: string; deadlines: DeadlineState[] }>`
    select id, record->'deadlines' as deadlines from case_view where id = any(${lamps.map(({ id }) => id)})`.execute(
    house.database,
  );
  return new Map(rows.flatMap(({ id, deadlines }) => deadlines.map((clock) => [`${id} ${clock.key}`, clock] as const)));
}

async function tablesInForce(): Promise<CalendarYear[]> {
  const { rows } = await sql<{ data: CalendarYear }>`
    select data from calendar_year where year = ${NEXT_YEAR} order by version desc limit 1`.execute(house.database);
  return [...heldTables, ...rows.map(({ data }) => data)];
}

/** Any table at all: days off that do not overlap, and Saturdays that are worked. */
function tableFrom({ off, made }: { off: [number, number][]; made: number[] }, version: number): CalendarYear {
  const first = `${NEXT_YEAR}-01-01`;
  const spans: [string, string][] = [];
  for (const [start, length] of [...off].sort((a, b) => a[0] - b[0])) {
    const from = addDays(first, start);
    const to = [addDays(from, length), `${NEXT_YEAR}-12-31`].sort()[0] ?? from;
    if (from > (spans.at(-1)?.[1] ?? '')) spans.push([from, to]);
  }
  let saturday = first;
  while (weekdayOf(saturday) !== 6) saturday = addDays(saturday, 1);
  const worked = [...new Set(made)].map((week) => addDays(saturday, 7 * week));
  const isFree = (date: string) =>
    date.startsWith(String(NEXT_YEAR)) && !spans.some(([from, to]) => from <= date && date <= to);
  return tableOf(NEXT_YEAR, version, spans, worked.filter(isFree));
}

/** Counts on its fingers, from the raw tables. */
function naiveDue(
  { counting, limit }: DeadlineState,
  tables: readonly CalendarYear[],
): { dueDate: DateString; provisional: boolean } {
  const years = new Map(tables.map((table) => [table.year, table]));
  let provisional = false;
  const isWorked = (date: DateString): boolean => {
    const year = Number(date.slice(0, 4));
    const speaking = date.slice(5, 7) === '12' ? [years.get(year + 1), years.get(year)] : [years.get(year)];
    const named = speaking.find((table) => table && (isOff(table, date) || table.makeUpWorkdays.includes(date)));
    const isOpen = years.get(year) === undefined || (date.slice(5) >= '12-29' && years.get(year + 1) === undefined);
    // What next year's table names is certain even in this year's last days.
    if (isOpen && named?.year !== year + 1) provisional = true;
    if (named) return !isOff(named, date);
    return weekdayOf(date) < 6;
  };
  let date = dateOf(counting.from);
  if ('workingDays' in limit) {
    for (let left = limit.workingDays; left > 0; ) {
      date = addDays(date, 1);
      if (isWorked(date)) left -= 1;
    }
  } else if ('calendarDays' in limit) {
    date = addDays(date, limit.calendarDays);
    while (!isWorked(date)) date = addDays(date, 1);
  }
  return { dueDate: date, provisional };
}

function isOff({ holidays }: CalendarYear, date: DateString): boolean {
  return holidays.some(({ from, to }) => from <= date && date <= to);
}
