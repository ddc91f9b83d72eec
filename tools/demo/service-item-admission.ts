import type { State } from '../../processes/service-item-admission/names.ts';
import {
  act,
  agreedTo,
  agreedToIfPaid,
  application,
  complete,
  costedWithPlan,
  drafted,
  emergency,
  lacking,
  listedBefore,
  opinions,
  paidApplication,
  review,
  signed,
  toConsultation,
  toCosting,
  toList,
  toListWithMoney,
  toMeeting,
} from './admission-steps.ts';
import { district, finance, fireDepartment, healthDepartment, meeting, relief } from './places.ts';
import type { Story } from './story.ts';

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
    form: paidApplication({
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
    form: paidApplication({
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
