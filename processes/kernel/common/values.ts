/** Names for what stands in problems, notices and entries as a key. */
import type { AnyTexts } from '../define-process.ts';
import type { Limit } from '../limit.ts';
import { amountWords } from '../limit-words.ts';
import type { ProblemValues } from '../problem.ts';
import { type Locale, say, type Words } from '../text.ts';
import { isCommonCommand } from './commands.ts';
import { missedWords, rungWords } from './rung-words.ts';
import { reasonWords } from './texts.ts';

const units: Record<string, Words> = {
  workingDays: { zh: '个工作日', en: 'working days' },
  calendarDays: { zh: '天', en: 'calendar days' },
  months: { zh: '个月', en: 'months' },
  hours: { zh: '小时', en: 'hours' },
};

/** Commands, clocks, figures, units and lawful reasons by their names. */
export function namedValues(values: ProblemValues, locale: Locale, texts: AnyTexts | null): ProblemValues {
  const { command, deadline, setting, unit, reason, rung, missed } = values;
  return {
    ...(typeof command === 'string' ? { command: texts?.commands[command]?.title ?? command } : {}),
    ...(typeof deadline === 'string' ? { deadline: texts?.deadlines[deadline] ?? deadline } : {}),
    ...(typeof setting === 'string' ? { setting: texts?.settings[setting] ?? setting } : {}),
    ...(typeof unit === 'string' && units[unit] ? { unit: say(units[unit], locale) } : {}),
    ...(typeof reason === 'string' ? { reason: reasonWords(reason, locale) } : {}),
    ...(typeof rung === 'string' ? { rung: rungWords(rung, locale) } : {}),
    ...(typeof missed === 'string' ? { missed: missedWords(missed.split(',').filter(Boolean), locale) } : {}),
  };
}

const rungEvents: readonly string[] = ['deadline.reminded', 'deadline.urged', 'deadline.ordered'];

/** What the sentence of a common entry needs besides the texts of its form. */
export function commonValues(entry: { type: string; form: object }, locale: Locale): ProblemValues {
  const { by, moves, rung, missed } = entry.form as {
    by?: Limit;
    moves?: readonly unknown[];
    rung?: string;
    missed?: readonly string[];
  };
  const isCommon = isCommonCommand(entry.type) || entry.type === 'calendar.applied';
  const isRung = rungEvents.includes(entry.type);
  return {
    ...(isRung && rung !== undefined ? { rung: rungWords(rung, locale) } : {}),
    ...(isRung && missed !== undefined ? { missed: missedWords(missed, locale) } : {}),
    ...(isCommon && by !== undefined ? { by: say(amountWords(by), locale) } : {}),
    ...(isCommon && moves !== undefined ? { count: moves.length } : {}),
  };
}
