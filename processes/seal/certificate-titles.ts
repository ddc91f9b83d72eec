import type { Locale } from '../kernel/text.ts';
import { say } from '../kernel/text.ts';
import { forbidden2020 } from '../law/seal-lists/forbidden-2020.ts';
import { kept2019 } from '../law/seal-lists/kept-beijing-2019.ts';

/** Names of the types that must not be issued, as options of a form field. */
export function forbiddenTitles(locale: Locale): Record<string, string> {
  return Object.fromEntries(forbidden2020.map(({ key, title }) => [key, say(title, locale)]));
}

/** All types of the lists, those that are kept with their purpose. */
export function certificateTitles(locale: Locale): Record<string, string> {
  const kept = kept2019.map(({ key, title, purpose }) => {
    const words = { zh: `${title.zh}(${purpose.zh})`, en: `${title.en} (${purpose.en})` };
    return [key, say(words, locale)];
  });
  return { ...Object.fromEntries(kept), ...forbiddenTitles(locale) };
}
