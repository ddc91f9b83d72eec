import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processFor } from '../../api/cases/case-reader.ts';
import { humanCommands } from '../../api/catalogue/process-view.ts';
import { listDemoPeople } from '../../db/queries/people.ts';
import { verifyLedger } from '../../db/verify.ts';
import { rules as dispatch } from '../../processes/dispatch/rules.ts';
import { processes } from '../../processes/index.ts';
import { maySee } from '../../processes/kernel/present.ts';
import { presentCommands } from '../../processes/kernel/present-commands.ts';
import { calendars } from '../../processes/law/calendars/index.ts';
import { rules as proposal } from '../../processes/resident-proposal/rules.ts';
import { rules as admission } from '../../processes/service-item-admission/rules.ts';
import { firstStories, laterStories } from '../../tools/demo/stories.ts';
import type { Cases, Days, Story } from '../../tools/demo/story.ts';
import { seed, seedCommunity } from '../../tools/seed.ts';
import { startClock } from '../../worker/keep-clock.ts';
import type { CaseRecord } from '../../workflows/case.messages.ts';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { formsIn, type Visitor, visitorAt } from '../web/support/visitor.ts';

const stories = [...firstStories, ...laterStories];
/** So many acts are given before the seed is cut off. */
const ACTS_BETWEEN_CUTS = 79;

const clockId = `clock:${randomUUID()}`;
let kit: ApiKit;
beforeAll(async () => {
  kit = await startApiKit('seed');
  const { client } = kit.temporal;
  // Only the clock opens the orders to which ladders have come.
  await startClock({ client, taskQueue: kit.worker.taskQueue, workflowId: clockId });
});
afterAll(async () => {
  await kit?.temporal.client.workflow.getHandle(clockId).terminate();
  await kit?.[Symbol.asyncDispose]();
});

/** The same stories, cut off at one of their acts, with dates ahead that have moved on since the last time. */
function cutOff(round: number, stop: AbortController): Story[] {
  let acts = 0;
  const cut = (form: Story['form']) => (days: Days, cases: Cases) => {
    acts += 1;
    if (acts > ACTS_BETWEEN_CUTS) stop.abort();
    return form({ today: days.today, in: (count) => days.in(count > 0 ? count + round : count) }, cases);
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

async function ordersUnheard(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from case_view where process = 'supervision-order'
       and 'asked' in (record->'data'->'links'->'issued'->>'standing', record->'data'->'links'->'closed'->>'standing')`.execute(
    kit.database,
  );
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
  // One more than there are stories: the order that the system issued for what is overdue longest.
  expect(await countOf('case_view')).toBe(stories.length + 1);

  // What a case only passes through is known by the answers that were given there.
  for (const { id, states } of [admission, dispatch, proposal]) {
    const seen = await sql<{ state: string }>`
      select distinct state from (
        select state from case_view where process = ${id}
        union select record->>'state' from command_answer where record->>'process' = ${id}
      ) reached`.execute(kit.database);
    const wanted = Object.keys(states).filter((state) => state !== 'unmerging');
    expect(seen.rows.map(({ state }) => state).sort()).toEqual(wanted.sort());
  }

  const kept = await sql<{ register: string; lines: number }>`
    select register, count(*)::integer as lines from register_entry where not drill
     group by register`.execute(kit.database);
  const lines = Object.fromEntries(kept.rows.map(({ register, lines }) => [register, lines]));
  expect(lines['serviceItemList']).toBeGreaterThan(10);
  expect(lines['burden']).toBeGreaterThan(20);
  expect(lines['aroundTheList']).toBeGreaterThanOrEqual(5);
  expect(lines['cleanUpObjects']).toBeGreaterThanOrEqual(9);
  expect(lines['sealUses']).toBe(3);

  // What the orders tell the cases that they are about arrives after the answer to the person.
  await expect.poll(ordersUnheard, { timeout: 30_000 }).toBe(0);
  const counts = async () =>
    Promise.all((['ledger', 'case_view', 'register_entry', 'person', 'holding'] as const).map(countOf));
  const before = await counts();
  const lineOfReport: string[] = [];
  await seed({ ...where, report: (line) => lineOfReport.push(line) });
  expect(await counts()).toEqual(before);
  expect(lineOfReport).toEqual([]);
  expect((await verifyLedger(kit.database)).findings).toEqual([]);
}, 600_000);

test('every light occurs among the drills, and among real cases all but red', async () => {
  const supervisor = await kit.as('shen-yan');
  const isShown = async (light: string, drill: boolean) => {
    const { body } = await supervisor.get(`/api/cases?light=${light}&drill=${drill}&limit=1`);
    return (body['items'] as unknown[]).length > 0;
  };
  for (const light of ['green', 'yellow', 'red', 'grey']) {
    expect({ light, drills: await isShown(light, true) }).toEqual({ light, drills: true });
    expect({ light, real: await isShown(light, false) }).toEqual({ light, real: light !== 'red' });
  }
});

test('what is overdue was urged and ordered, an order was answered late, and three matters are in their second round', async () => {
  const rungs = await sql<{ type: string }>`
    select distinct l.type from ledger l join command_answer a on a.case_id = l.case_id
     where a.command_id like '%:seed-overdue-ordered-0' and l.type like 'deadline.%'`.execute(kit.database);
  expect(rungs.rows.map(({ type }) => type).sort()).toEqual([
    'deadline.ordered',
    'deadline.reminded',
    'deadline.urged',
  ]);
  const orders = await sql<{ lateness: string | null; automatic: boolean; late: boolean }>`
    select record->'data'->'conclusion'->>'lateness' as lateness,
      record->'data'->'issuedBy' = 'null' as automatic,
      exists (select 1 from jsonb_array_elements(record->'deadlines') d
               where d->>'key' = 'handling' and (d->>'endedAt')::bigint > (d->>'dueAt')::bigint) as late
      from case_view where process = 'supervision-order'`.execute(kit.database);
  expect(orders.rows).toContainEqual({ lateness: null, automatic: true, late: false });
  expect(orders.rows).toContainEqual({ lateness: 'subjective', automatic: false, late: true });
  const rounds = await sql<{ because: string }>`
    select record->'data'->'work'->>'startedBecause' as because from case_view
     where process = 'resident-proposal' and round = 2 order by 1`.execute(kit.database);
  expect(rounds.rows.map(({ because }) => because)).toEqual(['belowThreshold', 'belowThreshold', 'reopened']);
});

test('five people have a card with what to try, in the language asked for, and come first', async () => {
  const { body } = await kit.anonymous.get('/api/demo/people', { headers: { 'accept-language': 'zh-CN' } });
  const people = body as unknown as { name: string; card?: { order: number; role: string; tryThis: object[] } }[];
  expect(people.slice(0, 5).map(({ name, card }) => `${card?.order} ${name} ${card?.role}`)).toEqual([
    '1 刘桂兰 居民',
    '2 李晓明 社区工作者',
    '3 许静 街道经办人',
    '4 沈岩 监督员',
    '5 唐锐 区级部门经办人',
  ]);
  expect(people.slice(5).filter(({ card }) => card)).toEqual([]);
  const english = await kit.anonymous.get('/api/demo/people', { headers: { 'accept-language': 'en' } });
  expect(english.body[0 as never]).toMatchObject({
    card: { role: 'Resident', tryThis: [{ path: '/items?stage=1' }, { path: '/propose' }, { path: '/me' }] },
  });
});

/** The gates of every dispatch in a state, as an officer is told them. */
async function gatesIn(state: string): Promise<{ open: boolean; text?: string }[][]> {
  const { rows } = await sql<{ id: string }>`
    select id from case_view where process = 'dispatch' and state = ${state}`.execute(kit.database);
  const officer = await kit.as('luo-min');
  const cases = await Promise.all(rows.map(({ id }) => officer.get(`/api/cases/${id}`)));
  return cases.map(({ body }) => body['gates'] as { open: boolean; text?: string }[]);
}

test('a task that was not handed out says at which gate it stands, and why', async () => {
  const blocked = (await gatesIn('blocked')).map((gates) => gates.filter(({ open }) => !open).map(({ text }) => text));
  for (const reason of ['事项未列入清单', '经费尚未到位', '“农光里社区”不在该事项适用范围内']) {
    expect(blocked.filter((texts) => texts.some((text) => text?.includes(reason)))).toHaveLength(1);
  }
  expect(blocked.flat().join()).not.toMatch(/\d{4}-\d\d-\d\dT/);
});

test('a task that has lost its cover says so, and nothing that holds no more', async () => {
  expect(await gatesIn('suspended')).toMatchObject([[{ open: false, text: expect.stringContaining('事项已暂停') }]]);
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

interface Offer {
  process: string;
  command: string;
  person: string;
  number: string;
  now: boolean;
}

/** What the people of the demo were and are offered, from the cases as they stood after each act of the stories. */
async function offers(): Promise<Offer[]> {
  const people = await listDemoPeople(kit.database);
  const { rows } = await sql<{ record: CaseRecord; now: boolean }>`
    select record, true as now from case_view union all select record, false from command_answer`.execute(kit.database);
  const found = new Map<string, Offer>();
  for (const { record, now } of rows) {
    const process = processFor(record);
    for (const actor of people) {
      if (!maySee(process.rules, record, actor)) continue;
      const at = record.changedAt;
      for (const { name } of presentCommands({ process, record, actor, at, locale: 'zh-CN', calendars })) {
        const key = `${record.process} ${name}`;
        const offer = { process: record.process, command: name, person: actor.id, number: record.number, now };
        if (!found.has(key) || (now && !found.get(key)?.now)) found.set(key, offer);
      }
    }
  }
  return [...found.values()];
}

test('every command of every process is offered to somebody of the demo, and opens as a form on a page', async () => {
  const all = await offers();
  const offered = new Set(all.map(({ process, command }) => `${process} ${command}`));
  const missing = processes.flatMap((process) =>
    humanCommands(process)
      // What opens a case is offered where one starts; what links cases is for the system and for nobody else.
      .filter((command) => command !== process.rules.start && !offered.has(`${process.rules.id} ${command}`))
      .map((command) => `${process.rules.id} ${command}`),
  );
  expect(missing).toEqual([]);

  for (const { rules } of processes) {
    const opener = stories.find((story) => story.process === rules.id)?.by ?? '';
    const starter = visitorAt(kit.url);
    await starter.signIn(opener);
    const page = await starter.open(`/desk/new?process=${rules.id}`);
    expect([rules.id, page.status, formsIn(page.html).some(({ action }) => action.startsWith('/desk/new'))]).toEqual([
      rules.id,
      200,
      true,
    ]);
  }
  const visitors = new Map<string, Visitor>();
  for (const { command, person, number, now } of all) {
    if (!now) continue;
    const visitor = visitors.get(person) ?? visitorAt(kit.url);
    if (!visitors.has(person)) await visitor.signIn(person);
    visitors.set(person, visitor);
    const page = await visitor.open(`/desk/cases/${encodeURIComponent(number)}?act=${command}`);
    const form = formsIn(page.html).find(({ action }) => action.endsWith(`/acts/${command}`));
    expect([command, person, number, page.status, form !== undefined]).toEqual([command, person, number, 200, true]);
  }
}, 180_000);
