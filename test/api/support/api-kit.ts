import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inject } from 'vitest';
import type { Api } from '../../../api/create-api.ts';
import type { ApiOptions } from '../../../api/options.ts';
import { type Database, openDatabase } from '../../../db/pool.ts';
import { type CalendarYear, calendarOf } from '../../../processes/kernel/calendar.ts';
import { dateOf, yearOf } from '../../../processes/kernel/clock.ts';
import { calendars } from '../../../processes/law/calendars/index.ts';
import { rulesFor } from '../../../processes/rules.ts';
import { demoOrgs, demoPeople } from '../../../tools/demo/community.ts';
import { personRow } from '../../../tools/seed.ts';
import { createWeb } from '../../../web/create-web.ts';
import { createDatabase } from '../../support/servers.ts';
import { connectTemporal, startTestWorker, type TestTemporal, type TestWorker } from '../../support/temporal.ts';
import { type Caller, callerFor } from './caller.ts';

/** A real api with its own database and worker, and people of the demo community to speak for. */
export interface ApiKit extends AsyncDisposable {
  url: string;
  api: Api;
  database: Database;
  temporal: TestTemporal;
  worker: TestWorker;
  options: ApiOptions;
  /** Signs a person in. */
  as(person: string): Promise<Caller>;
  anonymous: Caller;
}

export async function startApiKit(
  name: string,
  { withoutNextYear, ...changes }: Partial<ApiOptions> & { withoutNextYear?: boolean } = {},
): Promise<ApiKit> {
  const databaseUrl = await createDatabase(name);
  const database = openDatabase(databaseUrl, { connectionsMax: 20 });
  await seedPeople(database);
  if (!withoutNextYear) await seedComingYears(database);
  const temporal = await connectTemporal();
  const codePath = inject('workflowBundlePath');
  const worker = await startTestWorker(temporal, { codePath, rulesFor, database, taskQueue: `api-${randomUUID()}` });
  const options: ApiOptions = {
    databaseUrl,
    temporalAddress: temporal.address,
    temporalNamespace: temporal.namespace,
    taskQueue: worker.taskQueue,
    secret: randomBytes(32),
    demo: true,
    logLevel: 'silent',
    commandBudgetMs: 10_000,
    ...changes,
  };
  const api = await createWeb(options);
  const url = await api.listen(0, '127.0.0.1');
  const anonymous = callerFor(url);
  const signedIn = new Map<string, Caller>();
  return {
    url,
    api,
    database,
    temporal,
    worker,
    options,
    anonymous,
    as: async (person) => {
      const known = signedIn.get(person);
      if (known) return known;
      const { body } = await anonymous.post('/api/demo/sign-in', { person });
      const caller = callerFor(url, String(body['token']));
      signedIn.set(person, caller);
      return caller;
    },
    [Symbol.asyncDispose]: async () => {
      await api.close();
      await worker.stop();
      await database.destroy();
      await temporal[Symbol.asyncDispose]();
    },
  };
}

/**
 * Beside the published years, for the coming ones tables of weekends alone: a drill that lives through the next year must
 * not depend on the day on which the test runs. Without a table its limits would rightly wait for the notice.
 */
async function seedComingYears(database: Database): Promise<void> {
  const year = yearOf(dateOf(Date.now()));
  for (const each of [year, year + 1, year + 2].filter((one) => calendarOf(one, calendars) === undefined)) {
    const table: CalendarYear = { year: each, version: 1, notice: null, holidays: [], makeUpWorkdays: [] };
    await sql`insert into calendar_year (year, version, status, data, origin, confirmed_at)
      values (${each}, 1, 'confirmed', ${JSON.stringify(table)}::jsonb, 'publishedNotice', now())`.execute(database);
  }
}

export async function seedPeople(database: Database): Promise<void> {
  await database
    .insertInto('org')
    .values(demoOrgs.map(({ shortName, ...org }) => ({ ...org, short_name: shortName, demo: true })))
    .execute();
  await database.insertInto('person').values(demoPeople.map(personRow)).execute();
  const holdings = demoPeople.flatMap(({ id, holdings }) => holdings.map(([role, org]) => ({ person: id, role, org })));
  await database.insertInto('holding').values(holdings).execute();
}
