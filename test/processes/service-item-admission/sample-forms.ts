import { dateOf, type Instant } from '../../../processes/kernel/clock.ts';
import type { Forms } from '../../../processes/service-item-admission/forms.ts';

/** Two quarters of money for the item of S5. */
export const twoQuarters = [
  { from: '2026-11-02', until: '2027-01-31', amountYuan: 60000 },
  { from: '2027-02-01', until: '2027-04-30', amountYuan: 60000.5 },
];

export const communities = [
  'chaoyang.anzhen.anzhenxili',
  'chaoyang.wangjing.nanhuxili',
  'chaoyang.nanmofang.nongguangli',
] as const;

/** A well-formed form for every command, at an instant. */
export const sampleForms: { [C in keyof Forms]: (at: Instant) => Forms[C] } = {
  'item.apply': () => ({
    code: 'CY-2026-031',
    kind: 'assist',
    origin: 'application',
    name: '独居老人电动自行车充电安全入户排查',
    department: '区消防救援支队',
    contact: { name: '周立新', phone: '010-6500 0000' },
    basis: [{ kind: 'regulation', title: '北京市消防条例', article: '54' }],
    necessity: '社区熟悉独居老人的居住情况,入户需要社区陪同。',
    mainResponsible: 'department',
    acts: ['contactResidents', 'helpHouseholdVisits', 'reportFindings'],
    actsDetail: '约定时间,陪同入户,报告发现的隐患。',
    authority: '陪同入户和报告;不作检查结论。',
    hoursPerMonth: 20,
    equipment: '检查人员、仪器由支队提供。',
    money: { needed: true, source: '区级安全专项', payment: '按季预拨', plan: twoQuarters },
    startOn: '2026-11-02',
    validUntil: '2027-04-30',
    standard: '每户一次,登记隐患,当日上报。',
    exitConditions: '排查完成或居民不认可的退出。',
  }),
  'form.check': () => ({ verdict: 'complete', note: '材料齐全。' }),
  'item.correct': () => ({ name: '独居老人电动自行车充电安全入户协助' }),
  'item.withdraw': () => ({ reason: '改由支队自行办理。' }),
  'basis.check': () => ({ verdict: 'passed', finding: '有法规依据,无重复事项。', consult: [...communities] }),
  'opinion.give': () => ({ community: communities[0], verdict: 'agree', opinion: '同意,每月不超过20小时。' }),
  'consultation.close': () => ({ summary: '三个社区均同意。' }),
  'money.assess': () => ({ needed: true, plan: twoQuarters, opinion: '按两个季度核定。' }),
  'meeting.decide': (at) => ({ verdict: 'approved', meetingOn: dateOf(at), reason: '依据充分,经费落实。' }),
  'list.publish': () => ({ effectiveFrom: '2026-11-02' }),
  'agreement.draft': () => ({
    rights: '支队负责检查和结论,社区协助入户。',
    moneyTerms: '按季预拨到社区账户。',
    limits: '至2027年4月30日。',
    standard: '每户一次,登记隐患,当日上报。',
  }),
  'agreement.sign': () => ({ verdict: 'signed' }),
  'funds.confirm': (at) => ({ amountYuan: 60000, voucherNumber: `V-${at}` }),
  'funds.withdraw': () => ({ amountYuan: 60000, reason: '专项资金调整收回。' }),
  'trial.conclude': () => ({ verdict: 'regular', finding: '居民认可,隐患下降。' }),
  'review.open': () => ({ reason: '多个社区反映工时偏多。' }),
  'review.decide': () => ({ verdict: 'keep', finding: '继续需要。', satisfactionPercent: 91 }),
  'item.resume': () => ({ reason: '整改完成。' }),
  'item.exit': () => ({ ground: 'residents', reason: '多数居民不愿入户。' }),
  'item.revoke': () => ({ breach: '要求社区填写三张表并打分。', articles: '《北京市街道办事处条例》第32、43条' }),
  'emergency.decide': () => ({ verdict: 'granted', reason: '连续发生火情,须立即排查。' }),
  'temporary.review': () => ({ verdict: 'confirmed', finding: '确属应急,程序补齐。' }),
  'dispatch.check': () => ({
    dispatchId: 'dispatch-1',
    number: '朝阳-安贞-安贞西里-2026-0009',
    org: communities[0],
    from: '2026-11-02',
    until: '2026-12-31',
    acts: ['helpHouseholdVisits'],
    hoursPerMonth: 20,
    mainResponsible: 'department',
    burden: { committedHoursPerMonth: 40, ceilingHoursPerMonth: 160, overCeilingDecidedBy: null },
  }),
  'dispatch.end': () => ({ dispatchId: 'dispatch-1', how: 'finished' }),
};
