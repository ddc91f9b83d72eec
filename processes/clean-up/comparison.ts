/** Comparison with the basis (依据比对): dated rules that propose a verdict for an object, each with its source. */
import type { DateString } from '../kernel/clock.ts';
import type { Source } from '../kernel/define-rules.ts';
import type { Words } from '../kernel/text.ts';
import { statisticalFault, statisticsRuleOn } from '../law/statistics.ts';
import type { Facet, Verdict } from './data.ts';

interface Proposal {
  verdict: Verdict;
  /** null: no rule speaks against it. */
  rule: string | null;
  reason: Words;
  source: Source | null;
  /** The object cannot be kept while the rule holds: what was overlooked has to be entered first. */
  binding: boolean;
}

interface ComparisonRule {
  name: string;
  validFrom: DateString;
  verdict: Verdict;
  binding: boolean;
  applies(object: Facet, on: DateString): boolean;
  reason: Words;
  source: Source | ((on: DateString) => Source);
}

const streetRegulation = (at: string): Source => ({
  title: { zh: '北京市街道办事处条例', en: 'Beijing Regulation on Sub-district Offices' },
  at,
  standing: 'law',
});
const reliefNotice2015: Source = {
  title: {
    zh: '民政部、中央组织部关于进一步开展社区减负工作的通知(民发〔2015〕136号)',
    en: 'Notice on reducing the burden of communities (Minfa [2015] No. 136)',
  },
  standing: 'law',
};
const subscriptionPractice: Source = {
  title: {
    zh: '原则上不得强制征订报刊;上海某街道规定:经主管部门批准的方可列支',
    en: 'Compulsory subscriptions are forbidden in principle; a sub-district of Shanghai pays only for approved ones',
  },
  standing: 'practice',
};
const onceOnly: Source = {
  title: {
    zh: '整治形式主义为基层减负若干规定(2024年):同类材料最多报一次',
    en: 'Rules against formalism (2024): the same material is reported once at most',
  },
  standing: 'practice',
};

/** In the order in which they are asked; the first that applies proposes. */
const rules: readonly ComparisonRule[] = [
  {
    name: 'compulsorySubscription',
    validFrom: '2015-01-01',
    verdict: 'cancel',
    binding: true,
    applies: ({ kind, compulsory }) => kind === 'subscription' && compulsory === true,
    reason: { zh: '强制征订报刊', en: 'The subscription is compulsory' },
    source: subscriptionPractice,
  },
  {
    name: 'statisticalForm',
    validFrom: '2010-01-01',
    verdict: 'cancel',
    binding: true,
    applies: (object, on) => object.kind === 'survey' && statisticalFault(object, on) !== undefined,
    reason: {
      zh: '调查表缺少表号、制定机关、批准或者备案文号、有效期限,或者已过有效期',
      en: 'The form lacks table number, authority, approval number or period of validity, or has expired',
    },
    source: (on) => statisticsRuleOn(on)?.source ?? onceOnly,
  },
  {
    name: 'boardWithoutLaw',
    validFrom: '2020-01-01',
    verdict: 'cancel',
    binding: true,
    applies: ({ kind, basis }) => kind === 'board' && basis === undefined,
    reason: { zh: '没有依据对口设立机构、加挂牌子', en: 'A body or board without basis in law' },
    source: streetRegulation('9'),
  },
  {
    name: 'oneVoteVeto',
    validFrom: '2015-07-01',
    verdict: 'cancel',
    binding: true,
    applies: ({ kind, oneVoteVeto }) => kind === 'appraisal' && oneVoteVeto === true,
    reason: { zh: '一票否决已经取消', en: 'A single failure must not decide the whole appraisal' },
    source: reliefNotice2015,
  },
  {
    name: 'noBasis',
    validFrom: '2015-07-01',
    verdict: 'cancel',
    binding: true,
    applies: ({ basis }) => basis === undefined,
    reason: { zh: '没有出示依据', en: 'No basis was shown' },
    source: reliefNotice2015,
  },
  {
    name: 'ownAppraisal',
    validFrom: '2015-07-01',
    verdict: 'merge',
    binding: false,
    applies: ({ kind, partOfYearlyAppraisal }) => kind === 'appraisal' && partOfYearlyAppraisal !== true,
    reason: {
      zh: '部门不得单独考核,应并入年度综合考核',
      en: 'Departments do not appraise on their own; it belongs into the yearly combined one',
    },
    source: reliefNotice2015,
  },
  {
    name: 'askedTwice',
    validFrom: '2024-08-06',
    verdict: 'merge',
    binding: false,
    applies: ({ duplicateOf }) => duplicateOf !== undefined,
    reason: { zh: '与另一项目要求的内容重复', en: 'It asks for what another object asks for already' },
    source: onceOnly,
  },
];

/** What the rules of a day propose for an object. */
export function proposeVerdict(object: Facet, on: DateString): Proposal {
  const rule = rules.find(({ validFrom, applies }) => on >= validFrom && applies(object, on));
  if (rule === undefined) {
    return {
      verdict: 'keep',
      rule: null,
      reason: { zh: '有依据', en: 'It has a basis' },
      source: null,
      binding: false,
    };
  }
  const { name, verdict, reason, binding, source } = rule;
  return { verdict, rule: name, reason, binding, source: typeof source === 'function' ? source(on) : source };
}
