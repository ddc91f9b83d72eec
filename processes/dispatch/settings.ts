import type { Setting as SettingRule, Source } from '../kernel/define-rules.ts';
import { figuresOf } from '../kernel/figures.ts';
import type { Setting } from './names.ts';

function source(standing: Source['standing'], zh: string, en: string, at?: string): Source {
  return { title: { zh, en }, standing, ...(at === undefined ? {} : { at }) };
}

const ownChoice = source('ownChoice', '各区可调', 'A district may set its own');

/** Figures that a district may set. No source gives limits or a ceiling for dispatched tasks. */
export const settings: Record<Setting, SettingRule> = {
  answerDays: { value: 3, unit: 'workingDays', source: ownChoice },
  redoDays: { value: 5, unit: 'workingDays', source: ownChoice },
  confirmationDays: { value: 5, unit: 'workingDays', source: ownChoice },
  returnAnswerDays: { value: 3, unit: 'workingDays', source: ownChoice },
  returnDecisionDays: { value: 5, unit: 'workingDays', source: ownChoice },
  extensionsMax: { value: 1, unit: 'times', source: ownChoice },
  warnDays: { value: 1, unit: 'workingDays', source: ownChoice },
  sendBacksMax: { value: 1, unit: 'times', source: ownChoice },
  taskMonthsMax: { value: 12, unit: 'months', source: ownChoice },
  burdenCeilingHoursPerMonth: {
    value: 160,
    unit: 'hoursPerMonth',
    source: source(
      'ownChoice',
      '约合一名社区工作者一个月的工时;没有查到规定',
      'Default of this system: about one month of one community worker; no rule was found',
    ),
  },
};

export const { figureOf, inWorkingDays } = figuresOf(settings);
