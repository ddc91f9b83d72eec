import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFailedCases, readRollOuts } from '../../db/queries/roll-outs.ts';
import { verifyLedger } from '../../db/verify.ts';
import { calendarOf } from '../../processes/kernel/calendar.ts';
import { DAY_MS, HOUR_MS } from '../../processes/kernel/clock.ts';
import { startOrderedRollOuts } from '../../worker/roll-out-starter.ts';
import { type RollOutKey, rollOutWorkflowId } from '../../workflows/calendar-roll-out.messages.ts';
import { moveClockTo } from '../../workflows/case-clock.client.ts';
import type { CaseKit } from '../support/case.ts';
import {
  heldTables,
  NEXT_YEAR,
  openRollingHouse,
  type RollingHouse,
  THIS_YEAR,
  tableOf,
  workingDaysUntil,
} from '../support/rolling-house.ts';
import { repairer, resident, worker } from '../support/tiny-people.ts';

let house: RollingHouse;
beforeAll(async () => {
  house = await openRollingHouse('roll-out');
  await house.startWorker();
});
afterAll(() => house[Symbol.asyncDispose]());

/** Days off in May that nobody could foresee. */
const mayWeek = (version: number, days: number) =>
  tableOf(NEXT_YEAR, version, [[`${NEXT_YEAR}-05-01`, `${NEXT_YEAR}-05-${String(days).padStart(2, '0')}`]]);
const intoJune = () => workingDaysUntil(`${NEXT_YEAR}-06-10`);

const rollOut = async (key: RollOutKey) => {
  await house.startRollOut(key);
  await house.finished(key);
  const [state] = await readRollOuts(house.database, key);
  return state;
};

const applied = (caseId: string) =>
  house.database
    .selectFrom('ledger')
    .select(['form', 'automatic', 'command_id'])
    .where('case_id', '=', caseId)
    .where('type', '=', 'calendar.applied')
    .where('in_force', '=', true)
    .orderBy('position')
    .execute();

const dueOf = async (lamp: CaseKit) => {
  const { state } = await lamp.state();
  return state?.deadlines.find(({ endedAt }) => endedAt === null);
};

test('a year is loaded and corrected: dates become firm and move, with reason, in open cases only, and each person is told once', async () => {
  const [near, first, second, closed] = await Promise.all([
    house.lamp({ days: 2 }),
    house.lamp({ days: intoJune() }),
    house.lamp({ days: intoJune() }),
    house.lamp({ days: intoJune() }),
  ]);
  const drill = await house.lamp({ days: intoJune(), drill: true });
  await closed.give('lamp.assign', { to: repairer.id }, worker);
  await closed.give('lamp.repair', { how: '换灯泡' }, repairer);
  const before = await dueOf(first);
  expect(before).toMatchObject({ provisional: true });

  const loaded = await rollOut(await house.order(mayWeek(1, 5)));
  expect(await dueOf(first)).toMatchObject({ provisional: false });
  const [entry, ...others] = await applied(first.id);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    automatic: true,
    command_id: `rollOut:${NEXT_YEAR}v1:${first.id}`,
    form: {
      calendarVersion: expect.stringContaining(`${NEXT_YEAR}v1`),
      moves: [
        {
          deadline: 'assignment',
          fromDueDate: before?.dueDate,
          toDueDate: (await dueOf(first))?.dueDate,
          fromProvisional: true,
          toProvisional: false,
          reason: 'loaded',
        },
      ],
    },
  });
  // Nothing of next year's is in two working days, or in a case that is over; the near case knows the year all the same.
  expect(await applied(near.id)).toEqual([]);
  expect(await applied(closed.id)).toEqual([]);
  expect(calendarOf(NEXT_YEAR, (await near.state()).state?.calendars ?? [])?.version).toBe(1);
  expect(await applied(drill.id)).toHaveLength(1);
  expect(loaded).toMatchObject({ total: 4, done: 4, movedCases: 2, movedDeadlines: 2, failed: 0 });

  // The reporter and the community worker who is to assign: one notice each, whatever the number of cases.
  const notices = async () =>
    (
      await sql<{ person: string; values: object; drill: boolean }>`
        select person, values, drill from outbox where notice = 'calendar.applied' order by id`.execute(house.database)
    ).rows;
  expect((await notices()).sort((a, b) => (a.person < b.person ? -1 : 1))).toEqual([
    { person: resident.id, values: { year: NEXT_YEAR, cases: 2, deadlines: 2 }, drill: false },
    { person: worker.id, values: { year: NEXT_YEAR, cases: 2, deadlines: 2 }, drill: false },
  ]);

  const firm = await dueOf(second);
  const corrected = await rollOut(await house.order(mayWeek(2, 9)));
  expect(corrected).toMatchObject({ movedCases: 2, movedDeadlines: 2, firmedDeadlines: 0 });
  expect((await applied(second.id)).map(({ form }) => form['moves'])).toMatchObject([
    [{ reason: 'loaded' }],
    [{ reason: 'corrected', fromDueDate: firm?.dueDate, toDueDate: (await dueOf(second))?.dueDate }],
  ]);
  expect((await dueOf(second))?.dueDate).not.toBe(firm?.dueDate);
  expect(await notices()).toHaveLength(4);
  expect((await verifyLedger(house.database, { caseId: second.id })).findings).toEqual([]);
});

test('what has expired stays, though the year under it is corrected', async () => {
  const late = await house.lamp({ days: 1, drill: true });
  const due = (await dueOf(late))?.dueDate ?? '';
  await late.advance(10 * DAY_MS);
  const open = await house.lamp({ days: 1, drill: true });
  // The very last day is made a day off: an open clock moves past it, an expired one does not.
  const held = calendarOf(THIS_YEAR, heldTables);
  const name = { zh: '试验', en: 'Trial' };
  const year = Number(due.slice(0, 4));
  const known = (await late.state()).state?.calendars ?? [];
  const base = calendarOf(year, known) ?? held ?? tableOf(year, 1);
  const covered = base.holidays.some(({ from, to }) => from <= due && due <= to);
  const table = {
    ...base,
    version: 90,
    holidays: covered ? base.holidays : [...base.holidays, { name, from: due, to: due }],
    makeUpWorkdays: base.makeUpWorkdays.filter((date) => date !== due),
  };
  await rollOut(await house.order(table));
  expect((await dueOf(late))?.dueDate).toBe(due);
  expect(await applied(late.id)).toEqual([]);
  expect((await dueOf(open))?.dueDate).not.toBe(due);
  expect(await applied(open.id)).toHaveLength(1);
});

test('a case opened by the table before, after all others were told, is told too', async () => {
  const key = await house.order(mayWeek(95, 12));
  await rollOut(key);
  const late = await house.lamp({ days: intoJune() });
  const estimated = await dueOf(late);
  await moveClockTo(house.temporal.connection, {
    namespace: house.temporal.namespace,
    workflowId: rollOutWorkflowId(house.taskQueue, key),
    aheadMs: HOUR_MS,
    id: 'past the settling',
  });
  await house.temporal.client.workflow.getHandle(rollOutWorkflowId(house.taskQueue, key)).result();
  expect(await dueOf(late)).toMatchObject({ provisional: false });
  expect((await applied(late.id))[0]?.form).toMatchObject({
    calendarVersion: expect.stringContaining(`${NEXT_YEAR}v95`),
    moves: [{ fromDueDate: estimated?.dueDate, reason: 'loaded' }],
  });
});

test('a case that is told twice, or told an older table, does nothing more', async () => {
  const lamp = await house.lamp({ days: intoJune() });
  const tell = (version: number, days: number) => {
    const rollOut = `${NEXT_YEAR}v${version}`;
    return house.temporal.sender().tables(lamp.id, { calendars: [mayWeek(version, days)], rollOut }, randomUUID());
  };
  await tell(7, 5);
  const { state } = await lamp.state();
  await tell(7, 5);
  await tell(6, 20);
  expect(await lamp.state()).toMatchObject({ state: { seq: state?.seq, calendars: state?.calendars } });
  expect(await applied(lamp.id)).toHaveLength(1);
});

test('cases that have ended are passed over; one that never answers is tried again and finally listed', async () => {
  const key = await house.order(mayWeek(96, 13));
  const stranger = `case:${key.year}-stranger`;
  // A workflow that knows no such update stands for a case that cannot take it.
  await house.temporal.client.workflow.start('calendarRollOut', {
    workflowId: stranger,
    taskQueue: `nobody-${house.taskQueue}`,
    args: [key],
  });
  await sql`insert into roll_out_case (year, version, case_id, wave, drill, attempts) values
    (${key.year}, ${key.version}, 'no-such-case', 1, false, 0),
    (${key.year}, ${key.version}, ${stranger.replace('case:', '')}, 1, false, 9)`.execute(house.database);
  expect(await rollOut(key)).toMatchObject({ closed: 1, failed: 1 });
  expect(await listFailedCases(house.database, { ...key, limit: 5 })).toMatchObject([
    { caseId: stranger.replace('case:', ''), trouble: expect.stringMatching(/\S/) },
  ]);
  await house.temporal.client.workflow.getHandle(stranger).terminate();

  // An operator has looked after it and lets the work go on (docs/operating.md); the stranger is gone by now.
  const { client, connection, namespace } = house.temporal;
  const workflowId = rollOutWorkflowId(house.taskQueue, key);
  await moveClockTo(connection, { namespace, workflowId, aheadMs: HOUR_MS, id: 'past the settling' });
  await client.workflow.getHandle(workflowId).result();
  await sql`update roll_out_case set outcome = 'waiting', attempts = 0, next_try = now()
    where outcome = 'failed' and version = ${key.version}`.execute(house.database);
  await sql`update roll_out set finished_at = null where version = ${key.version}`.execute(house.database);
  await startOrderedRollOuts({ client, database: house.database, taskQueue: house.taskQueue });
  await house.finished(key);
  expect((await readRollOuts(house.database, key))[0]).toMatchObject({ closed: 2, failed: 0 });
});

test('a table that was replaced on its way is carried no further', async () => {
  const lamp = await house.lamp({ days: intoJune() });
  const old = await house.order(mayWeek(97, 6));
  await house.order(mayWeek(98, 8));
  const state = await rollOut(old);
  expect(state).toMatchObject({ movedCases: 0, movedDeadlines: 0 });
  expect(await applied(lamp.id)).toEqual([]);
  const { rows } = await sql<{ outcome: string }>`
    select distinct outcome from roll_out_case where version = 97`.execute(house.database);
  expect(rows).toEqual([{ outcome: 'superseded' }]);
});
