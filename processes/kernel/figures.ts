import type { Setting, SettingValues, Source } from './define-rules.ts';
import type { Lead, Limit } from './limit.ts';

/** How long a clock runs by one figure of its process, when its light turns yellow, and whence the figure is. */
export interface Counted {
  limit(values: SettingValues): Limit;
  warnBefore(values: SettingValues): Lead;
  source: Source;
}

/**
 * The figures of a process as its rules use them: that of the district, or the default.
 *
 * @example export const { figureOf, inWorkingDays } = figuresOf(settings);
 */
export function figuresOf<Name extends string>(settings: Readonly<Record<Name | 'warnDays', Setting>>) {
  const figureOf = (name: Name | 'warnDays', values: SettingValues): number => values[name] ?? settings[name].value;
  return {
    figureOf,
    /** Turns yellow by the process's own `warnDays`. */
    inWorkingDays: (name: Name): Counted => ({
      limit: (values) => ({ workingDays: figureOf(name, values) }),
      warnBefore: (values) => ({ workingDays: figureOf('warnDays', values) }),
      source: settings[name].source,
    }),
    inCalendarDays: (name: Name): Counted => ({
      limit: (values) => ({ calendarDays: figureOf(name, values) }),
      warnBefore: () => ({ calendarDays: 1 }),
      source: settings[name].source,
    }),
  };
}
