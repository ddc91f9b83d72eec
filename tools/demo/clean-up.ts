import type { Forms } from '../../processes/clean-up/forms.ts';
import type { State } from '../../processes/clean-up/names.ts';
import { anhuali, anzhenxili, relief } from './places.ts';
import { actsOf, type Story } from './story.ts';

export const onCensus = actsOf<Forms>();
export const campaign = '社区减负清理整顿';

/** What 安贞西里 is asked for: o1 to o7, in this order. */
export const found: readonly Forms['object.register'][] = [
  {
    kind: 'workRegister',
    name: '民生保障台账',
    demandedBy: '区民政局',
    basis: '北京市社区工作清单',
    frequency: 'monthly',
    hoursPerMonth: 10,
  },
  { kind: 'board', name: '某创建工作站牌子', demandedBy: '区级某部门', frequency: 'standing', hoursPerMonth: 1 },
  {
    kind: 'workRegister',
    name: '入户走访台账(纸质)',
    demandedBy: '安贞街道某科室',
    basis: '科室工作安排',
    frequency: 'weekly',
    hoursPerMonth: 16,
    duplicateOf: 'o1',
  },
  {
    kind: 'appraisal',
    name: '某示范社区创建考核',
    demandedBy: '区级某部门',
    basis: '部门文件',
    frequency: 'yearly',
    hoursPerMonth: 4.5,
    oneVoteVeto: true,
  },
  {
    kind: 'survey',
    name: '沿街商户用工情况表',
    demandedBy: '安贞街道某科室',
    basis: '科室通知',
    frequency: 'onDemand',
    hoursPerMonth: 6,
  },
  {
    kind: 'subscription',
    name: '某行业报',
    demandedBy: '某报社',
    frequency: 'yearly',
    hoursPerMonth: 0.5,
    costPerYear: 3600,
    compulsory: true,
  },
  {
    kind: 'board',
    name: '出租房屋登记站牌子',
    demandedBy: '区级某部门',
    basis: '部门规定',
    frequency: 'standing',
    hoursPerMonth: 12,
  },
];
export const registered = (worker: string, objects: readonly Forms['object.register'][]) =>
  objects.map((object) => onCensus(worker, 'object.register', object));

/** A census that is through, but for the spot checks; and one that goes on. */
export const cleanUpStories: readonly Story<State>[] = [
  {
    name: 'clean-up-anzhenxili',
    process: 'clean-up',
    org: anzhenxili.org,
    by: anzhenxili.worker,
    form: () => ({ campaign, scope: '牌子、台账、考核评比、专项调查、报刊征订' }),
    steps: [
      ...registered(anzhenxili.worker, found),
      onCensus(anzhenxili.worker, 'census.close', { remark: '七项全部登记。' }),
      onCensus(relief, 'object.judge', {
        judgements: [
          { object: 'o1', verdict: 'keep', reason: '社区工作清单内,保留。' },
          { object: 'o2', verdict: 'cancel', reason: '没有依据设立。', article: '北京市街道办事处条例第9条' },
          { object: 'o3', verdict: 'merge', reason: '与民生保障台账内容重复。', mergeInto: 'o1' },
          { object: 'o4', verdict: 'cancel', reason: '含“一票否决”,已取消。' },
          { object: 'o5', verdict: 'cancel', reason: '无表号、批准文号和有效期限。', article: '统计法第17条' },
          { object: 'o6', verdict: 'cancel', reason: '强制征订。' },
          { object: 'o7', verdict: 'handOver', reason: '属部门职责,收回自办。', handOverTo: '区级某部门' },
        ],
      }),
      onCensus(relief, 'result.publish', { place: '社区公告栏和社区居民群' }),
      onCensus(anzhenxili.worker, 'stop.confirm', ({ today }) => ({
        objects: ['o2', 'o3', 'o4', 'o5', 'o6', 'o7'],
        stoppedOn: today,
        evidence: '牌子已摘,纸质台账已封存,报刊已退订。',
      })),
    ],
    state: 'checking',
  },
  {
    name: 'clean-up-anhuali',
    process: 'clean-up',
    org: anhuali.org,
    by: anhuali.worker,
    form: () => ({ campaign, scope: '牌子、台账、考核评比、专项调查、报刊征订' }),
    steps: registered(anhuali.worker, found.slice(0, 2)),
    state: 'registering',
  },
];
