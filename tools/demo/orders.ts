import type { Forms } from '../../processes/supervision-order/forms.ts';
import type { State } from '../../processes/supervision-order/names.ts';
import { anzhenxili } from './places.ts';
import { actsOf, type Cases, type Story } from './story.ts';

export const onOrder = actsOf<Forms>();
export const supervisor = 'shen-yan';
export const leader = 'guo-li';

export type Issue = Forms['order.issue'];

export function about(cases: Cases, story: string, process: string): Issue['about'] {
  const { id, number, title } = cases(story);
  return { caseId: id, caseNumber: number, process, title };
}

export const order = (
  story: Omit<Story<State>, 'process' | 'org' | 'by'> & Partial<Pick<Story<State>, 'org'>>,
): Story<State> => ({
  process: 'supervision-order',
  org: anzhenxili.org,
  by: supervisor,
  ...story,
});

/** Orders by hand; the system's own comes with the matter that is overdue longest. */
export const orderStories: readonly Story<State>[] = [
  order({
    name: 'order-to-sign',
    form: (_, cases): Issue => ({
      about: about(cases, 'playground', 'resident-proposal'),
      ground: 'notCarriedOut',
      requirement: '转办后提案人没有收到任何回音,请联系管养单位确定更换围栏的日期,并书面答复。',
      responsible: { role: 'subdistrictOfficer', org: 'chaoyang.anzhen' },
    }),
    steps: [],
    state: 'issued',
  }),
  order({
    name: 'order-in-hand',
    form: (_, cases): Issue => ({
      about: about(cases, 'clean-up-anzhenxili', 'clean-up'),
      ground: 'poorQuality',
      requirement: '抽查发现纸质台账仍在一个网格使用,请停用并书面答复。',
      limitWorkingDays: 5,
      responsible: { role: 'residentsCommitteeDirector', org: anzhenxili.org },
    }),
    steps: [onOrder(anzhenxili.director, 'order.sign', { remark: '已签收,立即核实。' })],
    state: 'handling',
  }),
  order({
    name: 'order-answered-late',
    drill: true,
    form: (_, cases): Issue => ({
      about: about(cases, 'poorly-rated', 'resident-proposal'),
      ground: 'poorQuality',
      requirement: '居民评价未达标,请督促实施单位把下坡段防滑槽重做,并书面答复。',
      responsible: { role: 'residentsCommitteeDirector', org: anzhenxili.org },
    }),
    steps: [
      onOrder(anzhenxili.director, 'order.sign', {}),
      { advanceTo: { deadline: 'handling', days: 4 } },
      onOrder(anzhenxili.director, 'order.reply', ({ today }) => ({
        result: 'done',
        measures: '下坡段防滑槽已重做,并请三位反映问题的居民到场查看。',
        completedOn: today,
        lateBecause: '实施单位人手不足,没有及时申请延期。',
      })),
      onOrder(supervisor, 'reply.verify', ({ today }) => ({
        verdict: 'passed',
        way: 'onSite',
        verifiedOn: today,
        finding: '现场查看,防滑槽深度符合要求。',
      })),
      onOrder(leader, 'order.close', {
        lateness: 'subjective',
        summary: '问题已解决;逾期答复属主观原因,提醒今后提前申请延期。',
      }),
    ],
    state: 'closed',
  }),
];
