import type { Forms } from '../../processes/service-item-admission/forms.ts';
import type { State } from '../../processes/service-item-admission/names.ts';
import {
  anhuali,
  anzhenxili,
  district,
  finance,
  fireDepartment,
  healthDepartment,
  meeting,
  nongguangli,
  relief,
} from './places.ts';
import { type ActStep, actsOf, type Days, type Story } from './story.ts';

type Application = Forms['item.apply'];
type Told = Pick<Application, 'code' | 'name' | 'department' | 'acts' | 'hoursPerMonth'> & Partial<Application>;

const act = actsOf<Forms>();

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
function application(told: Told) {
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

/** An item of the list that the district had before: in effect at once. */
function listedBefore(told: Told) {
  return (days: Days): Application => ({ ...application(told)(days), origin: 'existingList', startOn: days.in(-60) });
}

/** A short admission at once; people, means and a written standard come with it. */
function emergency(told: Told) {
  return (days: Days): Application => ({
    ...application(told)(days),
    kind: 'emergency',
    origin: 'emergency',
    startOn: days.today,
    validUntil: days.in(20),
    exitConditions: '预警解除即止。',
  });
}

const complete = act(relief, 'form.check', { verdict: 'complete', note: '材料齐全,予以受理。' });
const lacking = act(relief, 'form.check', { verdict: 'correctionNeeded', note: '请一次性补正所列各项。' });
const basisPassed = act(relief, 'basis.check', {
  verdict: 'passed',
  finding: '依据有效,未列入负面清单,与现有事项不重复。',
  consult: consulted.map(({ org }) => org),
});
const opinions = consulted.map(({ org, worker }) =>
  act(worker, 'opinion.give', {
    community: org,
    verdict: 'agreeIf',
    opinion: '部门派人同行、经费先到位的,同意协助。',
    hoursPerMonth: 12,
  }),
);
const heard = act(relief, 'consultation.close', { summary: '三个社区均同意协助,要求部门派人同行。' });
const costed = act(finance, 'money.assess', { needed: false, opinion: '宣传品由部门预算列支,社区不产生费用。' });
const costedWithPlan = act(finance, 'money.assess', (days) => ({
  needed: true,
  plan: plan(days),
  opinion: '按入户次数测算,标准合理,列入部门预算。',
}));
const agreedTo = act(meeting, 'meeting.decide', ({ today }) => ({
  verdict: 'approved',
  meetingOn: today,
  reason: '联席会议同意准入,主体责任在部门。',
}));
const agreedToIfPaid = act(meeting, 'meeting.decide', ({ today }) => ({
  verdict: 'conditional',
  meetingOn: today,
  reason: '联席会议同意准入,经费到位前不得下派。',
  conditions: [{ kind: 'moneyBeforeDispatch', text: '经费到位前不得下派' }],
}));
const listed = act(meeting, 'list.publish', (days) => ({ effectiveFrom: days.in(STARTS_IN_DAYS) }));
const drafted = (by: string) =>
  act(by, 'agreement.draft', {
    rights: '社区联系和陪同,部门承担检查、认定和处置责任。',
    moneyTerms: '按半年拨付至街道专户,未到位不下派。',
    limits: '每个社区每月不超过约定小时数。',
    standard: '每次不超过20分钟,不要求社区填表,由部门人员记录。',
  });
const signed = act(relief, 'agreement.sign', { verdict: 'signed' });

/** The whole way to the list; each story stops where it stands. */
const toConsultation: readonly ActStep[] = [complete, basisPassed];
const toCosting: readonly ActStep[] = [...toConsultation, ...opinions, heard];
const toMeeting: readonly ActStep[] = [...toCosting, costed];
const toList: readonly ActStep[] = [...toMeeting, agreedTo, listed];
const toListWithMoney: readonly ActStep[] = [...toCosting, costedWithPlan, agreedToIfPaid, listed];

const review = act(relief, 'review.open', { reason: '社区反映该事项与健康小屋登记重复,提前复核。' });

const admission = (story: Omit<Story<State>, 'process' | 'org'>): Story<State> => ({
  process: 'service-item-admission',
  org: district,
  ...story,
});

/** Items that tasks are handed out for, by the code under which they stand in the list. */
export const itemCodes = {
  health: 'WJ-2025-004',
  fraud: 'GA-2025-011',
  visits: 'MZ-2025-018',
  unpaid: 'CG-2025-009',
  anzhenOnly: 'WH-2025-007',
  applied: 'XF-2026-031',
} as const;

/** Admissions in every state of the process, and the items of the older list. */
export const admissionStories: readonly Story<State>[] = [
  admission({
    name: 'item-health',
    by: meeting,
    form: listedBefore({
      code: itemCodes.health,
      name: '居民健康档案更新提醒',
      department: '区卫生健康委',
      acts: ['contactResidents', 'educate'],
      hoursPerMonth: 24,
    }),
    steps: [],
    state: 'regular',
  }),
  admission({
    name: 'item-fraud',
    by: meeting,
    form: listedBefore({
      code: itemCodes.fraud,
      name: '防范电信网络诈骗进楼门宣传',
      department: '区公安分局',
      basis: [{ kind: 'law', title: '反电信网络诈骗法', article: '30' }],
      acts: ['educate', 'organise', 'persuade'],
      hoursPerMonth: 20,
    }),
    steps: [],
    state: 'regular',
  }),
  admission({
    name: 'item-visits',
    by: meeting,
    form: (days) => ({
      ...listedBefore({
        code: itemCodes.visits,
        name: '独居老人巡视探访协助',
        department: '区民政局',
        acts: ['contactResidents', 'helpHouseholdVisits', 'reportFindings'],
        hoursPerMonth: 30,
      })(days),
      money: {
        needed: true,
        source: '区民政局部门预算',
        payment: '按季度拨付至街道专户',
        plan: [
          { from: days.in(-30), until: days.in(120), amountYuan: 18_000 },
          { from: days.in(121), until: days.in(300), amountYuan: 18_000 },
        ],
      },
    }),
    steps: [act(finance, 'funds.confirm', { amountYuan: 18_000, voucherNumber: '拨款2026第0311号' })],
    state: 'regular',
  }),
  admission({
    name: 'item-unpaid',
    by: meeting,
    form: (days) => ({
      ...listedBefore({
        code: itemCodes.unpaid,
        name: '居民家庭燃气安全使用提示',
        department: '区城市管理委',
        acts: ['educate', 'helpHouseholdVisits'],
        hoursPerMonth: 16,
      })(days),
      money: {
        needed: true,
        source: '区城市管理委部门预算',
        plan: [{ from: days.in(-30), until: days.in(300), amountYuan: 24_000 }],
      },
    }),
    steps: [],
    state: 'regular',
  }),
  admission({
    name: 'item-anzhen',
    by: meeting,
    form: listedBefore({
      code: itemCodes.anzhenOnly,
      name: '社区书屋开放时间公示协助',
      department: '区文化和旅游局',
      acts: ['educate'],
      hoursPerMonth: 6,
      areas: ['chaoyang.anzhen'],
    }),
    steps: [],
    state: 'regular',
  }),
  admission({
    name: 'item-applied',
    by: fireDepartment,
    form: application({
      code: itemCodes.applied,
      name: '独居老人电动自行车充电安全入户排查',
      department: '区消防救援支队',
      basis: [{ kind: 'regulation', title: '北京市非机动车管理条例' }],
      acts: ['contactResidents', 'helpHouseholdVisits', 'reportFindings'],
      hoursPerMonth: 40,
      serviceTargets: '70岁以上独居老人',
    }),
    steps: [],
    state: 'applied',
  }),
  admission({
    name: 'item-correcting',
    by: healthDepartment,
    form: (days) => {
      const {
        money: _,
        exitConditions: __,
        ...rest
      } = application({
        code: 'WJ-2026-012',
        name: '婴幼儿照护服务需求摸底',
        department: '区卫生健康委',
        kind: 'survey',
        acts: ['contactResidents'],
        hoursPerMonth: 18,
        serviceTargets: '有3岁以下婴幼儿的家庭',
      })(days);
      return rest;
    },
    steps: [lacking],
    state: 'correcting',
  }),
  admission({
    name: 'item-basis',
    by: healthDepartment,
    form: application({
      code: 'CL-2026-003',
      name: '重度残疾人居家照护需求走访协助',
      department: '区残疾人联合会',
      acts: ['contactResidents', 'helpHouseholdVisits'],
      hoursPerMonth: 12,
    }),
    steps: [complete],
    state: 'checkingBasis',
  }),
  admission({
    name: 'item-consulting',
    by: fireDepartment,
    form: application({
      code: 'ZJ-2026-006',
      name: '老旧小区加装电梯政策宣讲',
      department: '区住房城乡建设委',
      acts: ['organise', 'educate'],
      hoursPerMonth: 10,
    }),
    steps: [...toConsultation, ...opinions.slice(0, 1)],
    state: 'consulting',
  }),
  admission({
    name: 'item-costing',
    by: healthDepartment,
    form: application({
      code: 'WJ-2026-015',
      name: '适龄妇女免费筛查预约提醒',
      department: '区卫生健康委',
      acts: ['contactResidents', 'educate'],
      hoursPerMonth: 8,
    }),
    steps: toCosting,
    state: 'costing',
  }),
  admission({
    name: 'item-meeting',
    by: fireDepartment,
    form: application({
      code: 'YJ-2026-002',
      name: '家庭应急物资储备常识宣传',
      department: '区应急管理局',
      acts: ['educate', 'organise'],
      hoursPerMonth: 6,
    }),
    steps: toMeeting,
    state: 'meeting',
  }),
  admission({
    name: 'item-approved',
    by: healthDepartment,
    form: application({
      code: 'TJ-2026-001',
      name: '退役军人优待证申领提醒',
      department: '区退役军人事务局',
      acts: ['contactResidents'],
      hoursPerMonth: 4,
    }),
    steps: [...toMeeting, agreedTo],
    state: 'approved',
  }),
  admission({
    name: 'item-conditional',
    by: healthDepartment,
    form: application({
      code: 'MZ-2026-022',
      name: '困境儿童家庭探访陪同',
      department: '区民政局',
      acts: ['helpHouseholdVisits', 'reportFindings'],
      hoursPerMonth: 10,
    }),
    steps: [...toCosting, costedWithPlan, agreedToIfPaid],
    state: 'approvedConditionally',
  }),
  admission({
    name: 'item-published',
    by: healthDepartment,
    form: application({
      code: 'MZ-2026-019',
      name: '高龄老年人津贴资格到期提醒',
      department: '区民政局',
      acts: ['contactResidents'],
      hoursPerMonth: 6,
    }),
    steps: toList,
    state: 'published',
  }),
  admission({
    name: 'item-drafted',
    by: fireDepartment,
    form: application({
      code: 'CG-2026-014',
      name: '生活垃圾分类桶前引导宣传',
      department: '区城市管理委',
      acts: ['organise', 'educate', 'persuade'],
      hoursPerMonth: 20,
    }),
    steps: [...toList, drafted(fireDepartment)],
    state: 'agreementDrafted',
  }),
  admission({
    name: 'item-agreed',
    by: healthDepartment,
    form: application({
      code: 'YB-2026-005',
      name: '失能老人居家评估陪同入户',
      department: '区医疗保障局',
      acts: ['contactResidents', 'helpHouseholdVisits'],
      hoursPerMonth: 16,
    }),
    steps: [...toListWithMoney, drafted(healthDepartment), signed],
    state: 'agreed',
  }),
  admission({
    name: 'item-trial',
    by: fireDepartment,
    form: application({
      code: 'JY-2026-008',
      name: '社区托管班招生信息张贴',
      department: '区教育委员会',
      acts: ['educate'],
      hoursPerMonth: 4,
    }),
    steps: [...toList, drafted(fireDepartment), signed],
    state: 'trial',
  }),
  admission({
    name: 'item-reviewing',
    by: meeting,
    form: listedBefore({
      code: 'WJ-2025-002',
      name: '慢性病患者随访预约提醒',
      department: '区卫生健康委',
      acts: ['contactResidents'],
      hoursPerMonth: 12,
    }),
    steps: [review],
    state: 'reviewing',
  }),
  admission({
    name: 'item-suspended',
    by: meeting,
    form: listedBefore({
      code: 'TY-2025-003',
      name: '社区健身器材使用情况反馈',
      department: '区体育局',
      acts: ['reportFindings'],
      hoursPerMonth: 6,
    }),
    steps: [
      act(relief, 'review.open', { reason: '器材维修移交物业后,反馈渠道需要重新明确。' }),
      act(meeting, 'review.decide', { verdict: 'suspend', finding: '与物业报修渠道重复,厘清前暂停下派。' }),
    ],
    state: 'suspended',
  }),
  admission({
    name: 'item-emergency',
    by: fireDepartment,
    form: emergency({
      code: 'YJ-2026-E02',
      name: '地下空间居住人员大风降温提示',
      department: '区应急管理局',
      acts: ['contactResidents', 'persuade'],
      hoursPerMonth: 12,
    }),
    steps: [],
    state: 'emergencyAsked',
  }),
  admission({
    name: 'item-temporary',
    by: fireDepartment,
    form: emergency({
      code: 'YJ-2026-E01',
      name: '寒潮期间独居老人取暖安全探访',
      department: '区应急管理局',
      acts: ['contactResidents', 'helpHouseholdVisits', 'reportFindings'],
      hoursPerMonth: 20,
    }),
    steps: [act(meeting, 'emergency.decide', { verdict: 'granted', reason: '寒潮预警期间同意,部门派人同行。' })],
    state: 'temporary',
  }),
  admission({
    name: 'item-exited',
    by: meeting,
    form: listedBefore({
      code: 'HB-2025-001',
      name: '燃煤取暖户清洁能源改造提醒',
      department: '区生态环境局',
      acts: ['contactResidents', 'educate'],
      hoursPerMonth: 10,
    }),
    steps: [act(relief, 'item.exit', { ground: 'notNeeded', reason: '改造已全部完成,不再需要社区协助。' })],
    state: 'exited',
  }),
  admission({
    name: 'item-revoked',
    by: meeting,
    form: listedBefore({
      code: 'SW-2025-006',
      name: '沿街商户促消费活动告知',
      department: '区商务局',
      acts: ['educate'],
      hoursPerMonth: 8,
    }),
    steps: [
      act(meeting, 'item.revoke', {
        breach: '借该事项要求社区逐户采集营业额,超出六类协助动作。',
        articles: '《北京市街道办事处条例》第32条',
      }),
    ],
    state: 'revoked',
  }),
  admission({
    name: 'item-refused',
    by: fireDepartment,
    form: application({
      code: 'SW-2026-010',
      name: '商务楼宇空置面积月度采集',
      department: '区商务局',
      acts: ['reportFindings'],
      hoursPerMonth: 24,
    }),
    steps: [
      complete,
      act(relief, 'basis.check', {
        verdict: 'failed',
        finding: '属部门统计职责,无法律法规依据交由社区办理。',
        articles: '《北京市街道办事处条例》第32条',
      }),
    ],
    state: 'refused',
  }),
  admission({
    name: 'item-withdrawn',
    by: healthDepartment,
    form: application({
      code: 'TY-2026-004',
      name: '社区健步走活动报名协助',
      department: '区体育局',
      acts: ['organise'],
      hoursPerMonth: 6,
    }),
    steps: [act(healthDepartment, 'item.withdraw', { reason: '改由线上报名,不再需要社区协助。' })],
    state: 'withdrawn',
  }),
  admission({
    name: 'item-lapsed',
    by: fireDepartment,
    drill: true,
    form: (days) => {
      const { money: _, ...rest } = application({
        code: 'SW-2026-011',
        name: '便民商业网点营业时间告知',
        department: '区商务局',
        acts: ['educate'],
        hoursPerMonth: 6,
      })(days);
      return rest;
    },
    steps: [lacking, { advance: 'P30D' }],
    state: 'lapsed',
  }),
  admission({
    name: 'item-archived',
    by: meeting,
    drill: true,
    form: listedBefore({
      code: 'WL-2025-005',
      name: '有线电视数字化改造告知',
      department: '区文化和旅游局',
      acts: ['educate'],
      hoursPerMonth: 4,
    }),
    steps: [
      act(relief, 'item.exit', { ground: 'notNeeded', reason: '改造已完成,不再需要社区告知。' }),
      { advance: 'P100D' },
    ],
    state: 'archived',
  }),
];
