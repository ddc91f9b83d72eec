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

/** `zh-CN phone dark 200%`: in words, for names of tests and of pictures. */
export function wordsOf({ lang, screen, scheme, text }: Seen): string {
  return `${lang} ${screen} ${scheme} ${text}%`;
}
