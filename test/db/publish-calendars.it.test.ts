import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { listCalendarVersions, readCalendars } from '../../db/queries/calendars.ts';
import { listOpenRollOuts } from '../../db/queries/roll-outs.ts';
import { calendarOf } from '../../processes/kernel/calendar.ts';
import { calendars } from '../../processes/law/calendars/index.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await openTestDatabase('publish calendars');
});
afterAll(() => store[Symbol.asyncDispose]());

const tables = async () => (await listCalendarVersions(store.database)).map(({ data }) => data);

test('a new database holds every published version, and owes nobody anything', async () => {
  expect(await tables()).toEqual(calendars);
  expect(await readCalendars(store.database)).toEqual(
    [...new Set(calendars.map(({ year }) => year))].map((year) => calendarOf(year, calendars)),
  );
  expect(await listOpenRollOuts(store.database)).toEqual([]);
});

test('migrating again changes nothing', async () => {
  const before = await listCalendarVersions(store.database);
  await Promise.all([migrate(store.url), migrate(store.url)]);
  expect(await listCalendarVersions(store.database)).toEqual(before);
});

test('a year that a release brings to a database in use is ordered for the open cases, once', async () => {
  await sql`delete from calendar_year where year = 2026`.execute(store.database);
  await migrate(store.url);
  await migrate(store.url);
  expect(await listOpenRollOuts(store.database)).toEqual([{ year: 2026, version: 1 }]);
  expect(await tables()).toEqual(calendars);
});

test('what officers have put in force stays, and nothing older is sent out after it', async () => {
  const { database } = store;
  await sql`delete from roll_out`.execute(database);
  await sql`insert into person (id, name) values ('one', '甲'), ('two', '乙')`.execute(database);
  await sql`delete from calendar_year where year = 2025`.execute(database);
  await sql`insert into calendar_year (year, version, status, data, origin, entered_by, confirmed_by, confirmed_at)
    values (2025, 2, 'confirmed', '{"year": 2025, "version": 2}', 'officer', 'one', 'two', now())`.execute(database);
  await migrate(store.url);
  expect((await listCalendarVersions(database, 2025)).map(({ version, origin }) => ({ version, origin }))).toEqual([
    { version: 1, origin: 'publishedNotice' },
    { version: 2, origin: 'officer' },
  ]);
  expect(await listOpenRollOuts(database)).toEqual([]);
});
