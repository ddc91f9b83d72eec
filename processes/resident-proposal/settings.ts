import type { Setting as SettingRule, Source } from '../kernel/define-rules.ts';
import { figuresOf } from '../kernel/figures.ts';
import type { Setting } from './names.ts';

function source(standing: Source['standing'], zh: string, en: string, at?: string): Source {
  return { title: { zh, en }, standing, ...(at === undefined ? {} : { at }) };
}

const ownChoice = source('ownChoice', '各区可调', 'A district may set its own');
const disclosure = (at: string) =>
  source('analogue', '政府信息公开条例', 'Regulation on Open Government Information', at);
const beijingProposals = (at: string) =>
  source(
    'analogue',
    '北京市人大代表建议、批评和意见办理条例',
    "Beijing regulation on handling deputies' proposals",
    at,
  );
const beijingProperty = (at: string) =>
  source('analogue', '北京市物业管理条例', 'Beijing property management regulation', at);

/** Figures that a district may set. None of them is a rule of Chaoyang: no source gives its limits. */
export const settings: Record<Setting, SettingRule> = {
  thresholdPersons: {
    value: 10,
    unit: 'persons',
    source: source(
      'analogue',
      '北京市实施城市居民委员会组织法办法:10名选民联名提名',
      "Beijing measures on the Residents' Committees Law: ten voters nominate",
      '13',
    ),
  },
  thresholdHouseholds: {
    value: 5,
    unit: 'households',
    source: source(
      'analogue',
      '北京市实施城市居民委员会组织法办法:5名户代表联名提名',
      "Beijing measures on the Residents' Committees Law: five household representatives nominate",
      '13',
    ),
  },
  confirmationCallDays: { value: 3, unit: 'workingDays', source: ownChoice },
  cosigningDays: { value: 30, unit: 'calendarDays', source: ownChoice },
  acceptanceDays: { value: 5, unit: 'workingDays', source: beijingProperty('43, 55') },
  correctionDays: { value: 7, unit: 'workingDays', source: disclosure('30') },
  docketingDays: { value: 10, unit: 'workingDays', source: ownChoice },
  objectionDays: {
    value: 5,
    unit: 'workingDays',
    source: source('analogue', '信访工作条例', 'Regulation on petition work', '23'),
  },
  planDraftingDays: {
    value: 20,
    unit: 'workingDays',
    source: source('analogue', '行政许可法', 'Administrative Licensing Law', '42, 82'),
  },
  planDraftingExtensionDays: {
    value: 10,
    unit: 'workingDays',
    source: source('analogue', '行政许可法:可延长10日', 'Administrative Licensing Law: ten more days', '42'),
  },
  publicNoticeDays: {
    value: 7,
    unit: 'calendarDays',
    source: source('practice', '社区公示通行做法', 'Common practice of public notices in communities'),
  },
  meetingNoticeDays: {
    value: 3,
    unit: 'calendarDays',
    source: source('practice', '议事会规则样本:会前2至3天公布议题', 'Sample rules: agenda posted 2 to 3 days before'),
  },
  deliberationDays: { value: 20, unit: 'workingDays', source: ownChoice },
  rejectionsMax: { value: 2, unit: 'times', source: ownChoice },
  fundReviewDays: { value: 10, unit: 'workingDays', source: ownChoice },
  fundReviewExtensionDays: { value: 10, unit: 'workingDays', source: ownChoice },
  implementationMonths: { value: 3, unit: 'months', source: beijingProposals('21') },
  implementationExtensionMonths: { value: 3, unit: 'months', source: beijingProposals('21') },
  inspectionDays: { value: 10, unit: 'workingDays', source: ownChoice },
  resultPublicationDays: { value: 3, unit: 'calendarDays', source: beijingProperty('37, 45, 57') },
  evaluationDays: { value: 15, unit: 'workingDays', source: beijingProposals('23') },
  evaluationsMin: { value: 5, unit: 'persons', source: ownChoice },
  satisfiedPercentMin: {
    value: 70,
    unit: 'percent',
    source: source(
      'practice',
      '石鼓区街道议事会:满意度低于70%启动二次整改(2025)',
      'Shigu district, 2025: below 70 % a second rectification starts',
    ),
  },
  returnVisitDays: { value: 10, unit: 'workingDays', source: ownChoice },
  rectificationDays: {
    value: 5,
    unit: 'workingDays',
    source: source('practice', '德州市差评整改:5个工作日', 'Dezhou: a bad review is fixed in 5 working days'),
  },
  rectificationComplexDays: {
    value: 15,
    unit: 'workingDays',
    source: source('practice', '四川差评整改:15个工作日', 'Sichuan: a bad review is fixed in 15 working days'),
  },
  supervisionMonths: { value: 12, unit: 'months', source: ownChoice },
  warnDays: { value: 3, unit: 'workingDays', source: ownChoice },
  warnCalendarDays: { value: 1, unit: 'calendarDays', source: ownChoice },
  extensionsMax: {
    value: 1,
    unit: 'times',
    source: source(
      'analogue',
      '政府信息公开条例、行政许可法:延期一次',
      'Open Government and Licensing law: extended once',
    ),
  },
  pauseDaysMax: { value: 180, unit: 'calendarDays', source: ownChoice },
};

export const { figureOf } = figuresOf(settings);
