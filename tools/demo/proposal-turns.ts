import type { State } from '../../processes/resident-proposal/names.ts';
import { anzhenxili } from './places.ts';
import {
  accepted,
  act,
  docketed,
  drill,
  evaluated,
  evaluationOver,
  householdsOnPaper,
  matter,
  planned,
  proposal,
  published,
  supported,
  toEvaluation,
} from './proposal-steps.ts';
import { onClock, type Story } from './story.ts';

/** Proposals in which a second person has the word: a neighbour who is invited, whoever decides on time, who looks into an entry. */
export const proposalTurns: readonly Story<State>[] = [
  proposal({
    name: 'invited',
    by: 'sun-jianguo',
    form: () => ({
      ...matter({
        title: '10号楼前增设电动轮椅停放处',
        category: 'elderlyCare',
        building: '10号楼',
        households: 110,
        problem: '电动轮椅停在单元门口,进出不便,雨天淋湿。',
        suggestion: '在楼侧设带雨棚的停放处。',
        expectedEffect: '门口畅通,轮椅不淋雨。',
      })(),
      jointProposers: [{ personId: 'chen-xiuying', name: '陈秀英' }],
    }),
    steps: [published('sun-jianguo')],
    state: 'collecting',
  }),
  proposal({
    name: 'entry-in-doubt',
    by: 'wu-lihua',
    form: matter({
      title: '7号楼北侧垃圾桶移位',
      category: 'environment',
      building: '7号楼',
      households: 72,
      problem: '垃圾桶正对一层住户厨房,夏天有气味。',
      suggestion: '移到北侧围墙边。',
      expectedEffect: '一层住户能开窗。',
    }),
    steps: [
      published('wu-lihua'),
      ...householdsOnPaper('zhang-ting', '7号楼', '郭兰英', '韩树林'),
      act(anzhenxili.director, 'supporter.void', {
        supporter: 'paper:01064400101:韩树林',
        ground: 'notOwnWill',
        reason: '本人来电称没有签过字。',
      }),
    ],
    state: 'collecting',
  }),
  proposal({
    name: 'plan-more-time',
    by: 'zhou-ming',
    form: matter({
      title: '6号楼地下室通风改善',
      category: 'facilities',
      building: '6号楼',
      households: 72,
      problem: '地下室潮湿发霉,存放的物品受潮。',
      suggestion: '清理风井,加装防雨百叶。',
      expectedEffect: '地下室干燥。',
    }),
    steps: [
      ...supported('zhou-ming', '6号楼'),
      accepted,
      docketed,
      onClock(anzhenxili.worker, 'deadline.askExtension', {
        deadline: 'planDrafting',
        by: { workingDays: 5 },
        reason: '风井图纸须向原设计单位调取。',
      }),
    ],
    state: 'planning',
  }),
  proposal({
    name: 'plan-paused',
    by: 'zhao-hongwei',
    form: matter({
      title: '3号楼外墙空调滴水管集中改造',
      category: 'propertyService',
      building: '3号楼',
      households: 72,
      problem: '空调水滴到楼下雨棚,夜里声响大。',
      suggestion: '统一加装集中滴水管。',
      expectedEffect: '夜里安静,行人不淋水。',
    }),
    steps: [
      ...supported('zhao-hongwei', '3号楼'),
      accepted,
      docketed,
      onClock(anzhenxili.worker, 'deadline.pause', (days) => ({
        deadline: 'planDrafting',
        reason: 'otherBodies',
        note: '外墙已列入保温改造计划,正在征求区住建部门意见。',
        reviewOn: days.in(20),
      })),
    ],
    state: 'planning',
  }),
  drill({
    name: 'to-be-rectified',
    by: 'chen-xiuying',
    form: matter({
      title: '1号楼前排水沟盖板更换',
      category: 'facilities',
      building: '1号楼',
      households: 96,
      problem: '盖板断裂,轮椅和童车容易卡住。',
      suggestion: '更换为防滑窄缝盖板。',
      expectedEffect: '通行安全。',
    }),
    steps: [
      ...toEvaluation(
        'chen-xiuying',
        '1号楼',
        planned({ goal: '更换30米盖板。', method: '维修队更换,物业验收。' }),
        '30米盖板已更换。',
      ),
      ...evaluated(
        ['chen-xiuying', 'dissatisfied', '盖板松动,车过有响声。'],
        ['zhao-hongwei', 'fairlySatisfied', '缝还是宽。'],
        ['sun-jianguo', 'fairlySatisfied', '有两块不平。'],
        ['zhou-ming', 'satisfied', '好走多了。'],
        ['wu-lihua', 'satisfied', '可以。'],
      ),
      evaluationOver,
      act(anzhenxili.worker, 'callback.record', {
        evaluation: 1,
        reached: true,
        remark: '现场查看松动的四块,约定加装胶垫。',
      }),
    ],
    state: 'rectifying',
  }),
];
