import type { Forms } from '../../processes/resident-proposal/forms.ts';
import type { Days } from './story.ts';

/** One step of the story: a person's command, or time that passes on a drill's clock. */
export type Step =
  | { [C in keyof Forms]: { who: string; command: C; form(days: Days): Forms[C] } }[keyof Forms]
  | { advance: string };

/** The form of the first story: a leaking bicycle shed. */
export const bicycleShed = (): Forms['proposal.draft'] => ({
  title: '12号楼东侧自行车棚顶棚维修并加装充电桩',
  category: 'facilities',
  place: { estate: '安贞西里', building: '12号楼' },
  problem: '12号楼东侧自行车棚顶棚破损漏雨,居民的电动自行车无处充电,有人拉线充电,存在安全隐患。',
  suggestion: '维修顶棚,加装充电桩,由楼院居民轮流看护。',
  expectedEffect: '雨天不漏,集中充电,楼道里不再停放电动自行车。',
  beneficiaries: { households: 96, persons: 240 },
  funding: { needed: true, estimateYuan: 38_000, source: 'communityWelfareFund' },
  willingToImplement: true,
  consentToName: true,
  proposer: { residentKind: 'registered', building: '12号楼', addressVerification: 'register' },
  privacyNoticeVersion: '2026-01',
});

const neighbours = ['zhao-hongwei', 'chen-xiuying', 'sun-jianguo', 'zhou-ming', 'wu-lihua'] as const;

/** From first word to archive, as steps that follow each other. */
export const loop: readonly Step[] = [
  { who: 'liu-guilan', command: 'proposal.publish', form: () => ({}) },
  ...neighbours.map(
    (who, index): Step => ({
      who,
      command: 'proposal.cosign',
      form: () => ({ as: 'household', household: `12号楼${index + 1}单元${index + 1}01`, building: '12号楼' }),
    }),
  ),
  { who: 'li-xiaoming', command: 'proposal.accept', form: () => ({ remark: '材料齐全,予以受理。' }) },
  { who: 'ma-guoqiang', command: 'proposal.docket', form: () => ({ remark: '属社区公共设施,同意立案。' }) },
  { who: 'li-xiaoming', command: 'plan.submit', form: shedPlan },
  {
    who: 'zheng-wen',
    command: 'notice.object',
    form: () => ({ text: '充电桩离一层住户窗户太近,请再往东移两米。' }),
  },
  { advance: 'P16D' },
  { who: 'yang-fan', command: 'deliberation.record', form: hallVote },
  {
    who: 'li-xiaoming',
    command: 'funds.request',
    form: () => ({
      fund: 'communityWelfareFund',
      yearQuotaYuan: 200_000,
      usedYuan: 61_500,
      requestedYuan: 38_000,
      purpose: '自行车棚维修及充电桩',
      instalments: 1,
    }),
  },
  { who: 'ma-guoqiang', command: 'funds.endorse', form: () => ({ verdict: 'endorsed', opinion: '同意申请。' }) },
  { who: 'xu-jing', command: 'funds.review', form: () => ({ verdict: 'approved', opinion: '预算合理,同意拨付。' }) },
  {
    who: 'cao-ying',
    command: 'funds.confirm',
    form: ({ today }) => ({ voucher: '拨款凭证0042', amountYuan: 38_000, receivedOn: today }),
  },
  {
    who: 'feng-gang',
    command: 'milestone.report',
    form: ({ today }) => ({ milestone: 1, doneOn: today, percent: 100, remark: '顶棚更换完成。' }),
  },
  { advance: 'P10D' },
  {
    who: 'feng-gang',
    command: 'milestone.report',
    form: ({ today }) => ({ milestone: 2, doneOn: today, percent: 100, remark: '充电桩已通电。' }),
  },
  {
    who: 'feng-gang',
    command: 'work.complete',
    form: ({ today }) => ({ summary: '顶棚更换、充电桩安装并通电。', completedOn: today }),
  },
  {
    who: 'yang-fan',
    command: 'inspection.record',
    form: ({ today }) => ({
      members: [
        { personId: 'zheng-wen', name: '郑文', capacity: 'delegate', head: true, relatedToImplementer: false },
        { personId: 'zhou-ming', name: '周明', capacity: 'resident', head: false, relatedToImplementer: false },
        { name: '第三方工程师', capacity: 'expert', head: false, relatedToImplementer: false },
      ],
      inspectedOn: today,
      verdict: 'passed',
      milestonesMet: 2,
      issues: [],
      photos: [],
    }),
  },
  {
    who: 'li-xiaoming',
    command: 'result.publish',
    form: () => ({ summary: '自行车棚已修好,充电桩可用。', spentYuan: 37_650, where: '社区公示栏' }),
  },
  ...(['liu-guilan', ...neighbours] as const).map(
    (who, index): Step => ({
      who,
      command: 'evaluation.give',
      form: () => ({ grade: index === 3 ? 'fairlySatisfied' : 'verySatisfied', comment: '好用。', named: true }),
    }),
  ),
  { advance: 'P40D' },
  {
    who: 'gao-zhiyuan',
    command: 'patrol.record',
    form: () => ({ inOrder: true, finding: '顶棚不漏,充电桩正常。' }),
  },
  { advance: 'P400D' },
];

function shedPlan(days: Days): Forms['plan.submit'] {
  return {
    goal: '修好12号楼东侧自行车棚,集中安全充电。',
    method: '更换顶棚,安装8个充电位,线路由物业核验。',
    steps: '一、拆除旧顶棚;二、安装新顶棚;三、安装充电桩;四、通电验收。',
    schedule: '资金到位后30日内完成。',
    safeguard: '居民轮流看护,物业每月检查线路。',
    leader: { personId: 'liu-guilan', name: '刘桂兰' },
    participants: ['12号楼居民', '物业公司'],
    implementer: { name: '安居维修队', personIds: ['feng-gang'] },
    milestones: [
      { title: '顶棚更换', plannedOn: days.in(40) },
      { title: '充电桩通电', plannedOn: days.in(60) },
    ],
    budget: [
      { item: '顶棚', amountYuan: 22_000, source: 'communityWelfareFund' },
      { item: '充电桩', amountYuan: 16_000, source: 'communityWelfareFund' },
    ],
    compliance: {
      propertyRights: '车棚为小区公共设施',
      fireSafety: '与住宅间距符合要求',
      planning: '原址维修,无需规划许可',
      propertyContract: '不影响物业合同',
    },
    risks: '雨天延误。',
    maintenance: { by: '物业公司', months: 24 },
    opinions: '走访12号楼96户,91户赞成。',
    touches: [],
    decisionBody: 'deliberationHall',
    complexity: 'simple',
  };
}

function hallVote(days: Days): Forms['deliberation.record'] {
  return {
    meeting: 'deliberationHall',
    advisory: false,
    agendaPostedOn: days.in(-5),
    heldOn: days.today,
    place: '社区议事厅',
    invited: 31,
    present: 27,
    validVotes: 27,
    for: 25,
    against: 1,
    abstain: 1,
    recused: [],
    speeches: '讨论充电桩位置,同意东移两米。',
    signatures: ['杨帆', '郑文'],
  };
}
