/** What a statistical form must show, as dated data with its article: a form without it may be refused. */
import type { DateString } from '../kernel/clock.ts';
import type { Source } from '../kernel/define-rules.ts';
import type { Words } from '../kernel/text.ts';

/** The four marks of a lawful statistical form, in the order in which the law names them. */
export const statisticalMarks = {
  tableNumber: { zh: '表号', en: 'table number' },
  authority: { zh: '制定机关', en: 'issuing authority' },
  approvalNumber: { zh: '批准或者备案文号', en: 'number of the approval or filing' },
  validUntil: { zh: '有效期限', en: 'period of validity' },
} as const satisfies Record<string, Words>;
export type StatisticalMark = keyof typeof statisticalMarks;

/** The rule for a time; which one holds is judged by the day on which the form was asked for. */
export interface StatisticsRule {
  id: string;
  validFrom: DateString;
  /** Last day, or null while it is in force. */
  validTo: DateString | null;
  marks: readonly StatisticalMark[];
  /** Who refuses an unlawful form is protected against reprisal; null where the text does not say so for units. */
  reprisalArticle: string | null;
  source: Source;
}

const marks: readonly StatisticalMark[] = ['tableNumber', 'authority', 'approvalNumber', 'validUntil'];

/**
 * Both texts read in full (LawRefBook/Laws, 经济法/统计法). The marks are the same; the article moved from 15 to 17, and since
 * 2024 article 7 forbids reprisal against units and persons that refuse what is unlawful, not only against statisticians.
 */
export const statisticsRules: readonly StatisticsRule[] = [
  {
    id: 'statisticalForm@2010-01-01',
    validFrom: '2010-01-01',
    validTo: '2024-09-12',
    marks,
    reprisalArticle: null,
    source: {
      title: { zh: '中华人民共和国统计法(2009年修订)', en: 'Statistics Law (revised 2009)' },
      at: '15',
      standing: 'law',
    },
  },
  {
    id: 'statisticalForm@2024-09-13',
    validFrom: '2024-09-13',
    validTo: null,
    marks,
    reprisalArticle: '7',
    source: {
      title: { zh: '中华人民共和国统计法(2024年修正)', en: 'Statistics Law (amended 2024)' },
      at: '17',
      standing: 'law',
    },
  },
];

/** The rule in force on a day; undefined before there was one. */
export function statisticsRuleOn(day: DateString): StatisticsRule | undefined {
  return statisticsRules.find(({ validFrom, validTo }) => day >= validFrom && (validTo === null || day <= validTo));
}

/** What can be seen of a form that somebody wants filled in. */
export type StatisticalForm = { readonly [M in StatisticalMark]?: string | undefined };

/** What is wrong with a form. */
export interface StatisticalFault {
  missing: StatisticalMark[];
  /** The last day of its validity, where that is over. */
  expiredOn: DateString | null;
}

/** Why a form may be refused on a day, every missing mark named; undefined if it shows all and is still valid. */
export function statisticalFault(form: StatisticalForm, day: DateString): StatisticalFault | undefined {
  const rule = statisticsRuleOn(day);
  if (!rule) return undefined;
  const missing = rule.marks.filter((mark) => (form[mark] ?? '').trim() === '');
  const { validUntil } = form;
  const expiredOn = validUntil !== undefined && validUntil.trim() !== '' && validUntil < day ? validUntil : null;
  return missing.length > 0 || expiredOn !== null ? { missing, expiredOn } : undefined;
}
