import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../db/pool.ts';
import { type Calendars, type CalendarYear, calendarOf } from '../../processes/kernel/calendar.ts';
import { dateOf, yearOf } from '../../processes/kernel/clock.ts';
import { workingDaysLeft } from '../../processes/kernel/limit.ts';
import { calendars } from '../../processes/law/calendars/index.ts';
import { bundleWorkflows } from '../../worker/bundle-workflows.ts';
import {
  ROLL_OUT_WORKFLOW,
  type RollOutInput,
  type RollOutKey,
  rollOutWorkflowId,
} from '../../workflows/calendar-roll-out.messages.ts';
import { findRollingRules, rollingRules } from '../fixtures/rolling-process/rules.ts';
import { type CaseKit, openCase } from './case.ts';
import { openTestDatabase } from './database.ts';
import { connectTemporal, startTestWorker, type TestTemporal, type TestWorker } from './temporal.ts';
import { resident, worker } from './tiny-people.ts';

/** Tests run in any year: this one is loaded, the next is not. */
export const THIS_YEAR = yearOf(dateOf(Date.now()));
export const NEXT_YEAR = THIS_YEAR + 1;

/** What a case opened today carries. */
export const heldTables: Calendars = [
  ...calendars.filter(({ year }) => year < THIS_YEAR),
  calendarOf(THIS_YEAR, calendars) ?? tableOf(THIS_YEAR, 1),
];

/** An invented table. */
export function tableOf(
  year: number,
  version: number,
  off: [string, string][] = [],
  made: string[] = [],
): CalendarYear {
  const name = { zh: '试验', en: 'Trial' };
  return { year, version, notice: null, holidays: off.map(([from, to]) => ({ name, from, to })), makeUpWorkdays: made };
}

/** Working days from today to a day, with weekends alone where nothing is loaded. */
export function workingDaysUntil(date: string): number {
  return workingDaysLeft({ at: Date.now(), dueDate: date, calendars: heldTables }).workingDays;
}

export interface RollingHouse extends AsyncDisposable {
  temporal: TestTemporal;
  database: Database;
  taskQueue: string;
  /** `days`: working days to be assigned, then calendar days to be repaired. */
  lamp(options?: { days?: number; drill?: boolean; org?: string; tables?: Calendars }): Promise<CaseKit>;
  startWorker(): Promise<TestWorker>;
  /** A worker in another process that dies by SIGKILL right after it has recorded this many recomputed cases. */
  mortalWorker(dieAfter: number): Promise<{ child: ChildProcess; died: Promise<unknown> }>;
  /** Puts a table in force and orders its roll-out, as the api does. */
  order(table: CalendarYear): Promise<RollOutKey>;
  startRollOut(key: RollOutKey): Promise<void>;
  /** Until every open case has it. */
  finished(key: RollOutKey): Promise<void>;
}

let bundle: Promise<{ codePath: string }> | undefined;

/** Temporal, PostgreSQL and a worker that knows the process with clocks that rest on holiday tables. */
export async function openRollingHouse(name: string): Promise<RollingHouse> {
  bundle ??= bundleWorkflows({ entry: join(import.meta.dirname, '../fixtures/rolling-process/workflows.ts') });
  const [{ codePath }, temporal, store] = await Promise.all([bundle, connectTemporal(), openTestDatabase(name)]);
  const { database } = store;
  await sql`delete from calendar_year where year > ${THIS_YEAR}`.execute(database);
  await seedPeople(database);
  temporal.writeTo({ database, rulesFor: findRollingRules });
  const taskQueue = `rolling-${randomUUID()}`;
  const stops: (() => Promise<unknown>)[] = [];
  return {
    temporal,
    database,
    taskQueue,
    lamp: ({ days, drill, org, tables } = {}) =>
      openCase(temporal, {
        rules: rollingRules,
        taskQueue,
        form: { place: '3号楼' },
        actor: org === undefined ? resident : { ...resident, holdings: [{ role: 'resident', org }] },
        calendars: tables ?? heldTables,
        ...(days === undefined ? {} : { settings: { assignWithinDays: days, repairWithinDays: days } }),
        ...(drill === undefined ? {} : { drill }),
        ...(org === undefined ? {} : { org }),
      }),
    startWorker: async () => {
      const started = await startTestWorker(temporal, { codePath, rulesFor: findRollingRules, database, taskQueue });
      stops.push(() => started.stop());
      return started;
    },
    mortalWorker: async (dieAfter) => {
      const env = { TEMPORAL_ADDRESS: temporal.address, DATABASE_URL: store.url, TASK_QUEUE: taskQueue };
      const child = fork(join(import.meta.dirname, 'mortal-rolling-worker.ts'), {
        env: { ...process.env, ...env, CODE_PATH: codePath, DIE_AFTER: String(dieAfter) },
      });
      const died = once(child, 'exit');
      stops.push(async () => {
        child.kill('SIGKILL');
        await died;
      });
      await Promise.race([once(child, 'message'), died]);
      return { child, died };
    },
    order: async (table) => {
      const { year, version } = table;
      await sql`with entered as (
          insert into calendar_year (year, version, status, data, origin, confirmed_at)
          values (${year}, ${version}, 'confirmed', ${JSON.stringify(table)}::jsonb, 'publishedNotice', now()) returning 1)
        insert into roll_out (year, version) select ${year}, ${version} from entered`.execute(database);
      return { year, version };
    },
    startRollOut: async (key) => {
      await temporal.client.workflow.start<(input: RollOutInput) => Promise<unknown>>(ROLL_OUT_WORKFLOW, {
        workflowId: rollOutWorkflowId(taskQueue, key),
        taskQueue,
        args: [key],
      });
    },
    finished: (key) => untilFinished(database, key),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await store[Symbol.asyncDispose]();
      await temporal[Symbol.asyncDispose]();
    },
  };
}

/** Polls with a bounded deadline: the work is done by another process. */
export async function untilFinished(database: Database, { year, version }: RollOutKey, waitMs = 90_000): Promise<void> {
  for (const deadline = Date.now() + waitMs; Date.now() < deadline; ) {
    const { rows } = await sql`select 1 from roll_out
      where year = ${year} and version = ${version} and finished_at is not null`.execute(database);
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the roll-out of ${year}v${version} has not finished in ${waitMs} ms`);
}

async function seedPeople(database: Database): Promise<void> {
  for (const { id, name, holdings } of [resident, worker]) {
    await database.insertInto('person').values({ id, name }).execute();
    for (const { role, org } of holdings) {
      await sql`insert into holding (person, role, org) values (${id}, ${role}, ${org})`.execute(database);
    }
  }
}
