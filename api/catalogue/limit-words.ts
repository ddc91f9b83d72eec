import type { Setting } from '../../processes/kernel/define-rules.ts';
import type { Limit } from '../../processes/kernel/limit.ts';
import { type Locale, say, type Words } from '../../processes/kernel/text.ts';

const units: Record<Setting['unit'], Words> = {
  persons: { zh: '人', en: 'persons' },
  households: { zh: '户', en: 'households' },
  percent: { zh: '%', en: '%' },
  workingDays: { zh: '个工作日', en: 'working days' },
  calendarDays: { zh: '日', en: 'calendar days' },
  months: { zh: '个月', en: 'months' },
  hours: { zh: '小时', en: 'hours' },
  hoursPerMonth: { zh: '小时/月', en: 'hours a month' },
  times: { zh: '次', en: 'times' },
};

/** The unit of a figure in words. */
export function unitWords(unit: Setting['unit'], locale: Locale): string {
  return say(units[unit], locale);
}

/** A limit in words; null depends on the single case. */
export function limitWords(limit: Limit | null, locale: Locale): string {
  const [entry] = Object.entries(limit ?? {});
  if (!entry) return locale === 'en' ? 'depends on the case' : '视具体事项而定';
  const [unit, amount] = entry;
  const words = unitWords(unit as Setting['unit'], locale);
  return locale === 'en' ? `${amount} ${words}` : `${amount}${words}`;
}
