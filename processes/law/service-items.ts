/** What law and practice say about public-service items handed to communities: dated data with its source. */
import type { DateString } from '../kernel/clock.ts';
import type { Source } from '../kernel/define-rules.ts';
import type { Words } from '../kernel/text.ts';

/** Kinds of item that a department may ask for. */
export const itemKinds = [
  'assist',
  'delegated',
  'temporary',
  'emergency',
  'board',
  'ledger',
  'appraisal',
  'survey',
  'subscription',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What a community does in an item that it assists with, and nothing else (北京市社区工作准入管理办法, 2019; practice). */
export const assistingActs = [
  'contactResidents',
  'helpHouseholdVisits',
  'organise',
  'educate',
  'persuade',
  'reportFindings',
] as const;
export type AssistingAct = (typeof assistingActs)[number];

export const assistingActWords: Record<AssistingAct, Words> = {
  contactResidents: { zh: '联系居民', en: 'contact residents' },
  helpHouseholdVisits: { zh: '协助入户', en: 'help with visits to households' },
  organise: { zh: '组织动员', en: 'organise and mobilise' },
  educate: { zh: '宣传教育', en: 'inform and educate' },
  persuade: { zh: '说服劝导', en: 'persuade' },
  reportFindings: { zh: '发现报告(非专业)', en: 'report what is seen (not as a professional)' },
};

/** Why the department stays responsible; quoted whenever somebody tries to shift it. */
export const responsibilityArticles = {
  zh: '《北京市街道办事处条例》第32、41条,《北京市实施〈城市居民委员会组织法〉办法》第28条,《北京市接诉即办工作条例》第17条',
  en: "Beijing Sub-district Offices Regulation arts. 32 and 41; Beijing measures under the Residents' Committees Organic Law art. 28; Beijing Regulation on Handling Complaints art. 17",
} as const satisfies Words;

/** How far ahead a department applies and how long the decision may take. */
export interface AdmissionProfile {
  readonly id: string;
  readonly applyAheadWorkingDays: number;
  readonly decideWorkingDays: number;
  readonly inForceFrom: DateString;
  /** Last day, or null while it is in force. */
  readonly inForceUntil: DateString | null;
  readonly source: Source;
}

/**
 * Published admission rules that name figures. Only Xicheng's does; a district that has its own sets it by the two
 * settings, so exactly one holds in a district at a time.
 */
export const admissionProfiles: readonly AdmissionProfile[] = [
  {
    id: 'xicheng-2018',
    applyAheadWorkingDays: 30,
    decideWorkingDays: 15,
    inForceFrom: '2018-07-25',
    inForceUntil: null,
    source: {
      title: {
        zh: '北京市西城区社区工作准入规定(2018年):提前30个工作日书面申请,15个工作日内决定',
        en: 'Xicheng District, Beijing (2018): apply in writing 30 working days ahead, decide within 15 working days',
      },
      standing: 'analogue',
    },
  },
];

/** The profile from which a district takes its figures unless it has set its own. */
export const [defaultProfile] = admissionProfiles as readonly [AdmissionProfile];

/** What may not be handed to a community at all. */
export interface NegativeEntry {
  readonly id: string;
  readonly title: Words;
  /** Words that betray it in the name of an item or in what is asked for. */
  readonly marks: readonly string[];
  /** Kinds of item that fall under it. */
  readonly kinds: readonly ItemKind[];
  /** A law or a regulation that provides for it takes it off. */
  readonly unlessByLaw: boolean;
  /** As it is cited to people. */
  readonly article: string;
  readonly inForceFrom: DateString;
  readonly source: Source;
}

const relief2015: Source = {
  title: {
    zh: '民政部、中央组织部关于进一步开展社区减负工作的通知(民发〔2015〕136号)',
    en: 'Notice on relieving communities (Minfa [2015] No. 136)',
  },
  standing: 'practice',
};
const subdistrictRegulation: Source = {
  title: { zh: '北京市街道办事处条例', en: 'Beijing Sub-district Offices Regulation' },
  standing: 'law',
};
const relief = {
  article: '民发〔2015〕136号',
  inForceFrom: '2015-07-13',
  source: relief2015,
  unlessByLaw: false,
} as const;

export const negativeList: readonly NegativeEntry[] = [
  {
    ...relief,
    id: 'revenue',
    title: { zh: '招商引资、协税护税、经济创收等任务指标', en: 'targets for investment, taxes or revenue' },
    marks: ['招商引资', '协税护税', '创收'],
    kinds: [],
  },
  {
    ...relief,
    id: 'enforcement',
    title: {
      zh: '作为责任主体的执法、拆迁拆违、环境整治、城市管理',
      en: 'law enforcement, demolition, environmental clean-up and city management as the responsible body',
    },
    marks: ['执法', '拆迁', '拆违', '环境整治'],
    kinds: [],
  },
  {
    ...relief,
    id: 'veto',
    title: { zh: '“一票否决”事项', en: 'matters with a veto over all other results' },
    marks: ['一票否决'],
    kinds: [],
  },
  {
    id: 'appraisal',
    title: { zh: '部门单独组织的考核评比', en: 'appraisals by a department alone' },
    marks: ['扣分', '排名通报'],
    kinds: ['appraisal'],
    unlessByLaw: false,
    article: '《北京市街道办事处条例》第43条',
    inForceFrom: '2020-01-01',
    source: { ...subdistrictRegulation, at: '43' },
  },
  {
    id: 'board',
    title: { zh: '无法律法规依据的对口机构和挂牌', en: 'counterpart bodies and boards without a law' },
    marks: [],
    kinds: ['board'],
    unlessByLaw: true,
    article: '《北京市街道办事处条例》第9条',
    inForceFrom: '2020-01-01',
    source: { ...subdistrictRegulation, at: '9' },
  },
  {
    id: 'subscription',
    title: { zh: '摊派报刊征订', en: 'compulsory subscriptions' },
    marks: ['征订任务'],
    kinds: ['subscription'],
    unlessByLaw: false,
    article: '上海市杨浦区新江湾城街道居委会经费办法(2023年,参照)',
    inForceFrom: '2023-04-03',
    source: {
      title: {
        zh: '新江湾城街道居委会经费办法(2023年):仅经主管部门批准的征订可列支',
        en: 'Xinjiangwancheng Sub-district (2023): only subscriptions approved by the competent department are paid',
      },
      standing: 'analogue',
    },
  },
];

/** An entry of the negative list that an item falls under, and the word or kind that shows it. */
export interface NegativeFinding {
  readonly entry: NegativeEntry;
  readonly mark: string;
}

/** Compares an item with the negative list as it stands on a day. */
export function negativeFindings(
  item: { readonly kind: ItemKind; readonly texts: readonly string[]; readonly byLaw: boolean },
  day: DateString,
): NegativeFinding[] {
  const text = item.texts.join('\n');
  return negativeList
    .filter(({ inForceFrom, unlessByLaw }) => inForceFrom <= day && !(unlessByLaw && item.byLaw))
    .flatMap((entry): NegativeFinding[] => {
      const mark = entry.marks.find((one) => text.includes(one));
      if (mark !== undefined) return [{ entry, mark }];
      return entry.kinds.includes(item.kind) ? [{ entry, mark: entry.title.zh }] : [];
    });
}
