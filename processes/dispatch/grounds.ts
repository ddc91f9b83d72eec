import type { Source } from '../kernel/define-rules.ts';

/** On what a community may refuse a task or return it. The words are in the texts, the articles here. */
export const groundNames = [
  'notListed',
  'noMoney',
  'noMeans',
  'beyondAssistance',
  'responsibilityShifted',
  'unlawfulForm',
  'duplicate',
  'overCeiling',
  'other',
] as const;
export type Ground = (typeof groundNames)[number];

function law(zh: string, en: string, at: string): Source {
  return { title: { zh, en }, at, standing: 'law' };
}

const subdistrictRegulation = (at: string) =>
  law('北京市街道办事处条例', 'Beijing Regulations on Sub-district Offices', at);
const refusalRight = law(
  '北京市实施《城市居民委员会组织法》办法:未经同意而要求居民委员会协助工作的,可以拒绝',
  "Beijing measures for the Residents' Committees Law: what is asked without consent may be refused",
  '28',
);
const ownChoice: Source = {
  title: { zh: '本系统提供的理由,没有查到明文依据', en: 'Offered by this system; no article was found' },
  standing: 'ownChoice',
};

/** The articles on which each ground rests. */
export const groundSources: Readonly<Record<Ground, readonly Source[]>> = {
  notListed: [subdistrictRegulation('32'), refusalRight],
  noMoney: [subdistrictRegulation('41')],
  noMeans: [subdistrictRegulation('41')],
  beyondAssistance: [
    {
      title: {
        zh: '《北京市社区工作准入管理办法》(2019):协助事项仅限六类协助动作',
        en: 'Beijing admission measures of 2019: in assisting items only the six assisting acts',
      },
      standing: 'practice',
    },
  ],
  responsibilityShifted: [law('北京市接诉即办工作条例', 'Beijing Regulations on Swift Response', '17')],
  unlawfulForm: [subdistrictRegulation('32'), law('统计法', 'Statistics Law', '17')],
  duplicate: [ownChoice],
  overCeiling: [ownChoice],
  other: [refusalRight],
};
