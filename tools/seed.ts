import { sql } from 'kysely';
import { type Database, openDatabase } from '../db/pool.ts';
import { HOUR_MS, parseDuration } from '../processes/kernel/clock.ts';
import type { CaseView } from '../processes/kernel/present.ts';
import { demoCards } from './demo/cards.ts';
import { isDemo, type Patience } from './demo/client.ts';
import { type DemoPerson, demoOrgs, demoPeople } from './demo/community.ts';
import { drillCalendars } from './demo/drill-calendar.ts';
import { type Cast, createCast, daysOf, play } from './demo/play.ts';
import { firstStories, laterStories } from './demo/stories.ts';
import { type CaseOfStory, isTime, isWait, type Story, type StoryStep, type TimeStep } from './demo/story.ts';

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

/** Organisations and people of the demo, with the offices they hold, and the days off that its drills count by. */
export async function seedCommunity(database: Database): Promise<void> {
  const orgs = demoOrgs.map(({ id, name, shortName, level, kind }) => ({
    id,
    name,
    short_name: shortName,
    level,
    kind,
    demo: true,
  }));
  const holdings = demoPeople.flatMap(({ id, holdings }) => holdings.map(([role, org]) => ({ person: id, role, org })));
  await database.transaction().execute(async (transaction) => {
    for (const table of drillCalendars) {
      await sql`insert into drill_calendar (year, data) values (${table.year}, ${JSON.stringify(table)}::jsonb)
        on conflict do nothing`.execute(transaction);
    }
    await transaction
      .insertInto('org')
      .values(orgs)
      .onConflict((row) => row.doNothing())
      .execute();
    await transaction
      .insertInto('person')
      .values(demoPeople.map(personRow))
      // What to try may have got better words since.
      .onConflict((row) => row.column('id').doUpdateSet({ card: (excluded) => excluded.ref('excluded.card') }))
      .execute();
    await transaction
      .insertInto('holding')
      .values(holdings)
      .onConflict((row) => row.doNothing())
      .execute();
  });
}

/** A person of the demo as a row, with what to try as her. */
export function personRow({ id, name }: DemoPerson): { id: string; name: string; demo: true; card: string | null } {
  const card = demoCards[id];
  return { id, name, demo: true, card: card ? JSON.stringify(card) : null };
}

/** By its key, the case on which each act of the seed was given, and where that case stands now. */
type Given = Map<string, CaseOfStory & { isOver: boolean; clockOffsetMs: number }>;

async function givenActs(database: Database): Promise<Given> {
  const { rows } = await sql<CaseOfStory & { key: string; isOver: boolean; clockOffsetMs: number }>`
    select substring(a.command_id from 'seed-.*$') as key, v.id, v.number, v.title, v.kind = 'final' as "isOver",
      v.clock_offset_ms as "clockOffsetMs"
      from command_answer a join case_view v on v.id = a.case_id where a.command_id like '%:seed-%'`.execute(database);
  return new Map(rows.map(({ key, ...standing }) => [key, standing]));
}

const seedKey = (name: string, index: number) => `seed-${name}-${index}`;

/**
 * How many steps need not be taken again: everything up to the last act that was given. Time that passed leaves no key, so
 * where nothing but time is left, the case's own clock tells, or that the case is over.
 */
function stepsTaken({ name, steps }: Story, given: Given): number {
  const taken = steps.findLastIndex((step, index) => !isTime(step) && given.has(seedKey(name, index + 1))) + 1;
  const standing = given.get(seedKey(name, 0));
  const time = steps.filter(isTime).reduce((ms, step) => ms + leastOf(step), 0);
  const isPast = standing !== undefined && (standing.isOver || Number(standing.clockOffsetMs) >= time);
  return isPast && steps.slice(taken).every((step) => isTime(step) || isWait(step)) ? steps.length : taken;
}

/** How far a clock stands ahead at least once a step of time was taken. */
function leastOf(step: TimeStep): number {
  return 'advance' in step ? (parseDuration(step.advance) ?? 0) - HOUR_MS : HOUR_MS;
}

/** True if time is to pass until a limit that has ended: it was cut off between this time and the next act. */
function isBehind(step: StoryStep | undefined, { deadlines }: CaseView): boolean {
  if (step === undefined || !isTime(step) || 'advance' in step) return false;
  return !deadlines.some(({ key }) => key === step.advanceTo.deadline);
}

/** True once its case is open and there is nothing left but to look, whatever people have made of it since. */
function isTold(story: Story, given: Given): boolean {
  const left = story.steps.slice(stepsTaken(story, given));
  return given.has(seedKey(story.name, 0)) && left.every(isWait);
}

async function tell(story: Story, given: Given, cast: Cast) {
  const { name, process, org, by, drill = false, form, steps } = story;
  const key = seedKey(name, 0);
  const session = await cast(by);
  const cases = (other: string) => caseOf(other, given);
  const known = given.get(key);
  const view = known
    ? await session.get(known.id)
    : await session.open({ process, org, form: form(daysOf(), cases), drill }, key);
  const told = known ? stepsTaken(story, given) : 0;
  const taken = known && isBehind(steps[told], view) ? told + 1 : told;
  // Other stories know it by its base number, which stays when it begins another round.
  if (!known) given.set(key, { id: view.id, number: view.number, title: view.title, isOver: false, clockOffsetMs: 0 });
  return await play({
    view,
    steps: steps.slice(taken),
    cast,
    opener: by,
    keys: (index) => seedKey(name, taken + index + 1),
    cases,
  });
}

function caseOf(story: string, given: Given): CaseOfStory {
  const found = given.get(seedKey(story, 0));
  if (found === undefined) throw new Error(`No case of ${story} yet.`);
  return found;
}
