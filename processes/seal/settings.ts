import type { Setting as SettingRule, Source } from '../kernel/define-rules.ts';
import { figuresOf } from '../kernel/figures.ts';
import type { Setting } from './names.ts';

const ownChoice: Source = {
  title: { zh: '各区可调', en: 'A district may set its own' },
  standing: 'ownChoice',
};
const oneOrTwoDays: Source = {
  title: {
    zh: '当日或1至2个工作日内办结',
    en: 'Default of this system: done on the same day or within one or two working days',
  },
  standing: 'ownChoice',
};
/** Sample rules on document-sharing sites: they show that the practice exists and bind nobody. */
const sampleRules: Source = {
  title: {
    zh: '社区印章管理制度样本:遗失报街道并公告不少于30日;换届后7个工作日内移交;公示结束后方可用印',
    en: 'Sample rules on seals of communities: loss is reported and published for 30 days at least; handed over within 7 working days after an election; publicity ends before the seal is used',
  },
  standing: 'practice',
};
const publicityPractice: Source = {
  title: {
    zh: '公示7日的通行做法;样本只规定公示结束后方可用印',
    en: 'Seven days are common; the sample rules only say that publicity must have ended',
  },
  standing: 'ownChoice',
};

/** Figures that a district may set. */
export const settings: Record<Setting, SettingRule> = {
  judgingDays: { value: 1, unit: 'workingDays', source: oneOrTwoDays },
  verificationDays: { value: 1, unit: 'workingDays', source: oneOrTwoDays },
  publicityDays: { value: 7, unit: 'calendarDays', source: publicityPractice },
  approvalDays: { value: 1, unit: 'workingDays', source: oneOrTwoDays },
  useDays: { value: 1, unit: 'workingDays', source: oneOrTwoDays },
  checkWindowDays: { value: 90, unit: 'calendarDays', source: ownChoice },
  settlementDays: { value: 10, unit: 'workingDays', source: ownChoice },
  lossReceiptDays: { value: 1, unit: 'workingDays', source: ownChoice },
  lossNoticeDays: { value: 30, unit: 'calendarDays', source: sampleRules },
  newSealDays: { value: 10, unit: 'workingDays', source: ownChoice },
  handOverDays: { value: 7, unit: 'workingDays', source: sampleRules },
  warnDays: { value: 1, unit: 'workingDays', source: ownChoice },
};

export const { figureOf, inCalendarDays, inWorkingDays } = figuresOf(settings);
