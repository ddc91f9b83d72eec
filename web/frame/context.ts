import type { Actor } from '../../processes/kernel/actor.ts';
import type { Locale, Words } from '../../processes/kernel/text.ts';

/** Where a page is, for whom, and how it is to look. */
export interface PageContext {
  locale: Locale;
  /** Address with its query, without the choice of language. */
  path: string;
  demo: boolean;
  actor: Actor | null;
  /** Offices of the person in words, with their organisations. */
  offices: string;
  /** Unread notices, no further than the limit of the list. */
  unread: number;
  largeType: boolean;
  /** Addresses of style and script, each with the hash of its content. */
  assets: { style: string; script: string };
  /** Names of organisations by their id. */
  orgNames: ReadonlyMap<string, string>;
}

/** Picks the language of a page: `t(context)('待办', 'Inbox')`. */
export function wordsOf({ locale }: { locale: Locale }): (zh: string, en: string) => string {
  return locale === 'en' ? (_, en) => en : (zh) => zh;
}

/** The same for words that stand together already. */
export function sayIn({ locale }: { locale: Locale }): (words: Words) => string {
  return locale === 'en' ? ({ en }) => en : ({ zh }) => zh;
}

/** The name of an organisation; its id where it has none. */
export function orgName({ orgNames }: Pick<PageContext, 'orgNames'>, org: string): string {
  return orgNames.get(org) ?? org;
}

/**
 * The attribute `lang` of what people wrote, and of names: it stays Chinese on pages in English, and a screen reader has to be
 * told. Nothing where it is in the language of the page.
 */
export function langOf({ locale }: { locale: Locale }, text: string): 'zh-CN' | undefined {
  if (locale === 'zh-CN') return undefined;
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/\p{Script=Han}/gu) > count(/\p{Script=Latin}/gu) ? 'zh-CN' : undefined;
}
