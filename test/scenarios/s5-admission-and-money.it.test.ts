import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../db/verify.ts';
import { addDays, daysBetween } from '../../processes/kernel/clock.ts';
import { type ApiKit, startApiKit } from '../api/support/api-kit.ts';
import { beginDrill, type Drill, type DrillCase } from './support/drill.ts';

/**
 * S5 over HTTP: applied for out of time, corrected, approved on condition that the money comes first; half the money opens the
 * covered quarter, its withdrawal makes what runs stand still, and its return lets it go on. The dates of 2026 are tested with
 * the rules alone (test/processes/service-item-admission); here everything is real and the clock is a drill's own.
 */
const DISTRICT = 'chaoyang';
const ANZHENXILI = 'chaoyang.anzhen.anzhenxili';
const OUTSIDE = 'chaoyang.wangjing.huajiadixili';
/** Where the item is to hold, and who answers for each community. */
const AREA = [
  { org: ANZHENXILI, worker: 'li-xiaoming' },
  { org: 'chaoyang.wangjing.wangjinghuayuan', worker: 'han-xue' },
  { org: 'chaoyang.cuigezhuang.jingwangjiayuan', worker: 'tian-ye' },
] as const;
const DEPARTMENT = 'tang-rui';
const OTHER_DEPARTMENT = 'pan-yun';
const RELIEF = 'wei-ning';
const FINANCE = 'jin-hai';
const MEETING = 'luo-min';

let kit: ApiKit;
beforeAll(async () => {
  kit = await startApiKit('s5');
});
afterAll(() => kit?.[Symbol.asyncDispose]());

function application(startOn: string) {
  return {
    code: 'XF-2026-031',
    kind: 'assist',
    category: 'assisting',
    origin: 'application',
    name: '独居老人电动自行车充电安全入户排查',
    department: '区消防救援支队',
    contact: { name: '唐锐', phone: '010-65090001' },
    basis: [{ kind: 'regulation', title: '北京市非机动车管理条例', article: '27' }],
    necessity: '独居老人家门只对熟悉的社区工作者打开。',
    mainResponsible: 'department',
    acts: ['contactResidents', 'helpHouseholdVisits', 'reportFindings'],
    authority: '陪同入户、告知风险、报告发现的隐患。',
    serviceTargets: '70岁以上独居老人',
    hoursPerMonth: 60,
    equipment: '由支队配发宣传品,消防员同行。',
    money: { needed: true, source: '由社区统筹解决' },
    startOn,
    validUntil: addDays(startOn, 700),
    standard: '每户不超过20分钟,不填表,由消防员记录。',
    exitConditions: '一年内无新增隐患,或居民议事会过半数不认可。',
    areas: AREA.map(({ org }) => org),
  };
}

function task(drill: Drill, changes: object = {}) {
  return {
    itemCode: 'XF-2026-031',
    title: '安贞西里独居老人入户排查',
    unit: '区消防救援支队',
    requirement: '与消防员一同入户,告知飞线充电的危险。',
    acts: ['contactResidents', 'helpHouseholdVisits'],
    from: drill.in(1),
    until: drill.in(40),
    hoursPerMonth: 40,
    standard: '每户不超过20分钟,不填表。',
    contact: { name: '唐锐', phone: '010-65090001' },
    mainResponsible: 'department',
    responsibilityStatement: '检查和处置由支队负责,社区只陪同入户。',
    ...changes,
  };
}

/** A plan of two quarters. */
function moneyFrom(startOn: string) {
  const quarter = (from: number, until: number) => ({
    from: addDays(startOn, from),
    until: addDays(startOn, until),
    amountYuan: 12_000,
  });
  const plan = [quarter(0, 89), quarter(90, 179)];
  return { needed: true, source: '部门预算', payment: '按季度拨付至街道专户', plan };
}

const agreement = {
  rights: '社区陪同入户,支队承担检查与处置责任。',
  moneyTerms: '按季度拨付,未到位不下派。',
  limits: '每月不超过60小时。',
  standard: '每户不超过20分钟,不填表,由消防员记录。',
};

const daysIn = (body: unknown): string[] => JSON.stringify(body).match(/20\d\d-\d\d-\d\d/g) ?? [];

const closedGatesOf = async (one: DrillCase, person = DEPARTMENT): Promise<string[]> => {
  const { data } = await one.seenBy(person);
  const gates = data['gates'] as { gate: string; open: boolean; reason: string }[];
  return gates.filter(({ open }) => !open).map(({ gate, reason }) => `${gate}: ${reason}`);
};

test('S5: out of time, without money, half the money, money withdrawn and back, two departments at once, exit', async () => {
  const drill = beginDrill(kit);
  const dispatch = (org: string, form: object, by = DEPARTMENT) => drill.open(by, { process: 'dispatch', org, form });

  // Five weeks are too short: the answer names the first day that is possible.
  const apply = (startOn: string) => ({ process: 'service-item-admission', org: DISTRICT, form: application(startOn) });
  const early = await drill.attempt(DEPARTMENT, apply(drill.in(36)));
  expect(early).toMatchObject({ status: 409, body: { code: 'start.tooEarly' } });
  const startOn = daysIn(early.body).find((day) => day > drill.in(36)) ?? '';
  expect(await drill.attempt(DEPARTMENT, apply(addDays(startOn, -1)))).toMatchObject({
    body: { code: 'start.tooEarly' },
  });
  const admission = await drill.open(DEPARTMENT, apply(startOn));

  // “由社区统筹解决” is no money: the formal check cannot pass over it, and one correction notice asks for it.
  const complete = { verdict: 'complete', note: '材料齐全,予以受理。' };
  const incomplete = { verdict: 'correctionNeeded', note: '经费不得由社区统筹,请一次性补正。' };
  expect(await admission.attempt(RELIEF, 'form.check', complete)).toMatchObject({ body: { code: 'missing.money' } });
  await admission.give(RELIEF, 'form.check', incomplete);
  await admission.give(DEPARTMENT, 'item.correct', { money: moneyFrom(startOn) });
  expect(await admission.attempt(RELIEF, 'form.check', incomplete)).toMatchObject({
    body: { code: 'correction.already' },
  });
  await admission.give(RELIEF, 'form.check', complete);
  expect(await admission.attempt(DEPARTMENT, 'agreement.draft', agreement)).toMatchObject({ status: 409 });
  await admission.give(RELIEF, 'basis.check', {
    verdict: 'passed',
    finding: '依据有效,未列负面清单,与现有事项不重复。',
    consult: AREA.map(({ org }) => org),
  });
  // Whoever is asked finds it in his lists and his inbox, whoever is not does not.
  const found = async (person: string, path: string) =>
    JSON.stringify((await (await kit.as(person)).get(path)).body).includes(admission.id);
  for (const path of ['/api/cases?process=service-item-admission&drill=true', '/api/tasks?scope=group&drill=true']) {
    expect([await found('li-xiaoming', path), await found('peng-tao', path)]).toEqual([true, false]);
  }
  for (const { org, worker } of AREA) {
    await admission.give(worker, 'opinion.give', {
      community: org,
      verdict: 'agreeIf',
      opinion: '经费到位后同意配合。',
    });
  }
  expect((await admission.ledger()).map(({ text }) => text).join()).toContain('李晓明代表安贞西里社区答复');
  await admission.give(RELIEF, 'consultation.close', { summary: '三个社区均要求经费先行到位。' });
  await admission.give(FINANCE, 'money.assess', { needed: true, plan: moneyFrom(startOn).plan, opinion: '标准合理。' });
  await admission.give(MEETING, 'meeting.decide', {
    verdict: 'conditional',
    meetingOn: drill.today(),
    reason: '同意准入,经费到位前不得下派。',
    conditions: [{ kind: 'moneyBeforeDispatch', text: '经费到位前不得下派' }],
  });
  await admission.give(MEETING, 'list.publish', { effectiveFrom: startOn });
  const listed = async () =>
    (await (await kit.as('li-xiaoming')).get(`/api/cases/${admission.id}`)).body as { state: string; number: string };
  expect(await listed()).toMatchObject({ state: 'published', number: admission.number });

  // Before it takes effect nothing can be handed over, however the form is filled in.
  const afterStart = { from: addDays(startOn, 1), until: addDays(startOn, 30) };
  const premature = await dispatch(ANZHENXILI, task(drill, afterStart));
  await premature.reaches('blocked');
  expect(await closedGatesOf(premature)).toContainEqual(expect.stringMatching(/^listed: item\.notYet$/));

  await admission.give(DEPARTMENT, 'agreement.draft', agreement);
  await admission.give(RELIEF, 'agreement.sign', { verdict: 'signed' });
  await drill.pass(daysBetween(drill.today(), startOn));

  // On the list, agreed, and no money: the gate is named, and the community is not asked for anything.
  const unpaid = await dispatch(ANZHENXILI, task(drill));
  await unpaid.reaches('blocked');
  expect(await closedGatesOf(unpaid)).toContain('funded: funds.none');
  expect((await unpaid.seenBy('ma-guoqiang')).commands.map(({ name }) => name)).not.toContain('task.accept');

  // Half the money: the first quarter opens, the second stays closed.
  await admission.give(FINANCE, 'funds.confirm', { amountYuan: 12_000, voucherNumber: 'P-2026-1188' });
  const first = await dispatch(ANZHENXILI, task(drill));
  await first.reaches('offered');
  const second = await dispatch(ANZHENXILI, task(drill, { from: addDays(startOn, 91), until: addDays(startOn, 120) }));
  await second.reaches('blocked');
  expect(await closedGatesOf(second)).toEqual(['funded: funds.notCovered']);
  const outside = await dispatch(OUTSIDE, task(drill));
  await outside.reaches('blocked');
  expect(await closedGatesOf(outside)).toEqual(['area: area.outside']);
  await first.give('ma-guoqiang', 'task.accept', {});

  // The list has changed since the first attempt: asked again, the same task passes.
  await premature.give(DEPARTMENT, 'gates.recheck', {});
  await premature.reaches('offered');
  await premature.give('ma-guoqiang', 'task.refuse', {
    grounds: ['noMeans'],
    reason: '本月已安排人口抽样,请另择时间。',
  });
  await premature.reaches('refused');

  // Two departments at once, of which only one still fits under the community's ceiling of 160 hours.
  await (await dispatch(ANZHENXILI, task(drill), OTHER_DEPARTMENT)).reaches('offered');
  const sixty = { process: 'dispatch', org: ANZHENXILI, form: task(drill, { hoursPerMonth: 60 }) };
  const both = await Promise.all([DEPARTMENT, OTHER_DEPARTMENT].map((by) => drill.attempt(by, sixty)));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'burden.overCeiling' });

  // The money is taken back in the middle of the work: everything stands still, nothing turns red.
  await admission.give(FINANCE, 'funds.withdraw', { amountYuan: 6_000, reason: '年度预算压减。' });
  await first.reaches('suspended');
  await drill.pass(60);
  const still = await first.seenBy('ma-guoqiang');
  expect(still).toMatchObject({ state: 'suspended', light: 'grey' });
  expect(still.commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['task.return']));
  expect((await first.ledger()).filter(({ type }) => type.startsWith('deadline.'))).toEqual([]);

  await admission.give(FINANCE, 'funds.confirm', { amountYuan: 18_000, voucherNumber: 'P-2027-0031' });
  const again = await first.reaches('accepted');
  expect(again.deadlines.find(({ key }) => key === 'work')?.light).not.toBe('red');
  await first.give('li-xiaoming', 'task.report', { result: '入户112户,发现飞线充电9户。', doneOn: drill.today() });
  await first.give(DEPARTMENT, 'task.confirm', { verdict: 'fulfilled', finding: '与支队台账一致。' });
  await first.reaches('closed');

  // A community that has accepted may still give the task back, and is heard.
  const returned = await dispatch(ANZHENXILI, task(drill, { until: drill.in(20), hoursPerMonth: 20 }));
  await returned.reaches('offered');
  await returned.give('ma-guoqiang', 'task.accept', {});
  await returned.give('ma-guoqiang', 'task.return', {
    grounds: ['noMeans'],
    reason: '支队不再派人,社区不能单独入户。',
  });
  await returned.give(DEPARTMENT, 'return.acknowledge', {});
  await returned.reaches('returned');

  // After its exit nothing new passes.
  await admission.give(RELIEF, 'item.exit', { ground: 'residents', reason: '议事会表决不认可。' });
  const late = await dispatch(ANZHENXILI, task(drill));
  await late.reaches('blocked');
  expect(await closedGatesOf(late)).toContainEqual(expect.stringMatching(/^listed: /));

  expect((await verifyLedger(kit.database)).findings).toEqual([]);
});
