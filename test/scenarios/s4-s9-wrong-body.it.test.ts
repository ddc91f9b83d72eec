import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { addResidents, beginJourney, type Journey } from './support/journey.ts';

const WANGJINGHUAYUAN = 'chaoyang.wangjing.wangjinghuayuan';
const JINGWANGJIAYUAN = 'chaoyang.cuigezhuang.jingwangjiayuan';

let kit: ApiKit;
const neighbours: Record<string, string[]> = {};

beforeAll(async () => {
  kit = await startApiKit('s4_s9');
  for (const org of [WANGJINGHUAYUAN, JINGWANGJIAYUAN]) neighbours[org] = await addResidents(kit, 10, org);
  // The offices of these two communities, held by the people of the demo.
  await kit.database
    .insertInto('holding')
    .values([
      { person: 'ma-guoqiang', role: 'residentsCommitteeDirector', org: 'chaoyang' },
      { person: 'yang-fan', role: 'hallModerator', org: 'chaoyang' },
    ])
    .execute();
});

afterAll(async () => {
  await kit?.[Symbol.asyncDispose]();
});

async function docketed(org: string, by: string, worker: string, form: object): Promise<Journey> {
  const journey = await beginJourney(kit, { by, org, form });
  await journey.give(by, 'proposal.publish');
  for (const person of neighbours[org] ?? []) await journey.give(person, 'proposal.cosign');
  await journey.give(worker, 'proposal.accept');
  await journey.give('ma-guoqiang', 'proposal.docket');
  return journey;
}

describe('S4: owners’ money', () => {
  const form = {
    title: '用公共维修资金更换6部老旧电梯',
    touches: ['maintenanceFundUse'],
    funding: { needed: true, estimateYuan: 1_800_000, source: 'maintenanceFund' },
  };
  const budget = [{ item: '更换6部电梯', amountYuan: 1_800_000, source: 'maintenanceFund' as const }];

  test('the hall cannot be made the body; the refusal names the owners’ assembly, its quorum and the article', async () => {
    const journey = await docketed(WANGJINGHUAYUAN, 'lin-fang', 'han-xue', form);
    const refused = await journey.attempt('han-xue', 'plan.submit', { budget, decisionBody: 'deliberationHall' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'body.ownersUse' } });
    expect(refused.body.title).toContain('民法典第278条');
    expect(refused.body.detail).toMatch(/业主大会.*2\/3.*1\/2.*15天/);
    expect(refused.body.errors).toMatchObject([{ pointer: '/form/decisionBody' }]);
    expect(journey.view().state).toBe('planning');
    // Leaving the tick out does not help: the money in the budget speaks.
    const hidden = await docketed(WANGJINGHUAYUAN, 'lin-fang', 'han-xue', {
      title: '更换电梯',
      funding: { needed: true },
    });
    const stillRefused = await hidden.attempt('han-xue', 'plan.submit', { budget, decisionBody: 'deliberationHall' });
    expect(stillRefused.body.code).toBe('body.ownersUse');
  });

  test('raising money or rebuilding asks for three quarters', async () => {
    const raising = { title: '筹集维修资金加装电梯', touches: ['maintenanceFundRaising'] };
    const journey = await docketed(WANGJINGHUAYUAN, 'lin-fang', 'han-xue', raising);
    const refused = await journey.attempt('han-xue', 'plan.submit', { decisionBody: 'deliberationHall' });
    expect(refused.body.code).toBe('body.ownersThreeQuarters');
    expect(refused.body.detail).toContain('3/4');
  });

  test('a vote of the hall, 31 to 4, is advisory at most and never brings the money', async () => {
    const journey = await docketed(WANGJINGHUAYUAN, 'lin-fang', 'han-xue', form);
    await journey.give('han-xue', 'plan.submit', {
      budget,
      decisionBody: 'ownersAssembly',
      touches: ['maintenanceFundUse'],
    });
    await journey.pass('P10D');
    expect(journey.view().state).toBe('externalDecision');
    const vote = { present: 35, validVotes: 35, for: 31, against: 4, abstain: 0 };
    const binding = await journey.attempt('yang-fan', 'deliberation.record', { ...vote, advisory: false });
    expect(binding).toMatchObject({ status: 409, body: { code: 'body.ownersUse' } });
    await journey.give('yang-fan', 'deliberation.record', { ...vote, advisory: true });
    expect(journey.view().state).toBe('externalDecision');
    for (const [person, command] of [
      ['han-xue', 'funds.request'],
      ['xu-jing', 'funds.confirm'],
    ] as const) {
      expect((await journey.attempt(person, command)).status).toBeGreaterThanOrEqual(403);
    }
    const online = await journey.attempt('han-xue', 'decision.import', { system: 'otherOnlineTool' });
    expect(online.body.code).toBe('decision.system');
    const late = await journey.attempt('han-xue', 'decision.import', {
      agendaPostedOn: new Date(journey.now()).toISOString().slice(0, 10),
    });
    expect(late.body.code).toBe('decision.agendaLate');
    await journey.pass('P20D');
    await journey.give('han-xue', 'decision.import');
    expect(journey.view().state).not.toBe('externalDecision');
    expect(JSON.stringify(journey.view().data)).toContain('京业决2026-0117');
  });
});

test('S9: collective assets go to the villagers’ representatives', async () => {
  const form = { title: '集体底商改作老年食堂', touches: ['collectiveAssets'] };
  const journey = await docketed(JINGWANGJIAYUAN, 'jiang-hong', 'tian-ye', form);
  const refused = await journey.attempt('tian-ye', 'plan.submit', { decisionBody: 'deliberationHall' });
  expect(refused).toMatchObject({ status: 409, body: { code: 'body.village' } });
  expect(refused.body.detail).toMatch(/村民代表会议.*2\/3/);
  const owners = await journey.attempt('tian-ye', 'plan.submit', { decisionBody: 'ownersAssembly' });
  expect(owners.body.code).toBe('body.village');
  await journey.give('tian-ye', 'plan.submit', {
    decisionBody: 'villageRepresentativesMeeting',
    touches: ['collectiveAssets'],
  });
  await journey.pass('P10D');
  expect(journey.view().state).toBe('externalDecision');
});
