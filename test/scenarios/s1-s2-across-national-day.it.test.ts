import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { CalendarYear } from '../../processes/kernel/calendar.ts';
import { parseIso, SECOND_MS } from '../../processes/kernel/clock.ts';
import type { DeadlineView } from '../../processes/kernel/present-deadline.ts';
import { calendar2026 } from '../../processes/law/calendars/2026.ts';
import { rulesFor } from '../../processes/rules.ts';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { ANZHENXILI } from '../api/support/forms.ts';
import { startTestWorker, type TestWorker } from '../support/temporal.ts';
import { addResidents, beginJourney, type Journey, toPlanning } from './support/journey.ts';

// A drill's clock only goes forward, and the autumn of 2026 is over. 2037 is the next year that falls on the same days of
// the week, so with the arrangement of 2026 under its name the stories happen day by day as they are told.
const YEAR = 2037;

let kit: ApiKit;
let residents: string[];
const workers: TestWorker[] = [];

beforeAll(async () => {
  kit = await startApiKit('national_day');
  residents = await addResidents(kit, 10);
  await sql`insert into calendar_year (year, version, status, data, origin, confirmed_at)
    values (${YEAR}, 1, 'confirmed', ${JSON.stringify(sameYear())}::jsonb, 'publishedNotice', now())`.execute(
    kit.database,
  );
  await kit.database
    .insertInto('setting')
    .values(
      [
        { name: 'planDraftingDays', value: 10 },
        { name: 'acceptanceDays', value: 15 },
      ].map((setting) => ({ ...setting, org: ANZHENXILI, process: 'resident-proposal', source: '演练用数值' })),
    )
    .execute();
});

afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await kit?.[Symbol.asyncDispose]();
});

function sameYear(): CalendarYear {
  return JSON.parse(
    JSON.stringify(calendar2026).replaceAll('2026-', `${YEAR}-`).replace('"year":2026', `"year":${YEAR}`),
  );
}

/** A draft that has waited until the year of the story and has its table of holidays. */
async function draftInThatYear(): Promise<Journey> {
  const journey = await beginJourney(kit);
  await kit.temporal.sender().tables(journey.id, { calendars: [sameYear()], rollOut: `${YEAR}v1` }, journey.id);
  await journey.pass('P3600D');
  return journey;
}

/** Lets the drill's clock run to a time of day in Beijing; a second more or less of real time plays no part. */
async function until(journey: Journey, at: string): Promise<void> {
  const instant = parseIso(`${YEAR}-${at}+08:00`);
  if (instant === undefined) throw new Error(`${at} is no time`);
  await journey.pass(`PT${Math.max(1, Math.round((instant - journey.now()) / SECOND_MS))}S`);
}

async function clock(journey: Journey, key: string): Promise<DeadlineView> {
  const found = (await journey.seenBy('li-xiaoming')).deadlines.find((deadline) => deadline.key === key);
  if (!found) throw new Error(`no clock ${key}`);
  return found;
}

test('S1: ten working days across National Day end on 16 October; each reminder goes out once though the worker is replaced', async () => {
  const journey = await draftInThatYear();
  await until(journey, '09-28T10:00:00');
  await toPlanning(journey, residents);
  const planning = await clock(journey, 'planDrafting');
  expect(planning).toMatchObject({
    dueDate: `${YEAR}-10-16`,
    dueAt: `${YEAR}-10-17T00:00:00+08:00`,
    provisional: false,
  });
  expect(planning.explanation).toContain('国庆放假7天不计,10月10日(周六)上班计入');

  await until(journey, '10-12T23:50:00');
  expect((await clock(journey, 'planDrafting')).light).toBe('green');
  await kit.worker.stop();
  const codePath = inject('workflowBundlePath');
  const { taskQueue } = kit.worker;
  workers.push(await startTestWorker(kit.temporal, { codePath, rulesFor, database: kit.database, taskQueue }));
  await until(journey, '10-13T00:00:30');
  expect(await clock(journey, 'planDrafting')).toMatchObject({ light: 'yellow', lightText: '▲ 临近到期' });
  await until(journey, '10-16T23:50:00');
  expect((await clock(journey, 'planDrafting')).light).toBe('yellow');
  await until(journey, '10-17T00:00:30');
  expect(await clock(journey, 'planDrafting')).toMatchObject({ light: 'red', lightText: '■ 已超期' });

  const sent = (await journey.ledger()).filter(
    ({ text }) => text.includes('方案编制期限') && text.startsWith('系统发出'),
  );
  expect(sent.map(({ at, text, automatic }) => ({ at, text, automatic }))).toEqual([
    {
      at: `${YEAR}-10-13T09:00:00+08:00`,
      text: `系统发出到期前提醒:方案编制期限,到期${YEAR}-10-16`,
      automatic: true,
    },
    {
      at: `${YEAR}-10-16T09:00:00+08:00`,
      text: `系统发出到期当日提醒:方案编制期限,到期${YEAR}-10-16`,
      automatic: true,
    },
  ]);
});

test('S2: a publicity of seven days from 24 September runs to 8 October; the vote cannot open before', async () => {
  const journey = await draftInThatYear();
  await until(journey, '09-24T09:00:00');
  await toPlanning(journey, residents);
  await journey.give('li-xiaoming', 'plan.submit', { implementer: { name: '安居维修队', personIds: ['feng-gang'] } });
  expect(await clock(journey, 'publicNotice')).toMatchObject({
    dueDate: `${YEAR}-10-08`,
    dueAt: `${YEAR}-10-09T00:00:00+08:00`,
  });
  await until(journey, '10-07T15:00:00');
  await journey.give('zheng-wen', 'notice.object', { text: '充电桩离住户窗户太近。' });
  await until(journey, '10-08T23:50:00');
  const early = await journey.attempt('yang-fan', 'deliberation.record');
  expect(early).toMatchObject({ status: 409, body: { code: 'command.notNow' } });
  expect(journey.view().state).toBe('publicNotice');
  await until(journey, '10-09T00:00:30');
  expect((await journey.seenBy('li-xiaoming')).state).toBe('deliberating');
});

test('S2: fifteen working days from 31 August end on a Sunday that is worked, and are late on the Monday', async () => {
  const journey = await draftInThatYear();
  await until(journey, '08-31T09:00:00');
  await journey.give('liu-guilan', 'proposal.publish');
  for (const person of residents) await journey.give(person, 'proposal.cosign');
  expect(await clock(journey, 'acceptance')).toMatchObject({ dueDate: `${YEAR}-09-20`, provisional: false });
  await until(journey, '09-20T23:50:00');
  expect((await clock(journey, 'acceptance')).light).toBe('yellow');
  await until(journey, '09-21T00:00:30');
  expect((await clock(journey, 'acceptance')).light).toBe('red');
});
