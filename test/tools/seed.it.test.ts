import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../db/verify.ts';
import { rules as dispatch } from '../../processes/dispatch/rules.ts';
import { rules as admission } from '../../processes/service-item-admission/rules.ts';
import { firstStories, laterStories } from '../../tools/demo/stories.ts';
import type { Days, Story } from '../../tools/demo/story.ts';
import { seed, seedCommunity } from '../../tools/seed.ts';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';

const stories = [...firstStories, ...laterStories];
/** So many acts are given before the seed is cut off. */
const ACTS_BETWEEN_CUTS = 29;

let kit: ApiKit;
beforeAll(async () => {
  kit = await startApiKit('seed');
});
afterAll(() => kit?.[Symbol.asyncDispose]());

/** The same stories, cut off at one of their acts, with dates that have moved on since the last time. */
function cutOff(round: number, stop: AbortController): Story[] {
  let acts = 0;
  const cut = (form: (days: Days) => object) => (days: Days) => {
    acts += 1;
    if (acts > ACTS_BETWEEN_CUTS) stop.abort();
    return form({ today: days.today, in: (count) => days.in(count + round) });
  };
  return stories.map((story) => ({
    ...story,
    form: cut(story.form),
    steps: story.steps.map((step) => ('command' in step ? { ...step, form: cut(step.form) } : step)),
  }));
}

async function countOf(table: 'ledger' | 'case_view' | 'register_entry' | 'person' | 'holding'): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${sql.table(table)}`.execute(kit.database);
  return rows[0]?.count ?? 0;
}

test('cut off again and again the seed goes on where it stopped, every state is there, and once more changes nothing', async () => {
  const where = { databaseUrl: kit.options.databaseUrl, apiUrl: kit.url };
  let cuts = 0;
  for (let round = 0; ; round++) {
    const stop = new AbortController();
    const ended = await seed({ ...where, stories: cutOff(round, stop), signal: stop.signal }).then(
      () => true,
      (error: unknown) => {
        if (!stop.signal.aborted) throw error;
        return false;
      },
    );
    if (ended) break;
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(4);

  const told = await sql<{ name: string; state: string }>`
    select substring(a.command_id from 'seed-(.*)-0$') as name, v.state
      from command_answer a join case_view v on v.id = a.case_id where a.command_id like '%:seed-%-0'`.execute(
    kit.database,
  );
  // The money of this one is withdrawn in the story of the task that stands still for it.
  const expected = stories.map(({ name, state }) => ({ name, state: name === 'item-visits' ? 'suspended' : state }));
  const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);
  expect(told.rows.sort(byName)).toEqual(expected.sort(byName));
  expect(await countOf('case_view')).toBe(stories.length);

  // What a case only passes through is known by the answers that were given there.
  for (const { id, states } of [admission, dispatch]) {
    const seen = await sql<{ state: string }>`
      select distinct state from (
        select state from case_view where process = ${id}
        union select record->>'state' from command_answer where record->>'process' = ${id}
      ) reached`.execute(kit.database);
    expect(seen.rows.map(({ state }) => state).sort()).toEqual(Object.keys(states).sort());
  }

  const kept = await sql<{ register: string; lines: number }>`
    select register, count(*)::integer as lines from register_entry where not drill
     group by register`.execute(kit.database);
  const lines = Object.fromEntries(kept.rows.map(({ register, lines }) => [register, lines]));
  expect(lines['serviceItemList']).toBeGreaterThan(10);
  expect(lines['burden']).toBeGreaterThan(20);
  expect(lines['aroundTheList']).toBeGreaterThanOrEqual(5);
  expect(lines['cleanUpObjects']).toBeGreaterThanOrEqual(9);
  expect(lines['sealUses']).toBe(2);

  const counts = async () =>
    Promise.all((['ledger', 'case_view', 'register_entry', 'person', 'holding'] as const).map(countOf));
  const before = await counts();
  const lineOfReport: string[] = [];
  await seed({ ...where, report: (line) => lineOfReport.push(line) });
  expect(await counts()).toEqual(before);
  expect(lineOfReport).toEqual([]);
  expect((await verifyLedger(kit.database)).findings).toEqual([]);
}, 300_000);

test('the page of a task that was not handed out says at which gate it stands, and why', async () => {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from case_view where process = 'dispatch' and state = 'blocked'`.execute(kit.database);
  const officer = await kit.as('luo-min');
  const pages = await Promise.all(
    rows.map(async ({ id }) => String((await officer.get(`/cases/${id}`, { headers: { accept: 'text/html' } })).body)),
  );
  for (const reason of ['事项未列入清单', '经费尚未到位', '“农光里社区”不在该事项适用范围内']) {
    expect(pages.filter((page) => page.includes(reason))).toHaveLength(1);
  }
  for (const page of pages) {
    expect(page).toContain('✘ 未开');
    expect(page).not.toMatch(/\d{4}-\d\d-\d\dT/);
  }
});

test('the page of a task that has lost its cover says so, and nothing that holds no more', async () => {
  const { rows } = await sql<{ id: string }>`
    select id from case_view where process = 'dispatch' and state = 'suspended'`.execute(kit.database);
  const officer = await kit.as('luo-min');
  const { body } = await officer.get(`/cases/${rows[0]?.id}`, { headers: { accept: 'text/html' } });
  expect(String(body).match(/[✘✔] (未开|已开)/g)).toEqual(['✘ 未开']);
  expect(String(body)).toContain('事项已暂停');
});

test('outside demo mode nothing is seeded, neither people nor cases', async () => {
  await using real = await startApiKit('seed-real', { demo: false });
  await real.database.deleteFrom('holding').execute();
  const where = { databaseUrl: real.options.databaseUrl, apiUrl: real.url };
  await expect(seed(where)).rejects.toThrow(/demo mode/);
  const held = await real.database.selectFrom('holding').select('person').execute();
  expect(held).toEqual([]);
  // The same rows are written once it is asked for.
  await seedCommunity(real.database);
  expect(await real.database.selectFrom('holding').select('person').execute()).not.toEqual([]);
});
