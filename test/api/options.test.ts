import { expect, test } from 'vitest';
import { OptionsProblem, optionsFrom } from '../../api/options.ts';
import { languageOf } from '../../api/problems/language.ts';

const given = { DATABASE_URL: 'postgresql://x@127.0.0.1/x', TEMPORAL_ADDRESS: '127.0.0.1:7233' };
const secret = 'ab'.repeat(32);

test('outside demo mode a secret is asked for; in demo mode one is made', () => {
  expect(() => optionsFrom(given)).toThrow(OptionsProblem);
  expect(() => optionsFrom({ ...given, BIHUAN_SECRET: 'short' })).toThrow(/64/);
  expect(optionsFrom({ ...given, BIHUAN_SECRET: secret })).toMatchObject({ demo: false, taskQueue: 'bihuan' });
  expect(optionsFrom({ ...given, BIHUAN_DEMO: '1' }).secret).toHaveLength(32);
  expect(() => optionsFrom({ BIHUAN_SECRET: secret, TEMPORAL_ADDRESS: 'x:1' })).toThrow(/DATABASE_URL/);
});

test.each([
  [undefined, 'zh-CN'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en-GB,en;q=0.9,zh;q=0.1', 'en'],
  ['fr,en;q=0.3,zh-TW;q=0.2', 'en'],
  ['de', 'zh-CN'],
  ['en;q=nonsense', 'zh-CN'],
  [`${'x'.repeat(100_000)},en`, 'zh-CN'],
])('Accept-Language %s gives %s', (header, locale) => {
  expect(languageOf({ headers: { 'accept-language': header } })).toBe(locale);
});
