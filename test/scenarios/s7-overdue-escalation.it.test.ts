import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { claimRungs } from '../../activities/claim-rungs.ts';
import { openDatabase } from '../../db/pool.ts';
import { writeCase } from '../../db/record/write.ts';
import { verifyLedger } from '../../db/verify.ts';
import { HOUR_MS, type Instant, isoOf } from '../../processes/kernel/clock.ts';
import { stateHashOf } from '../../processes/kernel/decide.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import type { RoleName } from '../../processes/organisation.ts';
import { rules } from '../../processes/resident-proposal/rules.ts';
import { rulesFor } from '../../processes/rules.ts';
import { startClock } from '../../worker/keep-clock.ts';
import { type CaseInput, caseWorkflowId } from '../../workflows/case.messages.ts';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { awaitingAcceptance, beijing } from '../processes/resident-proposal/walk.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { forkMortalWorker } from '../support/fork-mortal-worker.ts';
import { connectTemporal, startTestWorker, type TestTemporal, type TestWorker } from '../support/temporal.ts';
import { answerOf } from '../support/tiny-steps.ts';
import { addResidents, beginJourney } from './support/journey.ts';

/** Stops a clock that belongs to one test. */
async function runningClock(temporal: TestTemporal, taskQueue: string): Promise<AsyncDisposable> {
  const workflowId = `clock:${randomUUID()}`;
  await startClock({ client: temporal.client, taskQueue, workflowId });
  return {
    [Symbol.asyncDispose]: async () => {
      await temporal.client.workflow.getHandle(workflowId).terminate();
    },
  };
}

const command = async (text: string) => {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  try {
    await admin.query(text);
  } finally {
    await admin.end();
  }
};

const nameOf = (url: string) => new URL(url).pathname.slice(1);

/** A copy of the database, as a backup at that moment would be. */
async function backUp(store: TestDatabase): Promise<TestDatabase> {
  await store.database.destroy();
  await command(`create database ${nameOf(store.url)}_backup template ${nameOf(store.url)}`);
  return reopened(store);
}

async function restore(store: TestDatabase): Promise<TestDatabase> {
  await store.database.destroy();
  await command(`drop database ${nameOf(store.url)}`);
  await command(`create database ${nameOf(store.url)} template ${nameOf(store.url)}_backup`);
  return reopened(store);
}

function reopened({ url }: TestDatabase): TestDatabase {
  const database = openDatabase(url, { connectionsMax: 20 });
  return { url, database, [Symbol.asyncDispose]: () => database.destroy() };
}

test('S7: nobody acts from 2026-09-23 on; the worker is away at midnight of the last day, the database comes back from a backup', async () => {
  let store = await openTestDatabase('s7');
  await employ(store, 'clerk', 'communityWorker', 'chaoyang.anzhen.anzhenxili');
  await employ(store, 'leader', 'subdistrictLeader', 'chaoyang.anzhen');
  const id = randomUUID();
  const { state, entries } = awaitingAcceptance({ at: beijing('2026-09-22T20:00'), opening: { id } });
  const { number } = await writeCase(
    { database: store.database, rulesFor },
    answerOf({ state, entries, notices: [] }, { rules }),
  );
  expect(state.deadlines.at(-1)).toMatchObject({ key: 'acceptance', dueDate: '2026-10-08' });

  await lookHourly(store, '2026-09-23T00:00', '2026-10-08T23:00');
  // The worker is killed at 23:59. At six in the morning a backup is made.
  store = await backUp(store);
  await lookHourly(store, '2026-10-09T09:00', '2026-10-09T10:00');
  expect(await sentIn(store)).toHaveLength(3);
  store = await restore(store);
  expect(await sentIn(store)).toHaveLength(2);
  await lookHourly(store, '2026-10-09T11:00', '2026-10-14T12:00');
  await employ(store, 'deputy', 'subdistrictLeader', 'chaoyang.anzhen');
  await lookHourly(store, '2026-10-14T13:00', '2026-10-20T12:00');

  expect(await sentIn(store)).toEqual([
    'deadline.reminded 2026-09-28T09:00',
    'deadline.reminded 2026-10-08T09:00',
    'deadline.urged 2026-10-09T09:00',
    'deadline.ordered 2026-10-15T09:00',
  ]);
  const outbox = await store.database.selectFrom('outbox').select(['person', 'notice']).execute();
  expect(outbox.map(({ person, notice }) => `${person} ${notice}`).sort()).toEqual([
    'clerk deadlineReminded',
    'clerk deadlineReminded',
    'clerk deadlineUrged',
    'deputy deadlineOrdered',
    'leader deadlineOrdered',
    'leader deadlineUrgedCopy',
  ]);

  // The case goes on in Temporal, and the clock opens the order.
  await using temporal = await connectTemporal();
  const { database } = store;
  await using worker = await startTestWorker(temporal, { codePath: inject('workflowBundlePath'), rulesFor, database });
  const { taskQueue } = worker;
  const carried: CaseInput = {
    process: rules.id,
    version: rules.version,
    carried: {
      state: { ...state, number },
      written: { seq: state.seq, stateHash: stateHashOf(state), number },
      unwritten: [],
      run: 2,
      recentCommands: [],
    },
  };
  await temporal.client.workflow.start(rules.workflowType, {
    workflowId: caseWorkflowId(id),
    taskQueue,
    args: [carried],
  });
  await using _clock = await runningClock(temporal, taskQueue);
  const links = async () => {
    const { record } = await database
      .selectFrom('case_view')
      .select('record')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return record.links;
  };
  await expect.poll(links, { timeout: 30_000 }).toMatchObject([{ relation: 'supervisionOrder' }]);
  const order = await database.selectFrom('case_view').selectAll().where('process', '=', 'supervision-order').execute();
  expect(order).toMatchObject([
    {
      id: (await links())[0]?.caseId,
      number: expect.stringMatching(/^朝阳-安贞-安贞西里-\d{4}-\d{4}$/),
      state: 'issued',
      record: {
        data: {
          about: { caseId: id, caseNumber: number, deadline: 'acceptance', dueDate: '2026-10-08' },
          issuedBy: null,
          requirement: expect.stringContaining('已于2026-10-08届满'),
          assignment: { responsible: { role: 'subdistrictLeader', org: 'chaoyang.anzhen' } },
        },
        deadlines: [{ key: 'signing' }],
      },
    },
  ]);
  // Everything that the system did says so; the answer of the case comes back to the order a moment later.
  const automatic = async () => {
    const rows = await database.selectFrom('ledger').select('type').where('automatic', '=', true).execute();
    return [...new Set(rows.map(({ type }) => type))].sort();
  };
  await expect
    .poll(automatic, { timeout: 20_000 })
    .toEqual(['case.link', 'deadline.ordered', 'deadline.reminded', 'deadline.urged', 'link.recorded', 'order.issue']);
  expect((await verifyLedger(database)).findings).toEqual([]);
  await temporal.client.workflow.getHandle(caseWorkflowId(id)).terminate();
});

async function employ({ database }: TestDatabase, person: string, role: RoleName, org: string): Promise<void> {
  await database.insertInto('person').values({ id: person, name: person }).execute();
  await database.insertInto('holding').values({ person, role, org }).execute();
}

async function lookHourly(store: TestDatabase, from: string, until: string): Promise<void> {
  for (let now: Instant = beijing(from); now <= beijing(until); now += HOUR_MS) {
    await claimRungs(store.database, { now });
  }
}

async function sentIn({ database }: TestDatabase): Promise<string[]> {
  const rows = await database.selectFrom('ledger').selectAll().where('kind', '=', 'rung').orderBy('position').execute();
  return rows.map(({ type, at }) => `${type} ${isoOf(at.getTime()).slice(0, 16)}`);
}

let kit: ApiKit;
let residents: string[];
const workers: TestWorker[] = [];
beforeAll(async () => {
  kit = await startApiKit('s7 drill');
  residents = await addResidents(kit, 10);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await kit?.[Symbol.asyncDispose]();
});

test('S7 as a drill: every rung on the way in order, an order of the drill’s own time, the worker is killed right after it has sent one', async () => {
  const { temporal } = kit;
  const { taskQueue } = kit.worker;
  const journey = await beginJourney(kit);
  await journey.give('liu-guilan', 'proposal.publish');
  for (const person of residents) await journey.give(person, 'proposal.cosign');
  const [acceptance] = journey.view().deadlines;
  expect(acceptance).toMatchObject({ key: 'acceptance' });

  await journey.pass('P1D');
  await kit.worker.stop();
  const codePath = inject('workflowBundlePath');
  const { databaseUrl } = kit.options;
  const house = { temporal, databaseUrl, taskQueue, codePath, rules: 'house' } as const;
  await using mortal = await forkMortalWorker({ ...house, dieAfter: 'claimOfDrill' });
  const passing = journey.pass('P40D');
  // It dies right after a rung is claimed in PostgreSQL, before Temporal knows.
  await mortal.died;
  workers.push(await startTestWorker(temporal, { codePath, rulesFor, database: kit.database, taskQueue }));
  await passing;
  expect(journey.view()).toMatchObject({ state: 'awaitingAcceptance', light: 'red' });

  const clockLines = (await journey.ledger()).filter(({ type }) => type.startsWith('deadline.'));
  expect(clockLines.map(({ type }) => type)).toEqual([
    'deadline.reminded',
    'deadline.reminded',
    'deadline.urged',
    'deadline.ordered',
  ]);
  expect(clockLines.every(({ automatic, at }) => automatic && at.includes('T09:00:00'))).toBe(true);
  expect(clockLines.map(({ text }) => text)).toEqual([
    `系统发出到期前提醒:受理期限,到期${acceptance?.dueDate}`,
    `系统发出到期当日提醒:受理期限,到期${acceptance?.dueDate}`,
    `系统发出催办:受理期限已于${acceptance?.dueDate}到期,尚未办结`,
    `系统提起督办:受理期限已于${acceptance?.dueDate}到期,至今未办结`,
  ]);

  await using _clock = await runningClock(temporal, taskQueue);
  const seen = async (): Promise<CaseView> => journey.seenBy('guo-li');
  await expect
    .poll(async () => (await seen()).links.map(({ relation }) => relation), { timeout: 30_000 })
    .toEqual(['supervisionOrder']);
  const [link] = (await seen()).links;
  const order: CaseView = (await (await kit.as('guo-li')).get(`/api/cases/${link?.caseId}`)).body;
  expect(order).toMatchObject({ drill: true, state: 'issued', number: expect.stringContaining('-演练-') });
  // The order lives in the time of the drill.
  expect(Date.parse(order.openedAt)).toBeGreaterThan(journey.now() - 2 * HOUR_MS);
  const { drill } = await kit.database
    .selectFrom('outbox')
    .select((eb) => eb.fn.agg<boolean>('bool_and', ['drill']).as('drill'))
    .executeTakeFirstOrThrow();
  expect(drill).toBe(true);
  expect((await verifyLedger(kit.database)).findings).toEqual([]);
});
