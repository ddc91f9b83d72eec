/** The articles on which a refusal rests: dated data with their source, cited in the notice as they stand on that day. */
import type { DateString } from '../kernel/clock.ts';
import type { Source } from '../kernel/define-rules.ts';
import { statisticsRuleOn } from '../law/statistics.ts';
import type { GroundKind } from './grounds.ts';

export interface Basis {
  validFrom: DateString;
  source: Source;
  /** What the article says of the matter, in our own words. */
  says: string;
}

const subdistricts = (at: string, says: string): Basis => ({
  validFrom: '2020-01-01',
  source: {
    title: { zh: '北京市街道办事处条例', en: 'Beijing Regulation on Sub-district Offices' },
    at,
    standing: 'law',
  },
  says,
});

const publicList = subdistricts('32', '清单以外的事项不得交由居民委员会办理,不得违法要求填表报数');
const means = subdistricts('41', '交由社区办理的临时性事项,应当提供必要的人员、经费和技术保障,并明确要求、标准和流程');
const unifiedAssessment = subdistricts('43', '未经区统一组织,政府部门不得自行组织考核');
/** In force since 1991 and perhaps repealed after the revised law of 2025: to be confirmed by a person (README.md). */
const consent: Basis = {
  validFrom: '1991-12-21',
  source: {
    title: {
      zh: '北京市实施《中华人民共和国城市居民委员会组织法》办法',
      en: "Beijing Measures for the Urban Residents' Committees Organic Law",
    },
    at: '28',
    standing: 'law',
  },
  says: '未经区人民政府或者街道办事处同意并统一安排而要求居民委员会协助工作的,居民委员会可以拒绝',
};
const burdenRelief: Basis = {
  // The day on which it was made public; it was sent out a little earlier.
  validFrom: '2015-07-24',
  source: {
    title: {
      zh: '民政部、中央组织部关于进一步开展社区减负工作的通知(民发〔2015〕136号)',
      en: 'Notice on lightening the burden of communities (Minfa [2015] No. 136)',
    },
    standing: 'practice',
  },
  says: '各部门不单独组织对社区的考核评比,取消对社区的“一票否决”事项',
};
/** The articles behind one ground on a day. */
export function basesOf(kind: GroundKind, day: DateString): Basis[] {
  switch (kind) {
    case 'notListed':
      return inForce([publicList, consent], day);
    case 'moneyMissing':
      return inForce([means], day);
    case 'assessmentThreat':
      return inForce([unifiedAssessment, burdenRelief], day);
    case 'statisticalForm':
      return statistics(day);
  }
}

/** The right to refuse, whichever ground it rests on. */
export function rightToRefuse(day: DateString): Basis[] {
  return [...inForce([publicList, means, consent], day), ...statistics(day)];
}

/** Why nobody may be worse off for having refused. */
export function protection(day: DateString): Basis[] {
  const rule = statisticsRuleOn(day);
  const reprisal = rule?.reprisalArticle;
  return [
    ...inForce([unifiedAssessment, burdenRelief], day),
    ...(rule && reprisal
      ? [
          {
            validFrom: rule.validFrom,
            source: { ...rule.source, at: reprisal },
            says: '不得对拒绝、抵制统计违法行为的单位和个人打击报复',
          },
        ]
      : []),
  ];
}

function statistics(day: DateString): Basis[] {
  const rule = statisticsRuleOn(day);
  if (!rule) return [];
  const says =
    '统计调查表应当标明表号、制定机关、批准或者备案文号、有效期限;未标明或者超过有效期限的,统计调查对象有权拒绝填报';
  return [{ validFrom: rule.validFrom, source: rule.source, says }];
}

function inForce(bases: readonly Basis[], day: DateString): Basis[] {
  return bases.filter(({ validFrom }) => validFrom <= day);
}
