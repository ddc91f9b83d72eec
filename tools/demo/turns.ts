import { campaign, found, onCensus, registered } from './clean-up.ts';
import { accepts, dispatch, fraud, offered, onTask, reports, task } from './dispatch.ts';
import { about, type Issue, leader, onOrder, order, supervisor } from './orders.ts';
import { anhuali, anzhenxili, fireDepartment, jinsongOffice, nongguangli, relief } from './places.ts';
import { accepted, aroundTheList, asked, onRefusal, refusal } from './refusal.ts';
import { onClock, type Story } from './story.ts';

/** Matters in which the next word is somebody else's: more time asked for, an objection, a review, something that came back. */
export const turns: readonly Story[] = [
  {
    name: 'clean-up-came-back',
    process: 'clean-up',
    org: nongguangli.org,
    by: nongguangli.worker,
    form: () => ({ campaign, scope: '牌子、台账' }),
    steps: [
      ...registered(nongguangli.worker, found.slice(0, 2)),
      onCensus(nongguangli.worker, 'census.close', { remark: '两项全部登记。' }),
      onCensus(relief, 'object.judge', {
        judgements: [
          { object: 'o1', verdict: 'keep', reason: '社区工作清单内,保留。' },
          { object: 'o2', verdict: 'cancel', reason: '没有依据设立。', article: '北京市街道办事处条例第9条' },
        ],
      }),
      onCensus(relief, 'result.publish', { place: '社区公告栏' }),
      onCensus(nongguangli.worker, 'stop.confirm', ({ today }) => ({
        objects: ['o2'],
        stoppedOn: today,
        evidence: '牌子已摘下并拍照。',
      })),
      onCensus(nongguangli.director, 'relapse.report', ({ today }) => ({
        object: 'o2',
        demandedBy: '区级某部门',
        channel: 'telephone',
        since: today,
        description: '来电要求迎检前重新挂出工作站牌子。',
      })),
    ],
    state: 'relapsed',
  },
  dispatch({
    name: 'task-more-time',
    org: anhuali.org,
    by: fireDepartment,
    form: task({
      ...fraud,
      title: '安华里院落防诈骗宣讲回访',
      requirement: '通知参加过宣讲的居民回访一次。',
      hoursPerMonth: 4,
    }),
    steps: [
      offered,
      accepts(anhuali.director),
      reports(anhuali.worker, '已通知居民。'),
      onTask(fireDepartment, 'task.sendBack', { reason: '请补充未通知到的院落,由民警另行联系。' }),
      onClock(anhuali.worker, 'deadline.askExtension', {
        deadline: 'redo',
        by: { workingDays: 3 },
        reason: '两个院落的楼门长本周外出,下周才能核对名单。',
      }),
    ],
    state: 'sentBack',
  }),
  refusal({
    name: 'refusal-more-time',
    form: aroundTheList(
      {
        title: '统计居民宠物数量',
        channel: 'wechat',
        wording: '请各社区逐户统计居民饲养宠物的数量和品种,周五前报科室。',
        dueText: '周五前',
      },
      '劲松街道某科室',
    ),
    steps: [
      accepted,
      asked,
      onClock(jinsongOffice, 'deadline.askExtension', {
        deadline: 'correction',
        by: { workingDays: 2 },
        reason: '布置任务的科室负责人出差,须其本人在原工作群说明。',
      }),
    ],
    state: 'correctionAsked',
  }),
  refusal({
    name: 'refusal-unanswered',
    drill: true,
    form: aroundTheList(
      {
        title: '抽调社区工作者整理科室档案',
        channel: 'phone',
        wording: '请社区派两名工作人员到科室整理档案两周。',
        evidence: [{ kind: 'callNote', note: '值班电话记录。' }],
      },
      '劲松街道某科室',
    ),
    // Nobody answers: the unit may now be named in public.
    steps: [accepted, asked, { advanceTo: { deadline: 'correction', days: 1 } }],
    state: 'notCorrected',
  }),
  refusal({
    name: 'refusal-objected',
    form: aroundTheList(
      {
        title: '每周汇总楼道张贴海报照片',
        channel: 'wechat',
        wording: '请各社区每周汇总楼道张贴海报的照片,发工作群。',
      },
      '劲松街道某科室',
    ),
    steps: [
      accepted,
      onRefusal(relief, 'outcome.decide', {
        verdict: 'dismissed',
        reasons: '张贴海报属日常宣传,未另设任务。',
      }),
      onRefusal(nongguangli.director, 'objection.raise', {
        reason: '张贴属日常宣传,但每周拍照汇总是另加的台账,清单上没有。',
      }),
    ],
    state: 'reviewing',
  }),
  order({
    name: 'order-more-time',
    org: anhuali.org,
    form: (_, cases): Issue => ({
      about: about(cases, 'clean-up-anhuali', 'clean-up'),
      ground: 'notCarriedOut',
      requirement: '登记两项后没有继续,请完成其余各项的登记,并书面答复。',
      limitWorkingDays: 5,
      responsible: { role: 'residentsCommitteeDirector', org: anhuali.org },
    }),
    steps: [
      onOrder(anhuali.director, 'order.sign', {}),
      onClock(anhuali.director, 'deadline.askExtension', {
        deadline: 'handling',
        by: { workingDays: 3 },
        reason: '报刊征订凭证在原会计处,须等其返京核对。',
      }),
    ],
    state: 'handling',
  }),
  order({
    name: 'order-objected',
    form: (_, cases): Issue => ({
      about: about(cases, 'playground', 'resident-proposal'),
      ground: 'notCarriedOut',
      requirement: '围栏断口仍未封闭,请落实临时封闭措施,并书面答复。',
      responsible: { role: 'residentsCommitteeDirector', org: anzhenxili.org },
    }),
    steps: [
      onOrder(anzhenxili.director, 'order.object', {
        reason: '围栏在市政道路红线内,居委会无权施工,已于转办时说明。',
        suggestedUnit: '安贞街道办事处城市管理办公室',
      }),
    ],
    state: 'objected',
  }),
  order({
    name: 'order-reviewed',
    org: anhuali.org,
    form: (_, cases): Issue => ({
      about: about(cases, 'anhuali-canteen', 'resident-proposal'),
      ground: 'poorQuality',
      requirement: '抽查发现代录的附议缺少当面签字的留存,请补齐并书面答复。',
      responsible: { role: 'communityWorker', org: anhuali.org },
    }),
    steps: [
      onOrder(anhuali.worker, 'order.sign', {}),
      onOrder(anhuali.worker, 'order.reply', ({ today }) => ({
        result: 'done',
        measures: '三户的签字页已补齐,存入社区档案柜。',
        completedOn: today,
      })),
      onOrder(supervisor, 'reply.verify', ({ today }) => ({
        verdict: 'passed',
        way: 'records',
        verifiedOn: today,
        finding: '查看签字页,与登记的三户一致。',
      })),
      onOrder(leader, 'order.close', { lateness: 'objective', summary: '已补齐;因人员轮休,办理略有迟延。' }),
      onOrder(anhuali.worker, 'review.request', { reason: '签收当日即补齐并答复,没有迟延,请更正为按时办结。' }),
    ],
    state: 'reviewing',
  }),
];
