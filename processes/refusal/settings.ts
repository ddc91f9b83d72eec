import type { Setting as SettingRule, Source } from '../kernel/define-rules.ts';
import { figuresOf } from '../kernel/figures.ts';
import type { Setting } from './names.ts';

function source(standing: Source['standing'], zh: string, en: string, at?: string): Source {
  return { title: { zh, en }, standing, ...(at === undefined ? {} : { at }) };
}

const ownChoice = source('ownChoice', '各区可调', 'A district may set its own');
const rectification = source(
  'analogue',
  '德州市差评整改:5个工作日',
  'Dezhou: what was badly rated is put right in 5 working days',
);
const conclusionReview = source(
  'analogue',
  '国务院令第733号:对结论有异议的,30日内申请复核,30日内作出决定',
  'State Council Order No. 733: review of a conclusion is asked within 30 days and decided within 30 days',
  '17',
);

/** Figures that a district may set. No source gives limits for what follows a refusal. */
export const settings: Record<Setting, SettingRule> = {
  acceptanceDays: { value: 1, unit: 'workingDays', source: ownChoice },
  checkDays: { value: 5, unit: 'workingDays', source: ownChoice },
  correctionDays: { value: 5, unit: 'workingDays', source: rectification },
  correctionDaysMax: { value: 15, unit: 'workingDays', source: ownChoice },
  correctionsMax: { value: 2, unit: 'times', source: ownChoice },
  confirmationDays: { value: 3, unit: 'workingDays', source: ownChoice },
  namingDays: { value: 3, unit: 'workingDays', source: ownChoice },
  followUpDays: { value: 5, unit: 'workingDays', source: ownChoice },
  objectionWindowDays: { value: 30, unit: 'calendarDays', source: conclusionReview },
  reviewDays: { value: 30, unit: 'calendarDays', source: conclusionReview },
  extensionsMax: { value: 1, unit: 'times', source: ownChoice },
  extensionDaysMax: { value: 5, unit: 'workingDays', source: ownChoice },
  warnDays: { value: 1, unit: 'workingDays', source: ownChoice },
};

export const { figureOf, inCalendarDays, inWorkingDays } = figuresOf(settings);
