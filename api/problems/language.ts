import type { Locale } from '../../processes/kernel/text.ts';

/** The language of an answer: `?lang=` for links, else Accept-Language, else Chinese. */
export function languageOf(request: { headers: { 'accept-language'?: string | undefined }; query?: unknown }): Locale {
  const asked = (request.query as Record<string, unknown> | undefined)?.['lang'];
  if (asked === 'en') return 'en';
  if (asked === 'zh' || asked === 'zh-CN') return 'zh-CN';
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
