import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CalendarYear, checkCalendarYear, withTables } from '../../processes/kernel/calendar.ts';
import { dateOf, yearOf } from '../../processes/kernel/clock.ts';
import { drillCalendars } from '../../tools/demo/drill-calendar.ts';
import { bicycleShed } from '../../tools/demo/resident-proposal.ts';
import { caseWorkflowId, STATE_QUERY, type StateAnswer } from '../../workflows/case.messages.ts';
import { type ApiKit, startApiKit } from './support/api-kit.ts';

const nextYear = yearOf(dateOf(Date.now())) + 1;
const invented: CalendarYear = {
  year: nextYear,
  version: 1,
  drill: true,
  notice: null,
  holidays: [
    { name: { zh: '元旦(演练)', en: "New Year's Day (drill)" }, from: `${nextYear}-01-01`, to: `${nextYear}-01-03` },
  ],
  makeUpWorkdays: [],
};
const { drill: _, ...real } = { ...invented, holidays: [] };

let kit: ApiKit;
beforeAll(async () => {
  kit = await startApiKit('drill-calendars', { withoutNextYear: true });
  await sql`insert into drill_calendar (year, data) values (${nextYear}, ${JSON.stringify(invented)}::jsonb)`.execute(
    kit.database,
  );
});
afterAll(() => kit?.[Symbol.asyncDispose]());

/** The tables that a case carries. */
async function carriedBy(drill: boolean): Promise<CalendarYear[]> {
  const person = await kit.as('liu-guilan');
  const { body } = await person.start({
    process: 'resident-proposal',
    org: 'chaoyang.anzhen.anzhenxili',
    form: bicycleShed(),
    drill,
  });
  const handle = kit.temporal.client.workflow.getHandle(caseWorkflowId(String(body['id'])));
  const { state } = await handle.query<StateAnswer>(STATE_QUERY);
  return [...(state?.calendars ?? [])].filter(({ year }) => year === nextYear);
}

test('a drill carries the invented table of a year that has none, a real case does not', async () => {
  expect(await carriedBy(true)).toEqual([invented]);
  expect(await carriedBy(false)).toEqual([]);
});

test('everybody sees the invented tables apart from the real ones', async () => {
  const apart = await kit.anonymous.get('/api/calendars/drill');
  expect(apart.body).toEqual([invented]);
  const { body } = await kit.anonymous.get(`/api/calendars/${nextYear}`);
  expect(body).toMatchObject({ status: 'missing', version: 0, provisional: true });
});

test('the first real table takes the place of the invented one', async () => {
  expect(withTables([invented], [real])).toEqual([real]);
  await sql`insert into calendar_year (year, version, status, data, origin, confirmed_at)
    values (${nextYear}, 1, 'confirmed', ${JSON.stringify(real)}::jsonb, 'publishedNotice', now())`.execute(
    kit.database,
  );
  // The api keeps its tables for three seconds.
  await expect.poll(() => carriedBy(true), { timeout: 15_000 }).toEqual([real]);
  expect((await kit.anonymous.get('/api/calendars/drill')).body).toEqual([]);
});

test.each(drillCalendars)('the invented table of $year holds no contradiction', (table) => {
  expect(checkCalendarYear(table)).toEqual([]);
});
