import type { Locale } from '../../processes/kernel/text.ts';

/** Where the choice of a person is kept; pages set it, and scripts may read it. */
export const LANGUAGE_COOKIE = 'bihuan_lang';

/** The language of an answer: `?lang=` for links, else what was chosen before, else Accept-Language, else Chinese. */
export function languageOf(request: {
  headers: { 'accept-language'?: string | undefined; cookie?: string | undefined };
  query?: unknown;
}): Locale {
  const asked = (request.query as Record<string, unknown> | undefined)?.['lang'];
  if (asked === 'en') return 'en';
  if (asked === 'zh' || asked === 'zh-CN') return 'zh-CN';
  const chosen = chosenBefore(request.headers.cookie ?? '');
  if (chosen) return chosen;
  let best: { locale: Locale; quality: number } = { locale: 'zh-CN', quality: 0 };
  for (const part of (request.headers['accept-language'] ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = Number(
      parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? '1',
    );
    const locale = /^zh\b/.test(tag) ? 'zh-CN' : /^en\b/.test(tag) ? 'en' : undefined;
    if (locale && quality > best.quality) best = { locale, quality };
  }
  return best.locale;
}

function chosenBefore(cookies: string): Locale | undefined {
  for (const pair of cookies.slice(0, 4_000).split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === LANGUAGE_COOKIE) return locales.find((locale) => locale === value);
  }
  return undefined;
}

const locales: readonly Locale[] = ['zh-CN', 'en'];
