/** The two languages of Bihuan, source language first. */
export type Locale = 'zh-CN' | 'en';

/** One sentence in both languages. Templates hold `{name}` places that `fill` replaces. */
export interface Words {
  zh: string;
  en: string;
}

/** Picks the sentence of a language. */
export function say(words: Words, locale: Locale): string {
  return locale === 'en' ? words.en : words.zh;
}

/**
 * Fills `{name}` places of a template; a place without a value stays visible, so that a forgotten parameter is seen.
 *
 * @example fill('还差{missing}人', { missing: 3 }) // '还差3人'
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}
