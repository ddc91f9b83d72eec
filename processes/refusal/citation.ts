import type { Basis } from './basis.ts';

/** The article with what it says. */
export function basisWords(basis: Basis): string {
  return `${citation(basis)}:${basis.says}。`;
}

/** 《北京市街道办事处条例》第三十二条; a document without articles stands alone. */
export function citation({ source }: Basis): string {
  const title = source.title.zh.includes('《')
    ? source.title.zh.replaceAll('《', '〈').replaceAll('》', '〉')
    : source.title.zh;
  return source.at === undefined ? `《${title}》` : `《${title}》第${chineseNumber(Number(source.at))}条`;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** Articles from 1 to 99 as laws count them. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${ten}${DIGITS[value % 10]}`;
}
