import type { Forms } from '../../processes/refusal/forms.ts';
import type { State } from '../../processes/refusal/names.ts';
import { anzhenxili, jinsongOffice, nongguangli, otherRelief, relief } from './places.ts';
import { itemCodes } from './service-item-admission.ts';
import { actsOf, type Days, type Story } from './story.ts';

export const onRefusal = actsOf<Forms>();

type Task = Forms['task.refuse'];
type Told = Omit<Task, 'receivedOn' | 'evidence' | 'unit'> & Partial<Pick<Task, 'evidence'>>;

/** The message of the story about a task around the list, and others of its kind. */
export function aroundTheList(of: Told, unit: string) {
  return ({ today }: Days): Task => ({
    unit: { name: unit, level: 'subdistrict' },
    receivedOn: today,
    evidence: [{ kind: 'screenshot', note: '工作群聊天截图,存于社区电脑。' }],
    ...of,
  });
}

export const accepted = onRefusal(relief, 'relief.accept', { remark: '已登记,两个工作日内核查。' });
export const asked = onRefusal(relief, 'correction.ask', { requirement: '撤回该任务,在原工作群说明,并书面答复。' });
const foundThreat = onRefusal(relief, 'assessment.find', {
  verdict: 'confirmed',
  reason: '部门和科室不得自行组织考核,扣分要求没有依据。',
  consequence: '撤回扣分要求,并在原工作群书面说明。',
});

export const refusal = (story: Omit<Story<State>, 'process' | 'org' | 'by'>): Story<State> => ({
  process: 'refusal',
  org: nongguangli.org,
  by: nongguangli.worker,
  ...story,
});

/** Tasks that came around the list, some still open, each outcome once. */
export const refusalStories: readonly Story<State>[] = [
  refusal({
    name: 'refusal-table',
    form: aroundTheList(
      {
        title: '上报沿街商户用工情况表',
        channel: 'wechat',
        wording: '今晚8点前各社区上报沿街商户用工情况表,未报的年底考核扣2分。',
        dueText: '今晚8点前',
        asksForForm: { name: '沿街商户用工情况表' },
      },
      '劲松街道某科室',
    ),
    steps: [
      accepted,
      foundThreat,
      asked,
      onRefusal(jinsongOffice, 'correction.answer', ({ today }) => ({
        result: 'withdrawn',
        explanation: '已在群内撤回,改由科室向市场监管所查询。',
        answeredOn: today,
      })),
      onRefusal(relief, 'outcome.decide', { verdict: 'corrected', reasons: '任务和扣分要求均已撤回,社区确认。' }),
    ],
    state: 'corrected',
  }),
  refusal({
    name: 'refusal-likes',
    form: aroundTheList(
      {
        title: '组织居民为线上评选点赞',
        channel: 'wechat',
        wording: '请各社区组织200名居民为街道参评作品点赞,每日截图上报,完成情况在全街排名通报。',
        dueText: '每日17点前',
      },
      '劲松街道某科室',
    ),
    steps: [],
    state: 'reported',
  }),
  refusal({
    name: 'refusal-rental',
    form: aroundTheList(
      {
        title: '出租房屋电费抄表',
        channel: 'phone',
        wording: '请社区本周逐户抄录出租房屋电表读数,汇总报科室。',
        moneyMissing: true,
        evidence: [{ kind: 'callNote', note: '值班电话记录。' }],
      },
      '劲松街道某科室',
    ),
    steps: [accepted, asked],
    state: 'correctionAsked',
  }),
  refusal({
    name: 'refusal-health',
    form: aroundTheList(
      {
        title: '通知居民更新健康档案',
        channel: 'meeting',
        wording: '请各社区通知65岁以上居民更新健康档案,名单会后发放。',
      },
      '劲松街道某科室',
    ),
    steps: [
      accepted,
      onRefusal(relief, 'outcome.decide', {
        verdict: 'admittedLater',
        reasons: '该任务已列入清单,由主责部门按清单下派,科室不再另行布置。',
        itemCode: itemCodes.health,
        admissionNumber: '原清单事项',
      }),
    ],
    state: 'admittedLater',
  }),
  {
    ...refusal({
      name: 'refusal-notice',
      form: aroundTheList(
        {
          title: '转发停水检修通知',
          channel: 'wechat',
          wording: '明日9时至15时12号楼停水检修,请社区转发居民群。',
        },
        '安贞街道某科室',
      ),
      steps: [
        onRefusal(otherRelief, 'relief.accept', {}),
        onRefusal(otherRelief, 'outcome.decide', {
          verdict: 'dismissed',
          reasons: '转发停水通知属居委会向居民告知的日常工作,不是另派任务。',
        }),
      ],
      state: 'dismissed',
    }),
    org: anzhenxili.org,
    by: anzhenxili.worker,
  },
];
