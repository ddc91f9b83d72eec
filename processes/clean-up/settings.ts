import type { Setting as SettingRule, Source } from '../kernel/define-rules.ts';
import { figuresOf } from '../kernel/figures.ts';
import type { Setting } from './names.ts';

const ownChoice: Source = {
  title: { zh: '各区可调', en: 'A district may set its own' },
  standing: 'ownChoice',
};
const publication: Source = {
  title: {
    zh: '政府信息公开条例:自形成之日起20个工作日内公开',
    en: 'Regulation on Open Government Information: published within 20 working days',
  },
  at: '26',
  standing: 'analogue',
};

/** Figures that a district may set. No source gives limits for a clean-up; in the pilots it is a campaign with spot checks. */
export const settings: Record<Setting, SettingRule> = {
  censusDays: { value: 20, unit: 'workingDays', source: ownChoice },
  comparisonDays: { value: 20, unit: 'workingDays', source: ownChoice },
  publicationDays: { value: 20, unit: 'workingDays', source: publication },
  stoppingDays: { value: 10, unit: 'workingDays', source: ownChoice },
  settlementDays: { value: 5, unit: 'workingDays', source: ownChoice },
  checkWindowMonths: { value: 6, unit: 'months', source: ownChoice },
  warnDays: { value: 3, unit: 'workingDays', source: ownChoice },
};

export const { figureOf, inWorkingDays } = figuresOf(settings);
