import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines } from '../../api/papers/break-lines.ts';
import { codeOf, printable } from '../../api/papers/characters.ts';
import { chineseDate, chineseNumber } from '../../api/papers/chinese.ts';
import type { Line } from '../../api/papers/compose.ts';
import { pagesOf } from '../../api/papers/pages.ts';
import { withChinesePunctuation } from '../../api/papers/punctuation.ts';

/** Chinese signs are two wide, the others one. */
const measure = (text: string) => Array.from(text).reduce((sum, sign) => sum + (sign > '\u2000' ? 2 : 1), 0);
const linesOf = (text: string, width: number, indent = 0) => breakLines(text, { width, indent, measure });

describe('breaking lines', () => {
  test('fills each line, the first one set in', () => {
    expect(linesOf('一二三四五六七八', 8, 4)).toEqual(['一二', '三四五六', '七八']);
    expect(linesOf('', 8)).toEqual(['']);
  });

  test('takes a character along rather than begin a line with a closing sign', () => {
    expect(linesOf('一二三四\uff0c五六', 8)).toEqual(['一二三', '四\uff0c五六']);
    expect(linesOf('一二三四”\uff09。五', 8)).toEqual(['一二三', '四”\uff09。', '五']);
    expect(linesOf('甲乙丙丁,abc', 8)).toEqual(['甲乙丙', '丁,abc']);
  });

  test('ends no line with an opening sign and tears no dash', () => {
    expect(linesOf('一二三《四五》', 8)).toEqual(['一二三', '《四五》']);
    expect(linesOf('一二三——四', 8)).toEqual(['一二三', '——四']);
    expect(linesOf('一二三abc(四)', 10)).toEqual(['一二三abc', '(四)']);
  });

  test('keeps a word or a date of figures whole, and breaks what is longer than half a line', () => {
    expect(linesOf('自2026年起abc', 8)).toEqual(['自2026年', '起abc']);
    expect(linesOf('见https://a.example/b', 8)).toEqual(['见https:', '//a.exam', 'ple/b']);
    expect(linesOf('…'.repeat(9), 8).join('')).toBe('…'.repeat(9));
  });

  test('of any text loses nothing, and no line is too long', () => {
    const sign = fc.constantFrom(...'社区居民2026ab,。、“”《》()\uff0c\uff1b\uff08\uff09—…·%/ '.split(''));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 80 }), fc.integer({ min: 16, max: 30 }), (signs, width) => {
        const text = signs.join('').trim();
        const lines = linesOf(text, width, 4);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const [index, line] of lines.entries()) {
          expect(measure(line)).toBeLessThanOrEqual(index === 0 ? width - 4 : width);
        }
      }),
    );
  });

  test('of text without chains of signs never begins a line with a closing sign', () => {
    const word = fc.constantFrom(
      '社',
      '区',
      '2026',
      '《清单》',
      '“通知”',
      '\uff08试行\uff09',
      '甲\uff0c',
      '乙。',
      'ab,',
      '(丙)',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 16, max: 30 }), (words, width) => {
        for (const line of linesOf(words.join(''), width, 4).slice(1)) {
          expect(line).not.toMatch(/^[。”》\uff09\uff0c,)]/);
        }
        for (const line of linesOf(words.join(''), width, 4).slice(0, -1)) expect(line).not.toMatch(/[《“\uff08(]$/);
      }),
    );
  });
});

describe('punctuation', () => {
  test.each([
    ['甲,乙;丙:丁?戊!', '甲\uff0c乙\uff1b丙\uff1a丁\uff1f戊\uff01'],
    ['《办法》(2019年),第9条', '《办法》\uff082019年\uff09\uff0c第9条'],
    ['时间:9:30至17:00止,1,000元', '时间\uff1a9:30至17:00止\uff0c1,000元'],
    ['见 https://a.example/b?c=1,2 等', '见 https://a.example/b?c=1,2 等'],
    ['f(x), 第(二)项(v2)', 'f(x), 第\uff08二\uff09项\uff08v2\uff09'],
    ['完成率100%,合格)', '完成率100%\uff0c合格)'],
    ['a?!甲?!', 'a?\uff01甲\uff1f\uff01'],
  ])('of %s', (typed, printed) => {
    expect(withChinesePunctuation(typed)).toBe(printed);
  });
});

describe('characters', () => {
  test('that the font lacks are marked and named, those that nobody sees are taken out', () => {
    const { text, missing } = printable((codePoint) => codePoint < 0x20000);
    expect(text('刘\u202e𠮷\u0007贵\t兰\n葛\u{e0100}')).toBe('刘〓贵 兰\n葛\u{e0100}');
    expect(missing.map(codeOf)).toEqual(['U+20BB7']);
  });

  test('of numbers and dates', () => {
    expect([1, 10, 11, 20, 21, 99, 100].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
      '100',
    ]);
    expect(chineseDate('2026-11-04')).toBe('2026年11月4日');
  });
});

describe('pages', () => {
  const run = { text: '一', x: 0, size: 1, bold: false, place: [] };
  const line = (changes: Partial<Line> = {}): Line => ({ height: 10, keep: false, runs: [run], ...changes });
  const sizes = (lines: Line[], height = 30) => pagesOf(lines, height).map((page) => page.length);

  test('are filled, and what belongs together moves on together', () => {
    expect(sizes([line(), line(), line(), line()])).toEqual([3, 1]);
    expect(sizes([line(), line(), line({ keep: true }), line()])).toEqual([2, 2]);
    expect(sizes([])).toEqual([0]);
  });

  test('break a group that is higher than a page', () => {
    expect(sizes(Array.from({ length: 7 }, () => line({ keep: true })))).toEqual([3, 3, 1]);
  });

  test('do not begin with an empty line', () => {
    expect(sizes([line(), line(), line(), line({ runs: [] }), line()])).toEqual([3, 1]);
  });

  test('close the rules of a table that goes on, and open them again', () => {
    const row = (above: boolean, below: boolean) => line({ frame: { above, below } });
    const pages = pagesOf([line(), line(), row(true, false), row(false, false), row(false, true)], 30);
    expect(pages.map((page) => page.map(({ frame }) => frame))).toEqual([
      [undefined, undefined, { above: true, below: true }],
      [
        { above: true, below: false },
        { above: false, below: true },
      ],
    ]);
  });
});
