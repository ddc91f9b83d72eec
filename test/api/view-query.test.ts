import { expect, test } from 'vitest';
import { languageOf } from '../../api/problems/language.ts';
import { staleIn } from '../../api/views/view-query.ts';

test.each([
  ['search', '', []],
  ['search', 'light=red&org=chaoyang.anzhen&mine=followed&from=2026-11-01', []],
  ['desk', 'tab=acted&light=yellow&process=resident-proposal', []],
  ['board', 'org=chaoyang&drill=true', []],
  ['search', 'colour=red&light=red', ['colour']],
  ['search', 'light=purple&from=2026-02-30', ['light', 'from']],
  ['search', 'light=red&light=green', ['light']],
  ['search', 'cursor=abc&lang=en', ['cursor', 'lang']],
  ['desk', 'process=gone', ['process']],
  ['board', '__proto__=1&constructor=1', ['__proto__', 'constructor']],
] as const)('%s?%s', (page, query, stale) => {
  expect(staleIn(page, query)).toEqual(stale);
});

test('a chosen language goes before that of the browser, and an address before both', () => {
  const headers = { 'accept-language': 'zh-CN', cookie: 'a=b; bihuan_lang=en; c=d' };
  expect(languageOf({ headers })).toBe('en');
  expect(languageOf({ headers, query: { lang: 'zh' } })).toBe('zh-CN');
  expect(languageOf({ headers: { ...headers, cookie: 'bihuan_lang=fr' } })).toBe('zh-CN');
  expect(languageOf({ headers: { cookie: 'xbihuan_lang=en' } })).toBe('zh-CN');
});
