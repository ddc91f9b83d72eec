import { sql } from 'kysely';
import { type Database, openDatabase } from '../db/pool.ts';
import { isDemo, type Patience } from './demo/client.ts';
import { demoOrgs, demoPeople } from './demo/community.ts';
import { type Cast, createCast, daysOf, play } from './demo/play.ts';
import { firstStories, laterStories } from './demo/stories.ts';
import type { Story } from './demo/story.ts';

/** Parts of the instance that start anew after a fall are back within this time. */
const AWAY_MS = 60_000;

/**
 * Loads the demo community and its cases. Running it again changes nothing: rows are inserted only where they are missing,
 * every act has a fixed idempotency key, and what has been given is not given again, so that an interrupted seed goes on
 * where it stopped, on a later day as well.
 *
 * @param input.apiUrl the running api in demo mode; the cases are opened over HTTP like any other
 */
export async function seed(input: {
  databaseUrl: string;
  apiUrl: string;
  stories?: readonly Story[];
  report?: (line: string) => void;
  signal?: AbortSignal;
}): Promise<void> {
  const { apiUrl, stories = [...firstStories, ...laterStories], report = () => {}, signal } = input;
  const patience: Patience = { awayMs: AWAY_MS, ...(signal ? { signal } : {}) };
  if (!(await isDemo(apiUrl, patience))) throw new Error('Not in demo mode: nothing is seeded.');
  const given = await prepare(input.databaseUrl);
  const cast = createCast(apiUrl, patience);
  for (const story of stories.filter((each) => !isTold(each, given))) {
    const end = await tell(story, given, cast);
    report(`${end.number} ${end.title}: ${end.stateText}`);
  }
}

/** The connection is closed before anything is played: the database may fall and come back meanwhile. */
async function prepare(databaseUrl: string): Promise<Given> {
  const database = openDatabase(databaseUrl, { connectionsMax: 2 });
  try {
    await seedCommunity(database);
    return await givenActs(database);
  } finally {
    await database.destroy();
  }
}

/** Organisations and people of the demo, with the offices they hold. */
export async function seedCommunity(database: Database): Promise<void> {
  const orgs = demoOrgs.map(({ id, name, shortName, level, kind }) => ({
    id,
    name,
    short_name: shortName,
    level,
    kind,
    demo: true,
  }));
  const people = demoPeople.map(({ id, name }) => ({ id, name, demo: true }));
  const holdings = demoPeople.flatMap(({ id, holdings }) => holdings.map(([role, org]) => ({ person: id, role, org })));
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('org')
      .values(orgs)
      .onConflict((row) => row.doNothing())
      .execute();
    await transaction
      .insertInto('person')
      .values(people)
      .onConflict((row) => row.doNothing())
      .execute();
    await transaction
      .insertInto('holding')
      .values(holdings)
      .onConflict((row) => row.doNothing())
      .execute();
  });
}

/** By its key, the case on which each act of the seed was given, and where that case stands now. */
type Given = Map<string, { caseId: string; state: string }>;

async function givenActs(database: Database): Promise<Given> {
  const { rows } = await sql<{ key: string; caseId: string; state: string }>`
    select substring(a.command_id from 'seed-.*$') as key, a.case_id as "caseId", v.state
      from command_answer a join case_view v on v.id = a.case_id where a.command_id like '%:seed-%'`.execute(database);
  return new Map(rows.map(({ key, caseId, state }) => [key, { caseId, state }]));
}

const seedKey = (name: string, index: number) => `seed-${name}-${index}`;

/**
 * How many steps need not be taken again: everything up to the last act that was given. Time that passed leaves no key, so
 * where nothing but time is left, the state of the case tells.
 */
function stepsTaken({ name, steps, state }: Story, given: Given): number {
  const taken = steps.findLastIndex((step, index) => 'command' in step && given.has(seedKey(name, index + 1))) + 1;
  const isThere = given.get(seedKey(name, 0))?.state === state;
  return isThere && steps.slice(taken).every((step) => !('command' in step)) ? steps.length : taken;
}

/** True once its case is open and there is nothing left but to look, whatever people have made of it since. */
function isTold(story: Story, given: Given): boolean {
  const left = story.steps.slice(stepsTaken(story, given));
  return given.has(seedKey(story.name, 0)) && left.every((step) => 'reaches' in step);
}

async function tell(story: Story, given: Given, cast: Cast) {
  const { name, process, org, by, drill = false, form, steps } = story;
  const key = seedKey(name, 0);
  const session = await cast(by);
  const known = given.get(key);
  const view = known
    ? await session.get(known.caseId)
    : await session.open({ process, org, form: form(daysOf()), drill }, key);
  given.set(key, { caseId: view.id, state: view.state });
  const taken = known ? stepsTaken(story, given) : 0;
  return await play({
    view,
    steps: steps.slice(taken),
    cast,
    opener: by,
    keys: (index) => seedKey(name, taken + index + 1),
    caseOf: (other) => caseOf(other, given),
  });
}

function caseOf(story: string, given: Given): string {
  const caseId = given.get(seedKey(story, 0))?.caseId;
  if (caseId === undefined) throw new Error(`No case of ${story} yet.`);
  return caseId;
}
