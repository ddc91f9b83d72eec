import type { ListedPage } from './listed-page.ts';
import type { Look } from './site.ts';

type Seen = Required<Pick<Look, 'lang' | 'screen' | 'scheme' | 'text'>>;

/** Two values of each of four: five ways of looking in which every two values of different kinds meet. */
const PAIRWISE = ['0000', '0111', '1011', '1101', '1110'];

/** The ways in which each page is looked at: five that cover every pair, or all sixteen with BIHUAN_FULL=1. */
export function looks(full = process.env['BIHUAN_FULL'] === '1'): Seen[] {
  const rows = full ? Array.from({ length: 16 }, (_, row) => row.toString(2).padStart(4, '0')) : PAIRWISE;
  return rows.map(([lang, screen, scheme, text]) => ({
    lang: lang === '0' ? 'zh-CN' : 'en',
    screen: screen === '0' ? 'desk' : 'phone',
    scheme: scheme === '0' ? 'light' : 'dark',
    text: text === '0' ? 100 : 200,
  }));
}

const STAFF_LOOKS = ['zh-CN desk 100', 'zh-CN phone 200', 'en desk 200'];

/**
 * Residents' pages are looked at in all five ways. Staff sit at a desk: their pages in the plain one and in large text, small
 * and wide. Pages that only show something else in the same parts are looked at where it is tightest.
 */
export function isWorthALook({ variant, budgetKb }: ListedPage, { lang, screen, text }: Seen): boolean {
  if (process.env['BIHUAN_FULL'] === '1') return true;
  if (variant) return screen === 'phone' && text === 200 && lang === 'zh-CN';
  return budgetKb === 'resident' || STAFF_LOOKS.includes(`${lang} ${screen} ${text}`);
}

/** `zh-CN phone dark 200%`: in words, for names of tests and of pictures. */
export function wordsOf({ lang, screen, scheme, text }: Seen): string {
  return `${lang} ${screen} ${scheme} ${text}%`;
}
