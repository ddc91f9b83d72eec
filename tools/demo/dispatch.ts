import type { Forms } from '../../processes/dispatch/forms.ts';
import type { State } from '../../processes/dispatch/names.ts';
import type { Forms as AdmissionForms } from '../../processes/service-item-admission/forms.ts';
import { anhuali, anzhenxili, finance, fireDepartment, healthDepartment, nongguangli, relief } from './places.ts';
import { itemCodes } from './service-item-admission.ts';
import { actsOf, type Days, type Story } from './story.ts';

type Task = Forms['task.issue'];

export const onTask = actsOf<Forms>();
const onAdmission = actsOf<AdmissionForms>();

const health = {
  itemCode: itemCodes.health,
  unit: '区卫生健康委',
  acts: ['contactResidents', 'educate'],
  contact: { name: '潘云', phone: '010-65090002' },
  standard: '只提醒本人到社区卫生服务站更新,不代填、不收材料。',
  responsibilityStatement: '档案更新由社区卫生服务中心负责,社区只提醒。',
} as const;
export const fraud = {
  itemCode: itemCodes.fraud,
  unit: '区公安分局',
  acts: ['educate', 'organise'],
  contact: { name: '唐锐', phone: '010-65090001' },
  standard: '民警主讲,社区通知居民并提供场地,不要求签到拍照。',
  responsibilityStatement: '宣传内容和处置由公安分局负责,社区只组织居民。',
} as const;
const visits = {
  itemCode: itemCodes.visits,
  unit: '区民政局',
  acts: ['contactResidents', 'helpHouseholdVisits'],
  contact: { name: '潘云', phone: '010-65090002' },
  standard: '巡视员主访,社区陪同,每户不超过20分钟,不填表。',
  responsibilityStatement: '探访结果的处置由区民政局负责,社区只陪同。',
} as const;

/** A task of some weeks. */
export function task(
  of: Pick<Task, 'title' | 'requirement' | 'hoursPerMonth'> & (typeof health | typeof fraud | typeof visits),
) {
  return (days: Days): Task => ({
    ...of,
    acts: [...of.acts],
    from: days.today,
    until: days.in(40),
    mainResponsible: 'department',
  });
}

export const offered = { reaches: 'offered' } as const;
export const accepts = (director: string) => onTask(director, 'task.accept', { remark: '安排网格工作者协助。' });
export const reports = (worker: string, result: string) =>
  onTask(worker, 'task.report', ({ today }) => ({ result, doneOn: today, hoursUsed: 8 }));
const returns = (director: string, reason: string) =>
  onTask(director, 'task.return', { grounds: ['noMeans'], reason, doneSoFar: '已张贴一次通知。' });

export const dispatch = (story: Omit<Story<State>, 'process'>): Story<State> => ({ process: 'dispatch', ...story });

/** Tasks in every state of the process; three that did not pass the gates, each at another one. */
export const dispatchStories: readonly Story<State>[] = [
  dispatch({
    name: 'task-offered',
    org: anzhenxili.org,
    by: healthDepartment,
    form: task({
      ...health,
      title: '安贞西里65岁以上居民健康档案更新提醒',
      requirement: '电话提醒65岁以上居民到社区卫生服务站更新健康档案。',
      hoursPerMonth: 14,
    }),
    steps: [offered],
    state: 'offered',
    // The answer to opening it; the admission's word follows at once.
    passes: ['checking'],
  }),
  dispatch({
    name: 'task-accepted',
    org: anzhenxili.org,
    by: fireDepartment,
    form: task({
      ...fraud,
      title: '安贞西里冬季防诈骗楼门宣讲',
      requirement: '组织三次楼门宣讲,每次通知一个院落的居民。',
      hoursPerMonth: 12,
    }),
    steps: [offered, accepts(anzhenxili.director)],
    state: 'accepted',
  }),
  dispatch({
    name: 'task-reported',
    org: anhuali.org,
    by: fireDepartment,
    form: task({
      ...fraud,
      title: '安华里楼门防诈骗宣传栏更新',
      requirement: '协助更换6个楼门的宣传栏内容。',
      hoursPerMonth: 8,
    }),
    steps: [offered, accepts(anhuali.director), reports(anhuali.worker, '6个楼门宣传栏已更换。')],
    state: 'reported',
  }),
  dispatch({
    name: 'task-sent-back',
    org: nongguangli.org,
    by: healthDepartment,
    form: task({
      ...health,
      title: '农光里慢性病居民健康档案更新提醒',
      requirement: '提醒名单内42名居民更新健康档案。',
      hoursPerMonth: 10,
    }),
    steps: [
      offered,
      accepts(nongguangli.director),
      reports(nongguangli.worker, '已提醒居民更新。'),
      onTask(healthDepartment, 'task.sendBack', { reason: '请说明42人中联系到多少人,未联系到的名单由我委跟进。' }),
    ],
    state: 'sentBack',
  }),
  dispatch({
    name: 'task-returning',
    org: nongguangli.org,
    by: fireDepartment,
    form: task({
      ...fraud,
      title: '农光里防诈骗入院宣讲',
      requirement: '组织两次院落宣讲。',
      hoursPerMonth: 10,
    }),
    steps: [offered, accepts(nongguangli.director), returns(nongguangli.director, '民警未按约到场,社区不能单独宣讲。')],
    state: 'returning',
  }),
  dispatch({
    name: 'task-disputed',
    org: anhuali.org,
    by: healthDepartment,
    form: task({
      ...health,
      title: '安华里流动人口健康档案补建提醒',
      requirement: '提醒租住居民到社区卫生服务站建档。',
      hoursPerMonth: 10,
    }),
    steps: [
      offered,
      accepts(anhuali.director),
      returns(anhuali.director, '名单一直没有给,社区无法逐户提醒。'),
      onTask(healthDepartment, 'return.dispute', { reason: '名单已交街道转送,请社区继续协助。' }),
    ],
    state: 'disputed',
  }),
  dispatch({
    name: 'task-closed',
    org: anzhenxili.org,
    by: fireDepartment,
    form: task({
      ...fraud,
      title: '安贞西里老年活动站防诈骗讲座',
      requirement: '通知老年活动站居民参加一次讲座。',
      hoursPerMonth: 6,
    }),
    steps: [
      offered,
      accepts(anzhenxili.director),
      reports(anzhenxili.worker, '讲座已举办,到场57人。'),
      onTask(fireDepartment, 'task.confirm', { verdict: 'fulfilled', finding: '与主讲民警反馈一致。' }),
      { reaches: 'closed' },
    ],
    state: 'closed',
    passes: ['ending'],
  }),
  dispatch({
    name: 'task-refused',
    org: nongguangli.org,
    by: healthDepartment,
    form: task({
      ...health,
      title: '农光里居民健康档案纸质信息补录',
      requirement: '将纸质档案逐份录入部门系统。',
      hoursPerMonth: 24,
    }),
    steps: [
      offered,
      onTask(nongguangli.director, 'task.refuse', {
        grounds: ['beyondAssistance'],
        reason: '录入档案不属于六类协助动作,应由部门办理。',
      }),
      { reaches: 'refused' },
    ],
    state: 'refused',
  }),
  dispatch({
    name: 'task-returned',
    org: anhuali.org,
    by: fireDepartment,
    form: task({
      ...fraud,
      title: '安华里夜间防诈骗流动宣传',
      requirement: '组织居民参加夜间流动宣传。',
      hoursPerMonth: 8,
    }),
    steps: [
      offered,
      accepts(anhuali.director),
      returns(anhuali.director, '夜间无人值守,社区无法组织。'),
      onTask(fireDepartment, 'return.acknowledge', { remark: '改由派出所自行开展。' }),
      { reaches: 'returned' },
    ],
    state: 'returned',
  }),
  dispatch({
    name: 'task-withdrawn',
    org: anhuali.org,
    by: healthDepartment,
    form: task({
      ...health,
      title: '安华里健康讲座通知',
      requirement: '通知居民参加健康讲座。',
      hoursPerMonth: 4,
    }),
    steps: [
      offered,
      onTask(healthDepartment, 'task.withdraw', { reason: '讲座改到线上举行。' }),
      { reaches: 'withdrawn' },
    ],
    state: 'withdrawn',
  }),
  dispatch({
    name: 'task-suspended',
    org: anzhenxili.org,
    by: healthDepartment,
    form: task({
      ...visits,
      title: '安贞西里独居老人巡视探访',
      requirement: '陪同巡视员探访28户独居老人,每户每月两次。',
      hoursPerMonth: 24,
    }),
    steps: [
      offered,
      accepts(anzhenxili.director),
      onAdmission(finance, 'funds.withdraw', { amountYuan: 9_000, reason: '年中预算压减,待追加。' }, 'item-visits'),
      { reaches: 'suspended' },
    ],
    state: 'suspended',
  }),
  dispatch({
    name: 'task-not-listed',
    org: anzhenxili.org,
    by: fireDepartment,
    form: (days) => ({
      ...task({
        ...fraud,
        title: '安贞西里独居老人充电安全入户排查',
        requirement: '与消防员一同入户,告知飞线充电的危险。',
        hoursPerMonth: 40,
      })(days),
      itemCode: itemCodes.applied,
      unit: '区消防救援支队',
      standard: '每户不超过20分钟,不填表。',
      responsibilityStatement: '检查和处置由支队负责,社区只陪同入户。',
    }),
    steps: [{ reaches: 'blocked' }],
    state: 'blocked',
  }),
  dispatch({
    name: 'task-not-paid',
    org: anhuali.org,
    by: fireDepartment,
    form: (days) => ({
      ...task({
        ...fraud,
        title: '安华里冬季燃气安全入户提示',
        requirement: '陪同燃气公司人员入户提示。',
        hoursPerMonth: 12,
      })(days),
      itemCode: itemCodes.unpaid,
      unit: '区城市管理委',
      acts: ['educate', 'helpHouseholdVisits'],
      standard: '安检由燃气公司进行,社区只陪同。',
      responsibilityStatement: '安检和整改由燃气公司和区城市管理委负责。',
    }),
    steps: [{ reaches: 'blocked' }],
    state: 'blocked',
  }),
  dispatch({
    name: 'task-outside',
    org: nongguangli.org,
    by: healthDepartment,
    form: (days) => ({
      ...task({
        ...health,
        title: '农光里社区书屋开放时间公示',
        requirement: '张贴社区书屋冬季开放时间。',
        hoursPerMonth: 4,
      })(days),
      itemCode: itemCodes.anzhenOnly,
      unit: '区文化和旅游局',
      acts: ['educate'],
      standard: '张贴一次,不拍照上传。',
      responsibilityStatement: '书屋开放由区文化和旅游局负责,社区只公示。',
    }),
    steps: [{ reaches: 'blocked' }],
    state: 'blocked',
  }),
  dispatch({
    name: 'task-return-upheld',
    org: nongguangli.org,
    by: fireDepartment,
    form: task({
      ...fraud,
      title: '农光里防诈骗软件安装动员',
      requirement: '动员居民安装防诈骗软件。',
      hoursPerMonth: 12,
    }),
    steps: [
      offered,
      accepts(nongguangli.director),
      returns(nongguangli.director, '任务中途改为按户统计安装数,超出约定。'),
      onTask(fireDepartment, 'return.dispute', { reason: '统计只作参考,请继续协助。' }),
      onTask(relief, 'return.decide', { verdict: 'upheld', reason: '按户统计不属于约定的协助动作,退回成立。' }),
      { reaches: 'returned' },
    ],
    state: 'returned',
  }),
];
