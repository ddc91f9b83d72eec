import type { Process } from './define-process.ts';
import type { CaseData } from './define-rules.ts';
import { withoutPrivateNumbers } from './private-numbers.ts';
import { type Locale, say } from './text.ts';

const somebody = { zh: '居民代表', en: 'a resident' };

/** Takes names and numbers of persons out of a text that people wrote. */
export interface Cleaner {
  clean(text: string): string;
  /** The same for every text within a value that neighbours read. */
  cleanIn<Value>(value: Value): Value;
}

/** For a case that everybody may read; what else is shown of a case is a matter of its process. */
export function cleanerOf({ everybody }: Pick<Process, 'everybody'>, data: CaseData, locale: Locale): Cleaner {
  if (!everybody) return { clean: (text) => text, cleanIn: (value) => value };
  // Longer names first, so that no part of a name is left standing; a single sign is a word, not a name.
  const known = [...new Set(everybody.names(data as never))]
    .filter((name) => [...name].length > 1)
    .sort((a, b) => b.length - a.length);
  const word = say(somebody, locale);
  const clean = (text: string) =>
    withoutPrivateNumbers(known.reduce((said, name) => said.replaceAll(name, word), text));
  const cleanText = (text: string): string => {
    // What is nothing but a name is shown on purpose, as that of whoever agreed to it; keys and ids are no texts.
    if (known.includes(text) || /^[\w.:+-]*$/.test(text)) return text;
    return clean(text);
  };
  const cleanIn = (value: unknown): unknown => {
    if (typeof value === 'string') return cleanText(value);
    if (Array.isArray(value)) return value.map(cleanIn);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleanIn(each)]));
  };
  return { clean, cleanIn: (value) => cleanIn(value) as typeof value };
}
