import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { addResidents, beginJourney, toEvaluating, toImplementing, toPlanning } from './support/journey.ts';

let kit: ApiKit;

beforeAll(async () => {
  kit = await startApiKit('s1');
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

test('S1: ten working days from 28 September end on 16 October, and the reason is told', async () => {
  const { body } = await kit.anonymous.post('/api/deadlines/preview', {
    from: '2026-09-28T10:05:00+08:00',
    limit: { workingDays: 10 },
  });
  expect(body).toMatchObject({ dueDate: '2026-10-16', dueAt: '2026-10-17T00:00:00+08:00', provisional: false });
  expect(body.explanation).toContain('国庆放假7天不计');
  expect(body.explanation).toContain('10月10日(周六)上班计入');
});

test('S1: a resident’s proposal goes from first word to archive, and every act stands in the ledger once', async () => {
  const residents = await addResidents(kit, 12);
  const journey = await beginJourney(kit);
  expect(journey.view()).toMatchObject({ state: 'draft', drill: true, light: 'grey' });
  await toPlanning(journey, residents.slice(0, 10));
  const [plan] = journey.view().deadlines;
  expect(plan).toMatchObject({ key: 'planDrafting', light: 'green', source: { standing: expect.any(String) } });
  expect(plan?.dueDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  await toImplementing(journey);
  expect(journey.view().state).toBe('implementing');
  await toEvaluating(journey);
  for (const person of residents.slice(0, 6)) await journey.give(person, 'evaluation.give');
  await journey.pass('P40D');
  expect(journey.view().state).toBe('standingSupervision');
  await journey.give('gao-zhiyuan', 'patrol.record');
  await journey.pass('P400D');
  expect(journey.view()).toMatchObject({ state: 'archived', tasks: [], commands: [], deadlines: [] });

  const everything = await journey.ledger();
  // What the clock sends depends on the day the test runs; each is sent once, at its hour, and changes nothing.
  const sent = everything.filter(({ type }) => type.startsWith('deadline.'));
  const rungs = sent.map(({ type, text }) => `${type} ${text}`);
  expect(new Set(rungs).size).toBe(rungs.length);
  for (const { automatic, at } of sent) {
    expect(automatic).toBe(true);
    expect(at).toMatch(/T(09|1[0-8]):00:00\+08:00$/);
  }
  const ledger = everything.filter((line) => !sent.includes(line));
  expect(ledger.map(({ type }) => type)).toEqual([
    'proposal.draft',
    'proposal.publish',
    ...Array(10).fill('proposal.cosign'),
    'proposal.accept',
    'proposal.docket',
    'plan.submit',
    'notice.expire',
    'deliberation.record',
    'funds.request',
    'funds.endorse',
    'funds.review',
    'funds.confirm',
    'milestone.report',
    'work.complete',
    'inspection.record',
    'result.publish',
    ...Array(6).fill('evaluation.give'),
    'evaluation.expire',
    'patrol.record',
    'supervision.expire',
  ]);
  expect(ledger.filter(({ automatic }) => automatic).map(({ type }) => type)).toEqual([
    'notice.expire',
    'evaluation.expire',
    'supervision.expire',
  ]);
  // An automatic act stands for the end of the day that was due, not for the moment at which it was processed.
  for (const { at } of ledger.filter(({ automatic }) => automatic)) expect(at).toMatch(/T00:00:00\+08:00$/);
  const { body } = await kit.anonymous.get(`/api/receipts/${journey.view().receipt}`);
  expect(body).toMatchObject({ inForce: true, chainWhole: true, number: journey.view().number });
});
