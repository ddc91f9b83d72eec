import type { Forms } from '../../processes/service-item-admission/forms.ts';
import { anhuali, anzhenxili, finance, meeting, nongguangli, relief } from './places.ts';
import { type ActStep, actsOf, type Days } from './story.ts';

type Application = Forms['item.apply'];
type Told = Pick<Application, 'code' | 'name' | 'department' | 'acts' | 'hoursPerMonth'> & Partial<Application>;

export const act = actsOf<Forms>();

/** Communities that are heard about every item. */
const consulted = [anzhenxili, anhuali, nongguangli];

/** More than thirty working days lie between today and this day, whatever holidays fall into it. */
const STARTS_IN_DAYS = 75;
const ENDS_IN_DAYS = 800;

const noMoney = { needed: false, reason: '宣传品由部门印制并配送,不产生其他费用。' } as const;

/** Two half-years, as finance sets them. */
function plan(days: Days) {
  return [
    { from: days.in(STARTS_IN_DAYS + 15), until: days.in(STARTS_IN_DAYS + 194), amountYuan: 36_000 },
    { from: days.in(STARTS_IN_DAYS + 195), until: days.in(STARTS_IN_DAYS + 374), amountYuan: 36_000 },
  ];
}

/** An application with everything that the formal check asks for. */
export function application(told: Told) {
  return (days: Days): Application => ({
    kind: 'assist',
    category: 'assisting',
    origin: 'application',
    contact: { name: '经办窗口', phone: '010-65090000' },
    basis: [{ kind: 'policy', title: '北京市社区协助工作清单' }],
    necessity: '服务对象居住分散,由社区工作者联系更容易找到人。',
    mainResponsible: 'department',
    authority: '只联系、陪同和报告,不作认定,不填写部门台账。',
    serviceTargets: '社区常住居民',
    equipment: '宣传品和登记设备由部门配发。',
    money: noMoney,
    startOn: days.in(STARTS_IN_DAYS),
    validUntil: days.in(ENDS_IN_DAYS),
    standard: '每次不超过20分钟,不要求社区填表,由部门人员记录。',
    training: '开始前由部门培训半天。',
    exitConditions: '期满,或居民代表会议过半数不认可。',
    ...told,
  });
}

/** An application that says what it costs and who pays. */
export function paidApplication(told: Told) {
  return (days: Days): Application => ({
    ...application(told)(days),
    money: { needed: true, source: `${told.department}部门预算`, payment: '按半年拨付至街道专户', plan: plan(days) },
  });
}

/** An item of the list that the district had before: in effect at once. */
export function listedBefore(told: Told) {
  return (days: Days): Application => ({ ...application(told)(days), origin: 'existingList', startOn: days.in(-60) });
}

/** A short admission at once; people, means and a written standard come with it. */
export function emergency(told: Told) {
  return (days: Days): Application => ({
    ...application(told)(days),
    kind: 'emergency',
    origin: 'emergency',
    startOn: days.today,
    validUntil: days.in(20),
    exitConditions: '预警解除即止。',
  });
}

export const complete = act(relief, 'form.check', { verdict: 'complete', note: '材料齐全,予以受理。' });
export const lacking = act(relief, 'form.check', { verdict: 'correctionNeeded', note: '请一次性补正所列各项。' });
const basisPassed = act(relief, 'basis.check', {
  verdict: 'passed',
  finding: '依据有效,未列入负面清单,与现有事项不重复。',
  consult: consulted.map(({ org }) => org),
});
export const opinions = consulted.map(({ org, worker }) =>
  act(worker, 'opinion.give', {
    community: org,
    verdict: 'agreeIf',
    opinion: '部门派人同行、经费先到位的,同意协助。',
    hoursPerMonth: 12,
  }),
);
export const heard = act(relief, 'consultation.close', { summary: '三个社区均同意协助,要求部门派人同行。' });
const costed = act(finance, 'money.assess', { needed: false, opinion: '宣传品由部门预算列支,社区不产生费用。' });
export const costedWithPlan = act(finance, 'money.assess', (days) => ({
  needed: true,
  plan: plan(days),
  opinion: '按入户次数测算,标准合理,列入部门预算。',
}));
export const agreedTo = act(meeting, 'meeting.decide', ({ today }) => ({
  verdict: 'approved',
  meetingOn: today,
  reason: '联席会议同意准入,主体责任在部门。',
}));
export const agreedToIfPaid = act(meeting, 'meeting.decide', ({ today }) => ({
  verdict: 'conditional',
  meetingOn: today,
  reason: '联席会议同意准入,经费到位前不得下派。',
  conditions: [{ kind: 'moneyBeforeDispatch', text: '经费到位前不得下派' }],
}));
const listed = act(meeting, 'list.publish', (days) => ({ effectiveFrom: days.in(STARTS_IN_DAYS) }));
export const drafted = (by: string) =>
  act(by, 'agreement.draft', {
    rights: '社区联系和陪同,部门承担检查、认定和处置责任。',
    moneyTerms: '按半年拨付至街道专户,未到位不下派。',
    limits: '每个社区每月不超过约定小时数。',
    standard: '每次不超过20分钟,不要求社区填表,由部门人员记录。',
  });
export const signed = act(relief, 'agreement.sign', { verdict: 'signed' });

/** The whole way to the list; each story stops where it stands. */
export const toConsultation: readonly ActStep[] = [complete, basisPassed];
export const toCosting: readonly ActStep[] = [...toConsultation, ...opinions, heard];
export const toMeeting: readonly ActStep[] = [...toCosting, costed];
export const toList: readonly ActStep[] = [...toMeeting, agreedTo, listed];
export const toListWithMoney: readonly ActStep[] = [...toCosting, costedWithPlan, agreedToIfPaid, listed];

export const review = act(relief, 'review.open', { reason: '社区反映该事项与健康小屋登记重复,提前复核。' });
