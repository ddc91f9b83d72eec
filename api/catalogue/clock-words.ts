import { rungWords } from '../../processes/kernel/common/rung-words.ts';
import { reasonWords } from '../../processes/kernel/common/texts.ts';
import type { Process } from '../../processes/kernel/define-process.ts';
import type {
  ExtensionRule,
  PauseRule,
  RungRule,
  Setting,
  SettingValues,
} from '../../processes/kernel/define-rules.ts';
import { grantWords } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { limitWords } from './limit-words.ts';

/** What a clock sends, and how it may be given more time or stand still: its data as sentences. */
export interface ClockWords {
  ladder: string[];
  extension: string | null;
  pause: string | null;
}

export function clockWords(
  process: Process,
  rule: { ladder: readonly RungRule<string>[]; extension?: ExtensionRule; pause?: PauseRule },
  locale: Locale,
): ClockWords {
  const names = (grants: readonly string[]) =>
    grants
      .map((grant) => (grant === 'expected' ? expected[locale] : grantWords(process, grant, locale)))
      .join(locale === 'en' ? ', ' : '、');
  const settings = defaultsOf(process);
  const { extension, pause } = rule;
  return {
    ladder: rule.ladder.map((rung) => rungSentence(rung, names, locale)),
    extension: extension ? extensionSentence(extension, settings, names, locale) : null,
    pause: pause ? pauseSentence(pause, settings, names, locale) : null,
  };
}

const expected: Record<Locale, string> = { 'zh-CN': '待办人', en: 'whoever is expected to act' };

type Names = (grants: readonly string[]) => string;

function rungSentence({ name, when, to, copyTo = [] }: RungRule<string>, names: Names, locale: Locale): string {
  const zh = locale === 'zh-CN';
  const time =
    'before' in when
      ? zh
        ? `到期前${limitWords(when.before, locale)}`
        : `${limitWords(when.before, locale)} before the end`
      : 'onDueDay' in when
        ? zh
          ? '到期当日'
          : 'on the last day'
        : zh
          ? `到期后第${when.afterWorkingDays}个工作日`
          : `on working day ${when.afterWorkingDays} after the end`;
  const copies = copyTo.length > 0 ? (zh ? `,抄送${names(copyTo)}` : `, copy to ${names(copyTo)}`) : '';
  return zh
    ? `${time}${rungWords(name, locale)}:${names(to)}${copies}`
    : `${time}: ${rungWords(name, locale)} to ${names(to)}${copies}`;
}

function extensionSentence(rule: ExtensionRule, settings: SettingValues, names: Names, locale: Locale): string {
  const times = rule.timesMax(settings);
  const length = limitWords(rule.lengthMax(settings), locale);
  return locale === 'en'
    ? `at most ${times} × ${length}; asked by ${names(rule.by)}, decided by ${names(rule.decidedBy)} (another person)`
    : `至多${times}次,每次不超过${length};${names(rule.by)}申请,${names(rule.decidedBy)}决定(不得同一人)`;
}

function pauseSentence(rule: PauseRule, settings: SettingValues, names: Names, locale: Locale): string {
  const reasons = rule.reasons.map((reason) => reasonWords(reason, locale));
  const days = rule.calendarDaysMax(settings);
  return locale === 'en'
    ? `by ${names(rule.by)}, review within ${days} days: ${reasons.join(', ')}`
    : `${names(rule.by)}办理,${days}日内须复核或恢复:${reasons.join('、')}`;
}

/** The settings of a process as they are where nobody has set his own. */
export function defaultsOf({ rules }: Process): SettingValues {
  return Object.fromEntries(Object.entries<Setting>(rules.settings).map(([name, { value }]) => [name, value]));
}
