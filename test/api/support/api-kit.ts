import { randomBytes, randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Api, createApi } from '../../../api/create-api.ts';
import type { ApiOptions } from '../../../api/options.ts';
import { type Database, openDatabase } from '../../../db/pool.ts';
import { type Calendars, type CalendarYear, calendarOf } from '../../../processes/kernel/calendar.ts';
import { calendars, calendarsFor } from '../../../processes/law/calendars/index.ts';
import { rulesFor } from '../../../processes/rules.ts';
import { demoOrgs, demoPeople } from '../../../tools/demo/community.ts';
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

export async function startApiKit(name: string, changes: Partial<ApiOptions> = {}): Promise<ApiKit> {
  const databaseUrl = await createDatabase(name);
  const database = openDatabase(databaseUrl, { connectionsMax: 20 });
  await seedPeople(database);
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
    calendarsFor: testCalendars,
    commandBudgetMs: 10_000,
    ...changes,
  };
  const api = await createApi(options);
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
 * The published years, and for the coming ones tables of weekends alone: a drill that lives through the next year must
 * not depend on the day on which the test runs. Without a table its limits would rightly wait for the notice.
 */
function testCalendars(year: number): Calendars {
  const made = [year, year + 1, year + 2].filter((each) => calendarOf(each, calendars) === undefined);
  return [...calendarsFor(year), ...made.map(weekendsAlone)];
}

function weekendsAlone(year: number): CalendarYear {
  return { year, version: 1, notice: null, holidays: [], makeUpWorkdays: [] };
}

export async function seedPeople(database: Database): Promise<void> {
  await database
    .insertInto('org')
    .values(demoOrgs.map(({ shortName, ...org }) => ({ ...org, short_name: shortName, demo: true })))
    .execute();
  await database
    .insertInto('person')
    .values(demoPeople.map(({ id, name }) => ({ id, name, demo: true })))
    .execute();
  const holdings = demoPeople.flatMap(({ id, holdings }) => holdings.map(([role, org]) => ({ person: id, role, org })));
  await database.insertInto('holding').values(holdings).execute();
}
