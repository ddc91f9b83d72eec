import { type Database, openDatabase } from '../db/pool.ts';
import { demoOrgs, demoPeople } from './demo/community.ts';
import { createCast, play } from './demo/play.ts';
import { bicycleShed, loop, type Step } from './demo/resident-proposal.ts';

/**
 * Loads the demo community and a few cases in different states. Running it again changes nothing: rows are inserted only
 * where they are missing, and every act has a fixed idempotency key.
 *
 * @param input.apiUrl the running api in demo mode; the cases are opened over HTTP like any other
 */
export async function seed(input: {
  databaseUrl: string;
  apiUrl: string;
  report?: (line: string) => void;
}): Promise<void> {
  const database = openDatabase(input.databaseUrl, { connectionsMax: 2 });
  try {
    await seedCommunity(database);
    if (await hasCases(database)) return;
  } finally {
    await database.destroy();
  }
  await seedCases(input.apiUrl, input.report ?? (() => {}));
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

/** The last case of the seed stands for all: a seed that was interrupted goes on where it stopped. */
async function hasCases(database: Database): Promise<boolean> {
  const row = await database
    .selectFrom('command_answer')
    .select('case_id')
    .where('command_id', 'like', `%:${seedKey('draft', 0)}`)
    .executeTakeFirst();
  return row !== undefined;
}

const seedKey = (name: string, index: number) => `seed-${name}-${index}`;

interface SeedCase {
  name: string;
  title: string;
  /** How far along the loop it has come. */
  until: (step: Step) => boolean;
}

const is = (command: string) => (step: Step) => 'command' in step && step.command === command;

const stories: readonly SeedCase[] = [
  { name: 'shed', title: '12号楼东侧自行车棚顶棚维修', until: is('plan.submit') },
  { name: 'bench', title: '3号楼前增设休息长椅', until: is('proposal.docket') },
  { name: 'light', title: '地下通道照明灯更换', until: is('proposal.accept') },
  { name: 'draft', title: '楼门口无障碍坡道改造', until: is('proposal.publish') },
];

async function seedCases(apiUrl: string, report: (line: string) => void): Promise<void> {
  const cast = createCast(apiUrl);
  const opener = 'liu-guilan';
  const session = await cast(opener);
  for (const { name, title, until } of stories) {
    const form = { ...bicycleShed(), title };
    const view = await session.open(
      { process: 'resident-proposal', org: 'chaoyang.anzhen.anzhenxili', form },
      seedKey(name, 0),
    );
    const steps = loop.slice(0, loop.findIndex(until));
    const end = await play({ view, steps, cast, opener, keys: (index) => seedKey(name, index + 1) });
    report(`${end.number} ${end.title}: ${end.stateText}`);
  }
}
