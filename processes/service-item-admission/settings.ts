import type { Setting as SettingRule, Source } from '../kernel/define-rules.ts';
import { figuresOf } from '../kernel/figures.ts';
import { defaultProfile } from '../law/service-items.ts';
import type { Setting } from './names.ts';

const ownChoice: Source = {
  title: {
    zh: '各区可调,未找到公开规定',
    en: 'A district may set its own (no published rule was found)',
  },
  standing: 'ownChoice',
};
const openness: Source = {
  title: {
    zh: '政府信息公开条例:一次性告知补正,期限7个工作日,逾期不补正视为放弃',
    en: 'Regulation on Open Government Information: one correction notice, 7 working days, no answer counts as given up',
  },
  at: '30',
  standing: 'analogue',
};

/** Figures that a district may set; the first two are those of the admission profile in force. */
export const settings: Record<Setting, SettingRule> = {
  applyAheadDays: {
    value: defaultProfile.applyAheadWorkingDays,
    unit: 'workingDays',
    source: defaultProfile.source,
  },
  decisionDays: { value: defaultProfile.decideWorkingDays, unit: 'workingDays', source: defaultProfile.source },
  correctionDays: { value: 7, unit: 'workingDays', source: openness },
  consultedMin: { value: 3, unit: 'times', source: ownChoice },
  consultationDays: { value: 5, unit: 'workingDays', source: ownChoice },
  agreementDays: { value: 10, unit: 'workingDays', source: ownChoice },
  emergencyHours: { value: 24, unit: 'hours', source: ownChoice },
  temporaryDaysMax: { value: 30, unit: 'calendarDays', source: ownChoice },
  temporaryReviewDays: { value: 10, unit: 'workingDays', source: ownChoice },
  trialMonths: { value: 6, unit: 'months', source: ownChoice },
  reviewMonths: { value: 12, unit: 'months', source: ownChoice },
  reviewDays: { value: 20, unit: 'workingDays', source: ownChoice },
  windingUpDays: { value: 90, unit: 'calendarDays', source: ownChoice },
  warnDays: { value: 3, unit: 'workingDays', source: ownChoice },
};

export const { figureOf } = figuresOf(settings);
