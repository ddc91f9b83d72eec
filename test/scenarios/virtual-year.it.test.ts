import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { claimRungs } from '../../activities/claim-rungs.ts';
import { openDatabase } from '../../db/pool.ts';
import { takeMoves } from '../../db/queries/clock.ts';
import { writeCase } from '../../db/record/write.ts';
import { verifyLedger } from '../../db/verify.ts';
import {
  actAtNoon,
  beginLife,
  compareClocks,
  dice,
  type Life,
  wakeUp,
} from '../processes/kernel/support/naive-life.ts';
import { lookAt } from '../processes/kernel/support/naive-wall.ts';
import { plusDays, worked } from '../processes/kernel/support/wall-calendar.ts';
import { beijing, cast, rules, wait } from '../processes/kernel/support/workshop.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { answerOf } from '../support/tiny-steps.ts';

/**
 * A year of 200 cases on a real PostgreSQL: people act at random, holidays come, nobody looks for days on end, and
 * the house is started anew after it. What stands in the ledger at the end is what a naive count says should have been sent.
 */
const CASES = 200;
const FIRST_DAY = '2025-01-06';
const DAYS = 365;
/** Days on which nothing runs: over weekends, whole weeks, the Spring Festival and the National Day. */
const OUTAGES = [
  ['2025-01-24', '2025-02-06'],
  ['2025-03-17', '2025-03-21'],
  ['2025-05-16', '2025-05-19'],
  ['2025-07-07', '2025-07-15'],
  ['2025-08-29', '2025-09-02'],
  ['2025-09-30', '2025-10-08'],
  ['2025-11-03', '2025-11-10'],
  ['2025-12-02', '2025-12-04'],
] as const;
const isOut = (day: string) => OUTAGES.some(([from, until]) => from <= day && day <= until);
const isBackOn = (day: string) => OUTAGES.some(([, until]) => day === plusDays(until, 1));

/** A case as its workflow would carry it: what is recorded so far. */
interface Recorded {
  life: Life;
  entries: number;
  number?: string;
}

const recorder = (store: () => TestDatabase) => async (one: Recorded) => {
  const { shop } = one.life;
  if (shop.entries.length === one.entries) return;
  const state = one.number === undefined ? shop.state : { ...shop.state, number: one.number };
  const recorded = await writeCase(
    { database: store().database, rulesFor: () => rules },
    answerOf({ state, entries: shop.entries.slice(one.entries), notices: [] }, { rules }),
  );
  one.entries = shop.entries.length;
  one.number = recorded.number;
};

/** What the clock wrote into the chains since the last time, by the day of the look. */
const reader = (store: () => TestDatabase) => {
  let position = 0;
  return async (today: string): Promise<string[]> => {
    const rows = await store()
      .database.selectFrom('ledger')
      .select(['id', 'case_id', 'form'])
      .where('kind', '=', 'rung')
      .where('id', '>', position)
      .orderBy('id')
      .execute();
    position = rows.at(-1)?.id ?? position;
    return rows
      .filter(({ form }) => form['deadline'] === 'workingDays')
      .map(({ case_id: id, form }) =>
        said(id, today, [...(form['missed'] as string[]), String(form['rung'])], form['due']),
      );
  };
};

const said = (id: string, today: string, rungs: readonly string[], due: unknown) =>
  `${id} ${today} ${rungs.join('+')} due ${due}`;

/** What the counters on the wall say that this look has to send. */
function expected(cases: readonly Recorded[], today: string): string[] {
  return cases.flatMap(({ life }) => {
    const rungs = lookAt(life.wall, today);
    return rungs.length === 0 ? [] : [said(life.shop.state.id, today, rungs, life.wall.due)];
  });
}

test('a virtual year of 200 cases: the ledger holds what a naive count says, on the day it says, once', async () => {
  let store = await openTestDatabase('virtual year');
  const record = recorder(() => store);
  const news = reader(() => store);
  const roll = dice(2025);
  await employ(store);
  const cases: Recorded[] = [];
  for (let seed = 1; seed <= CASES; seed += 1) {
    const life = beginLife({ seed, begin: plusDays(FIRST_DAY, -roll(5)), roll: dice(seed), id: `year-${seed}` });
    cases.push({ life, entries: 0 });
  }
  const byId = new Map(cases.map((one) => [one.life.shop.state.id, one]));
  await inTurns(cases, record);

  /** Two clocks look at once; then the cases whose time is over are told, as the clock of real cases does. */
  const look = async (today: string, time: string) => {
    const now = beijing(`${today}T${time}`);
    await Promise.all([claimRungs(store.database, { now }), claimRungs(store.database, { now })]);
    const moved = (await takeMoves(store.database, { now, limit: CASES * 2 })).map((id) => byId.get(id));
    for (const one of moved) {
      if (one === undefined) continue;
      one.life.shop = wait(one.life.shop, `${today}T${time}`);
      await record(one);
    }
    if (moved.length > 0) await claimRungs(store.database, { now });
    return news(today);
  };

  let sent = 0;
  let merged = 0;
  for (let day = 1; day <= DAYS; day += 1) {
    const today = plusDays(FIRST_DAY, day);
    if (isBackOn(today)) {
      await store[Symbol.asyncDispose]();
      store = reopened(store);
    }
    for (const { life } of cases) wakeUp(life, today);
    const inOffice = async (time: string) => {
      if (isOut(today)) return;
      const found = await look(today, time);
      expect(found.sort()).toEqual((worked.has(today) ? expected(cases, today) : []).sort());
      sent += found.length;
      merged += found.filter((one) => one.includes('+')).length;
    };
    await inOffice('10:00');
    for (const { life } of cases) actAtNoon(life, today, 50);
    await inTurns(cases, record);
    await inOffice('17:30');
    // At night nobody is told anything, although the clock looks.
    if (!isOut(today)) expect(await look(today, '23:00')).toEqual([]);
    for (const { life } of cases) compareClocks(life, today);
  }

  const acts = cases.reduce((sum, { life }) => sum + life.acts, 0);
  expect([sent > 1000, merged > 20, acts > 3000]).toEqual([true, true, true]);
  expect(await keysSentTwice(store)).toEqual([]);
  expect(await noticesWithoutRow(store)).toEqual([]);
  expect((await verifyLedger(store.database)).findings).toEqual([]);
  await store[Symbol.asyncDispose]();
});

/** Whoever is told: the worker in charge and the leader, who gets the copies. */
async function employ({ database }: TestDatabase): Promise<void> {
  const people = [cast.worker.id, 'leader'].map((id) => ({ id, name: id }));
  await database.insertInto('person').values(people).execute();
  await database
    .insertInto('holding')
    .values([
      { person: cast.worker.id, role: 'communityWorker', org: 'chaoyang.anzhen.anzhenxili' },
      { person: 'leader', role: 'subdistrictLeader', org: 'chaoyang.anzhen' },
    ])
    .execute();
}

function reopened({ url }: TestDatabase): TestDatabase {
  const database = openDatabase(url, { connectionsMax: 20 });
  return { url, database, [Symbol.asyncDispose]: () => database.destroy() };
}

async function inTurns(cases: readonly Recorded[], work: (one: Recorded) => Promise<void>): Promise<void> {
  const waiting = [...cases];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

async function keysSentTwice({ database }: TestDatabase): Promise<unknown[]> {
  const { rows } = await sql`
    select case_id, key from ledger, jsonb_array_elements_text(form->'keys') as key
     where kind = 'rung' group by case_id, key having count(*) > 1`.execute(database);
  return rows;
}

/** Each row has the notices that it says it has. */
async function noticesWithoutRow({ database }: TestDatabase): Promise<unknown[]> {
  const { rows } = await sql`
    select l.case_id, l.position from ledger l
      left join outbox o on o.case_id = l.case_id and o.position = l.position
     where l.kind = 'rung' group by l.case_id, l.position, l.form
    having count(o.id) <> (l.form->>'told')::integer + (l.form->>'copied')::integer`.execute(database);
  return rows;
}
