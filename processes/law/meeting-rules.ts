import type { DateString } from '../kernel/clock.ts';
import type { Source } from '../kernel/define-rules.ts';
import type { Words } from '../kernel/text.ts';

/** Bodies that decide matters of a community. */
export const meetingBodies = {
  deliberationHall: { zh: '居民议事厅', en: 'deliberation hall' },
  residentRepresentativesMeeting: { zh: '居民代表会议', en: "residents' representative meeting" },
  residentsMeeting: { zh: '居民会议', en: "residents' meeting" },
  ownersAssembly: { zh: '业主大会', en: "owners' assembly" },
  villageRepresentativesMeeting: { zh: '村民代表会议', en: "villagers' representative meeting" },
} as const satisfies Record<string, Words>;
export type MeetingBody = keyof typeof meetingBodies;

/** What is decided, where the majority depends on it. */
export type MeetingSubject = 'ordinary' | 'ownersFundUse' | 'ownersThreeQuarters';

/** A share such as 2/3; `inclusive` says that exactly this share is enough. */
export interface Share {
  of: number;
  outOf: number;
  inclusive: boolean;
}

/** Quorum and majority of a body for a time; which one holds is judged by the date of the act. */
export interface MeetingRule {
  /** `ownersAssembly/ownersFundUse@2021-01-01` */
  id: string;
  body: MeetingBody;
  subject: MeetingSubject;
  validFrom: DateString;
  /** Last day, or null while it is in force. */
  validTo: DateString | null;
  /** Share of all who are entitled that must take part. */
  quorum: Share;
  /** Share of those who take part that must agree. */
  majority: Share;
  /** Owners are counted twice, by head and by area of property; both must be reached. */
  countsArea: boolean;
  /** Days for which the agenda must have been posted before the meeting, where the law says so. */
  agendaCalendarDays: number | null;
  article: string;
  source: Source;
  /** False while nobody has read the text in force: the figures are carried over and must be confirmed. */
  confirmed: boolean;
}

const MORE_THAN_HALF: Share = { of: 1, outOf: 2, inclusive: false };
const TWO_THIRDS: Share = { of: 2, outOf: 3, inclusive: true };
const THREE_QUARTERS: Share = { of: 3, outOf: 4, inclusive: true };

const civilCode: Source = {
  title: { zh: '中华人民共和国民法典', en: 'Civil Code' },
  at: '278',
  standing: 'law',
};
const residentsCommitteeLaw2018: Source = {
  title: { zh: '城市居民委员会组织法(2018年修正)', en: "Urban Residents' Committees Organic Law (2018)" },
  at: '9–10',
  standing: 'law',
};
const residentsCommitteeLaw2025: Source = {
  title: {
    zh: '城市居民委员会组织法(2025年修订,2026年1月1日起施行):会议章条文待人工核对,暂沿用2018年文本',
    en: "Urban Residents' Committees Organic Law (revised 2025, in force 2026-01-01): the chapter on meetings is still to be read, figures carried over from 2018",
  },
  standing: 'analogue',
};
const hallPractice: Source = {
  title: {
    zh: '议事厅议事规则样本:应到代表过半数到会,到会过半数同意(无上位法规定)',
    en: 'Sample rules of deliberation halls: majority of members present, majority of those agree (no law fixes it)',
  },
  standing: 'practice',
};
const representativesPractice: Source = {
  title: {
    zh: '居民代表会议规则样本(参照村民委员会组织法第26条)',
    en: "Sample rules of residents' representative meetings (after Villagers' Committees Organic Law art. 26)",
  },
  standing: 'practice',
};
const villagersLaw: Source = {
  title: { zh: '村民委员会组织法(2018年修正)', en: "Villagers' Committees Organic Law (2018)" },
  at: '26',
  standing: 'law',
};
const villagersLaw2025: Source = {
  title: {
    zh: '村民委员会组织法(2025年修订):条文待人工核对,暂沿用2018年文本第26条',
    en: "Villagers' Committees Organic Law (revised 2025): still to be read, art. 26 of 2018 carried over",
  },
  at: '26',
  standing: 'analogue',
};

const ordinary = { subject: 'ordinary', countsArea: false, agendaCalendarDays: null } as const;
/** 民法典 in force since 2021-01-01; agenda of the owners' assembly: 北京市物业管理条例 art. 35, since 2020-05-01. */
const owners = { body: 'ownersAssembly', validFrom: '2021-01-01', validTo: null, countsArea: true } as const;

export const meetingRules: readonly MeetingRule[] = [
  {
    ...ordinary,
    id: 'deliberationHall/ordinary@2015-01-01',
    body: 'deliberationHall',
    validFrom: '2015-01-01',
    validTo: null,
    quorum: MORE_THAN_HALF,
    majority: MORE_THAN_HALF,
    article: '',
    source: hallPractice,
    confirmed: true,
  },
  {
    ...ordinary,
    id: 'residentRepresentativesMeeting/ordinary@2015-01-01',
    body: 'residentRepresentativesMeeting',
    validFrom: '2015-01-01',
    validTo: '2025-12-31',
    quorum: TWO_THIRDS,
    majority: MORE_THAN_HALF,
    article: '',
    source: representativesPractice,
    confirmed: true,
  },
  {
    ...ordinary,
    id: 'residentRepresentativesMeeting/ordinary@2026-01-01',
    body: 'residentRepresentativesMeeting',
    validFrom: '2026-01-01',
    validTo: null,
    quorum: TWO_THIRDS,
    majority: MORE_THAN_HALF,
    article: '',
    source: residentsCommitteeLaw2025,
    confirmed: false,
  },
  {
    ...ordinary,
    id: 'residentsMeeting/ordinary@2018-12-29',
    body: 'residentsMeeting',
    validFrom: '2018-12-29',
    validTo: '2025-12-31',
    quorum: MORE_THAN_HALF,
    majority: MORE_THAN_HALF,
    article: '9–10',
    source: residentsCommitteeLaw2018,
    confirmed: true,
  },
  {
    ...ordinary,
    id: 'residentsMeeting/ordinary@2026-01-01',
    body: 'residentsMeeting',
    validFrom: '2026-01-01',
    validTo: null,
    quorum: MORE_THAN_HALF,
    majority: MORE_THAN_HALF,
    article: '',
    source: residentsCommitteeLaw2025,
    confirmed: false,
  },
  {
    ...owners,
    id: 'ownersAssembly/ownersFundUse@2021-01-01',
    subject: 'ownersFundUse',
    quorum: TWO_THIRDS,
    majority: MORE_THAN_HALF,
    agendaCalendarDays: 15,
    article: '278',
    source: civilCode,
    confirmed: true,
  },
  {
    ...owners,
    id: 'ownersAssembly/ownersThreeQuarters@2021-01-01',
    subject: 'ownersThreeQuarters',
    quorum: TWO_THIRDS,
    majority: THREE_QUARTERS,
    agendaCalendarDays: 15,
    article: '278',
    source: civilCode,
    confirmed: true,
  },
  {
    ...ordinary,
    id: 'villageRepresentativesMeeting/ordinary@2018-12-29',
    body: 'villageRepresentativesMeeting',
    validFrom: '2018-12-29',
    validTo: '2025-12-31',
    quorum: TWO_THIRDS,
    majority: MORE_THAN_HALF,
    article: '26',
    source: villagersLaw,
    confirmed: true,
  },
  {
    ...ordinary,
    id: 'villageRepresentativesMeeting/ordinary@2026-01-01',
    body: 'villageRepresentativesMeeting',
    validFrom: '2026-01-01',
    validTo: null,
    quorum: TWO_THIRDS,
    majority: MORE_THAN_HALF,
    article: '26',
    source: villagersLaw2025,
    confirmed: false,
  },
];

/** The rule in force on the day of an act; undefined where none is known. */
export function meetingRuleOn(question: {
  body: MeetingBody;
  subject: MeetingSubject;
  on: DateString;
}): MeetingRule | undefined {
  return meetingRules.find(
    (rule) =>
      rule.body === question.body &&
      rule.subject === question.subject &&
      rule.validFrom <= question.on &&
      (rule.validTo === null || question.on <= rule.validTo),
  );
}

/** Whether a part of a whole reaches a share; whole numbers are compared without rounding. */
export function reaches(share: Share, part: number, whole: number): boolean {
  const left = part * share.outOf;
  const right = whole * share.of;
  return whole > 0 && (share.inclusive ? left >= right : left > right);
}

/** `2/3`, `>1/2` */
export function shareText(share: Share): string {
  return `${share.inclusive ? '≥' : '>'}${share.of}/${share.outOf}`;
}
