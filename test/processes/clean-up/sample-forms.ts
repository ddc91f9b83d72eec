import type { Forms } from '../../../processes/clean-up/forms.ts';
import { dateOf, type Instant } from '../../../processes/kernel/clock.ts';

type Facet = Forms['object.register'];

const keptRegister: Facet = {
  kind: 'workRegister',
  name: '民生保障台账',
  demandedBy: '区民政局',
  basis: '北京市社区工作清单第12项',
  frequency: 'monthly',
  hoursPerMonth: 10,
};

/** One thing of each kind that cannot stay, after one register that can: o1 to o7. */
export const objects: readonly Facet[] = [
  keptRegister,
  {
    kind: 'board',
    name: '创建办公室牌子',
    demandedBy: '区某局',
    basis: undefined,
    frequency: 'standing',
    hoursPerMonth: 1,
  },
  {
    kind: 'workRegister',
    name: '入户走访台账(纸质)',
    demandedBy: '街道某科',
    basis: '街道工作安排',
    frequency: 'weekly',
    hoursPerMonth: 16,
    duplicateOf: 'o1',
  },
  {
    kind: 'appraisal',
    name: '某某示范社区考核',
    demandedBy: '区某委',
    basis: '某委文件',
    frequency: 'yearly',
    hoursPerMonth: 4.5,
    oneVoteVeto: true,
  },
  {
    kind: 'survey',
    name: '沿街商户用工情况表',
    demandedBy: '街道某科',
    basis: '科室通知',
    frequency: 'onDemand',
    hoursPerMonth: 6,
    tableNumber: '朝统1表',
  },
  {
    kind: 'subscription',
    name: '某报',
    demandedBy: '某报社',
    basis: undefined,
    frequency: 'yearly',
    hoursPerMonth: 0.5,
    costPerYear: 3600,
    compulsory: true,
  },
  {
    kind: 'board',
    name: '出租房屋登记站',
    demandedBy: '区某局',
    basis: '某条例第8条',
    frequency: 'standing',
    hoursPerMonth: 12,
  },
];

/** As the rules propose, but for o7, which its department takes back. */
export const asProposed: Forms['object.judge']['judgements'] = [
  { object: 'o1', verdict: 'keep', reason: '有依据' },
  { object: 'o2', verdict: 'cancel', reason: '没有依据设立', article: '北京市街道办事处条例第9条' },
  { object: 'o3', verdict: 'merge', reason: '内容重复', mergeInto: 'o1' },
  { object: 'o4', verdict: 'cancel', reason: '含一票否决' },
  { object: 'o5', verdict: 'cancel', reason: '无批准文号、有效期限', article: '统计法第17条' },
  { object: 'o6', verdict: 'cancel', reason: '强制征订' },
  { object: 'o7', verdict: 'handOver', reason: '属部门职责', handOverTo: '区某局' },
];

/** A well-formed form for every command, at an instant. */
export const sampleForms: { [C in keyof Forms]: (at: Instant) => Forms[C] } = {
  'census.open': () => ({ campaign: '2026年社区减负清理整顿', scope: '牌子、台账、考核评比、专项调查、报刊征订' }),
  'object.register': () => keptRegister,
  'object.correct': () => ({ object: 'o1', ...keptRegister, hoursPerMonth: 8 }),
  'object.remove': () => ({ object: 'o1', reason: '重复登记' }),
  'census.close': () => ({}),
  'object.judge': () => ({ judgements: [{ object: 'o1', verdict: 'keep', reason: '有依据' }] }),
  'result.publish': () => ({ place: '社区公告栏和区政府网站' }),
  'stop.confirm': (at) => ({ objects: ['o1'], stoppedOn: dateOf(at), evidence: '台账已停止填写。' }),
  'check.record': (at) => ({ object: 'o1', found: 'stopped', checkedOn: dateOf(at), finding: '现场查看,确已停止。' }),
  'relapse.report': (at) => ({
    object: 'o1',
    demandedBy: '街道某科',
    channel: 'message',
    since: dateOf(at),
    description: '微信群里又要求上报。',
  }),
  'relapse.settle': () => ({ object: 'o1', measure: 'demandWithdrawn', result: '科室已在群里撤回要求。' }),
  'census.withdraw': () => ({ reason: '街道已统一开展普查。' }),
};
