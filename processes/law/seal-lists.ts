/**
 * Which certificates a residents' committee may stamp: dated lists per city, judged by the day of the act. The
 * key is never the type alone but (certificate type, purpose, requesting body), because a city keeps for one named purpose
 * what the nation forbids in general.
 */
import type { DateString } from '../kernel/clock.ts';
import type { Source } from '../kernel/define-rules.ts';
import type { Words } from '../kernel/text.ts';
import { lettersOf, longestMatch } from './certificate-names.ts';
import { type ForbiddenKey, type ForbiddenRule, forbidden2020 } from './seal-lists/forbidden-2020.ts';
import { type KeptKey, type KeptRule, kept2019 } from './seal-lists/kept-beijing-2019.ts';

export type CertificateKey = ForbiddenKey | KeptKey;

export interface SealList {
  /** `national@2020-04-28` */
  id: string;
  area: Words;
  /** Districts in which the list holds; null: everywhere. */
  districts: readonly string[] | null;
  validFrom: DateString;
  /** Last day, or null while it is in force. */
  validTo: DateString | null;
  forbidden: readonly ForbiddenRule[];
  kept: readonly KeptRule[];
  source: Source;
}

const beijingDistricts = [
  'dongcheng',
  'xicheng',
  'chaoyang',
  'fengtai',
  'shijingshan',
  'haidian',
  'mentougou',
  'fangshan',
  'tongzhou',
  'shunyi',
  'changping',
  'daxing',
  'huairou',
  'pinggu',
  'miyun',
  'yanqing',
];

/** Lists whose entries could be read; of other cities only counts are known (Hubei 21, Tai'an 9 and 20, Guangzhou 7 and 44). */
export const sealLists: readonly SealList[] = [
  {
    id: 'national@2020-04-28',
    area: { zh: '全国', en: 'the whole country' },
    districts: null,
    // The day on which the ministry published it; the document itself names no day from which it holds.
    validFrom: '2020-04-28',
    validTo: null,
    forbidden: forbidden2020,
    kept: [],
    source: {
      title: {
        zh: '民政部等六部门关于改进和规范基层群众性自治组织出具证明工作的指导意见(民发〔2020〕20号)',
        en: 'Guidance of six ministries on certificates issued by residents’ and villagers’ committees (Minfa [2020] No. 20)',
      },
      at: '不应由基层群众性自治组织出具证明事项清单(第一批)',
      standing: 'law',
    },
  },
  {
    id: 'beijing@2019-08-02',
    area: { zh: '北京市', en: 'Beijing' },
    districts: beijingDistricts,
    validFrom: '2019-08-02',
    validTo: null,
    forbidden: [],
    kept: kept2019,
    source: {
      title: {
        zh: '北京市社区证明事项减至4项(市委社会工委、市民政局,2019年8月公布)',
        en: 'Beijing reduces certificates of communities to four (city civil affairs bureau, August 2019)',
      },
      standing: 'practice',
    },
  },
];

/** What the lists say on a question; `unlisted` leaves it to a person, who must find a basis in law. */
export type CertificateVerdict =
  | { verdict: 'forbidden' | 'keptForOther' | 'kept'; type: CertificateKey; listId: string }
  | { verdict: 'unlisted'; type: null; listId: null };

export interface CertificateQuestion {
  /** A key of the lists, or `other` with the name that people use. */
  certificateType: CertificateKey | 'other';
  typeName: string | undefined;
  purpose: string;
  requestingBody: string;
  district: string;
  on: DateString;
}

/** The lists in force in a district on the day of an act. */
export function sealListsOn({ district, on }: { district: string; on: DateString }): readonly SealList[] {
  return sealLists.filter(
    ({ districts, validFrom, validTo }) =>
      (districts === null || districts.includes(district)) && validFrom <= on && (validTo === null || on <= validTo),
  );
}

/** Judges a certificate by its key. A kept one is kept for its named purpose and body, whatever it is called. */
export function judgeCertificate(question: CertificateQuestion): CertificateVerdict {
  const lists = sealListsOn(question);
  const kept = lists.flatMap((list) => list.kept.map((rule) => ({ ...rule, listId: list.id })));
  const forbidden = lists.flatMap((list) => list.forbidden.map((rule) => ({ ...rule, listId: list.id })));
  const all = [...kept, ...forbidden];
  const chosen = all.find(({ key }) => key === question.certificateType);
  // What people call `other` decides, not the box that was ticked.
  const named = question.typeName === undefined ? undefined : longestMatch(question.typeName, all);
  const found = chosen ?? named;
  if (found === undefined) return { verdict: 'unlisted', type: null, listId: null };
  const fitting = kept.find(
    (rule) => (rule.key === found.key || rule.insteadOf.some((key) => key === found.key)) && fits(rule, question),
  );
  if (fitting) return { verdict: 'kept', type: fitting.key, listId: fitting.listId };
  const verdict = kept.some(({ key }) => key === found.key) ? 'keptForOther' : 'forbidden';
  return { verdict, type: found.key, listId: found.listId };
}

/** Types that a text seems to certify under a harmless name; a hint for the person who judges, never a verdict. */
export function suspectsIn(text: string, place: { district: string; on: DateString }): ForbiddenKey[] {
  const letters = lettersOf(text);
  // Two characters such as 出生 stand in many an honest text.
  return sealListsOn(place)
    .flatMap(({ forbidden }) => forbidden)
    .filter(({ aliases }) => aliases.some((alias) => alias.length > 2 && letters.includes(alias)))
    .map(({ key }) => key);
}

/** What a type is called, who is competent for it, and for what it may still be stamped. */
export function certificateRule(key: CertificateKey): ForbiddenRule | KeptRule {
  const rule = [...forbidden2020, ...kept2019].find((one) => one.key === key);
  if (rule === undefined) throw new RangeError(`no certificate ${key}`);
  return rule;
}

export function sealListOf(id: string): SealList | undefined {
  return sealLists.find((list) => list.id === id);
}

function fits({ purposeWords, bodyWords }: KeptRule, { purpose, requestingBody }: CertificateQuestion): boolean {
  const asked = lettersOf(purpose);
  const body = lettersOf(requestingBody);
  return (
    purposeWords.every((group) => group.some((word) => asked.includes(word))) &&
    bodyWords.some((word) => body.includes(word))
  );
}
