import { processes, processOf } from '../../processes/index.ts';
import type { Locale, Words } from '../../processes/kernel/text.ts';
import { say } from '../../processes/kernel/text.ts';

/** Kinds of entry that one may search for, by the process that has them. */
export interface RecordTypes {
  /** null: every process has them. */
  processText: string | null;
  types: { type: string; title: string }[];
}

/** What the clock and the calendar write by themselves. */
const automatic: Record<string, Words> = {
  'deadline.reminded': { zh: '到期提醒', en: 'reminder' },
  'deadline.urged': { zh: '催办', en: 'urging' },
  'deadline.ordered': { zh: '转督办', en: 'escalated to an order' },
  'calendar.applied': { zh: '放假安排生效', en: 'holiday table applied' },
};

/** All kinds of entry in words. */
export function recordTypes(locale: Locale): RecordTypes[] {
  const ids = [...new Set(processes.map(({ rules }) => rules.id))];
  const known = ids.flatMap((id) => {
    const process = processOf(id);
    return process ? [process] : [];
  });
  const commandsOf = known.map(({ rules }) => Object.keys(rules.permissions));
  const isShared = (type: string) => commandsOf.filter((commands) => commands.includes(type)).length > 1;
  const shared = new Map<string, string>();
  const own = known.map(({ rules, texts }): RecordTypes => {
    const titled = Object.keys(rules.permissions).map((type) => ({
      type,
      title: texts[locale].commands[type]?.title ?? type,
    }));
    for (const { type, title } of titled.filter((one) => isShared(one.type))) shared.set(type, title);
    return { processText: texts[locale].title, types: titled.filter(({ type }) => !isShared(type)) };
  });
  const common = [...shared].map(([type, title]) => ({ type, title }));
  const byThemselves = Object.entries(automatic).map(([type, words]) => ({ type, title: say(words, locale) }));
  return [...own, { processText: null, types: [...common, ...byThemselves] }];
}
