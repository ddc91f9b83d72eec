import type { AnyRules, Setting, SettingValues } from './define-rules.ts';
import { checkLimit } from './limit.ts';
import { type Problem, problem } from './problem.ts';

/**
 * The first figure of a district that cannot be used. Asked before a case is opened: a limit that nobody can count must be
 * an answer for people, not a workflow that stands still.
 */
export function settingFault(rules: AnyRules, values: SettingValues): Problem | undefined {
  for (const [name, { unit }] of Object.entries<Setting>(rules.settings)) {
    const value = values[name];
    if (value !== undefined && !isUsable(value, unit)) return problem('setting.invalid', { setting: name, value });
  }
  return undefined;
}

function isUsable(value: number, unit: Setting['unit']): boolean {
  switch (unit) {
    case 'workingDays':
    case 'calendarDays':
    case 'months':
    case 'hours':
      return checkLimit({ [unit]: value }) === undefined;
    case 'percent':
      return value >= 0 && value <= 100;
    case 'persons':
    case 'households':
    case 'hoursPerMonth':
    case 'times':
      return Number.isSafeInteger(value) && value >= 0;
  }
}
