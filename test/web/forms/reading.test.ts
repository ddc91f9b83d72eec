import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePosted, TooManyFields } from '../../../web/forms/posted.ts';
import { readForm } from '../../../web/forms/read-form.ts';
import { posting, tinySchema } from './support/tiny-schema.ts';

const read = (...pairs: (readonly [string, string])[]) => readForm(tinySchema, posting(...pairs)).value;
const field = (name: string, text: string) => read([name, text])[name];

describe('texts', () => {
  test('blank is left out; a required list is empty; a required group is there', () => {
    expect(read(['title', '  ']), 'nothing typed').toEqual({ place: {}, steps: [{}], tags: [] });
  });
  test('ends of lines are line feeds, ten thousand of them too', () => {
    expect(field('story', 'a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
    expect(field('story', '\r\n'.repeat(10_000).concat('x'))).toBe('\n'.repeat(10_000).concat('x'));
  });
  test('rare characters and blanks around stay as they are', () => {
    expect(field('title', ' 𠮷野家 ')).toBe(' 𠮷野家 ');
  });
});

describe('numbers', () => {
  test.each([
    ['12.5', 12.5],
    ['1２．５', 12.5],
    [' 20,000 ', 20_000],
    ['2,0000', 20_000],
    ['-3', -3],
    ['1,5', '1,5'],
    ['1.2.3', '1.2.3'],
    ['约5', '约5'],
    ['9'.repeat(400), '9'.repeat(400)],
  ])('%s', (text, meant) => expect(field('hours', text)).toBe(meant));
  test('money may have its sign', () => expect(field('cost', '¥20,000元')).toBe(20_000));
});

test('days and telephone numbers as people write them', () => {
  expect(field('on', '2026/3/1')).toBe('2026-03-01');
  expect(field('on', '2026年3月1日')).toBe('2026-03-01');
  expect(field('on', '明天')).toBe('明天');
  expect(field('phone', '\u202d(010)6509—0000\u202c')).toBe('010 6509-0000');
});

describe('groups and lists', () => {
  test('an optional group is there as soon as anything in it is', () => {
    expect(read(['witness.phone', '1'])['witness']).toEqual({ phone: '1' });
    expect(read(['witness.phone', ' '])).not.toHaveProperty('witness');
  });
  test('rows come in their order, blank ones are none, more than allowed never enter', () => {
    const rows = ['r9', 'r1', 'r1', 'r2', 'r3', 'r4', '__proto__'].map((key) => ['steps@rows', key] as const);
    const texts = ['r9', 'r1', 'r3', 'r4'].map((key) => [`steps.${key}.what`, key] as const);
    expect(read(...rows, ...texts)['steps']).toEqual([{ what: 'r9' }, { what: 'r1' }]);
  });
  test('options are taken once each', () => {
    expect(read(['tags', 'b'], ['tags', 'b'], ['tags', 'a'])['tags']).toEqual(['b', 'a']);
  });
});

describe('one of several ways', () => {
  test('only the chosen way counts, and what it fixes comes from the schema', () => {
    const both = [
      ['vote@b0.area', '5'],
      ['vote@b1.heads', '7'],
      ['vote@b1.body', 'owners'],
    ] as const;
    expect(read(...both)).not.toHaveProperty('vote');
    expect(read(['vote@one', 'b1'], ...both)['vote']).toEqual({ body: 'village', heads: 7 });
    expect(read(['vote@one', 'b7'], ...both)).not.toHaveProperty('vote');
  });
  test('a number with its unit', () => {
    expect(read(['by', '５'], ['by@one', 'months'])['by']).toEqual({ months: 5 });
    expect(read(['by', ''], ['by@one', 'months'])).not.toHaveProperty('by');
  });
});

test('a pick holds as long as its text stands', () => {
  const pick = [
    ['owner', '王芳'],
    ['owner@pick', 'p-7'],
  ] as const;
  expect(read(...pick, ['owner@for', '王芳'])['owner']).toBe('p-7');
  expect(read(...pick, ['owner@for', '王方'])['owner']).toBe('王芳');
});

describe('pointers lead to controls', () => {
  const { controlOf } = readForm(
    tinySchema,
    posting(
      ['steps@rows', 'r1'],
      ['steps@rows', 'r4'],
      ['steps.r4.what', 'x'],
      ['vote@one', 'b1'],
      ['vote@b1.heads', '?'],
    ),
  );
  test.each([
    ['/form/place/estate', 'place.estate'],
    ['/place/estate', 'place.estate'],
    ['/form/place/unknown/deep', 'place'],
    ['/form/steps/0/what', 'steps.r4.what'],
    ['/form/steps/7', 'steps'],
    ['/form/vote/heads', 'vote@b1.heads'],
    ['/form/by/months', 'by'],
    ['/form/tags/1', 'tags'],
    ['/form', ''],
    ['/org', ''],
    ['', ''],
    ['junk', ''],
  ])('%s', (pointer, control) => expect(controlOf(pointer)).toBe(control));
});

describe('hostile forms', () => {
  const names = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'steps.__proto__', 'steps@rows', 'place', 'place.estate', 'vote@one'),
    fc.string(),
  );
  test('nothing but the fields of the schema gets in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 12 }),
        (pairs) => {
          const value = read(...pairs);
          expect(Object.keys(value).every((name) => name in (tinySchema['properties'] as object))).toBe(true);
          expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
          expect(JSON.parse(JSON.stringify(value))).toEqual(value);
          const steps = value['steps'] as unknown[];
          expect(steps.length).toBeLessThanOrEqual(3);
        },
      ),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  test('repeated names keep all values; too many are refused', () => {
    expect(parsePosted('a=1&b=%E4%B8%AD&a=2+3')).toEqual(
      new Map([
        ['a', ['1', '2 3']],
        ['b', ['中']],
      ]),
    );
    expect(parsePosted('a=1&'.repeat(4999)).get('a')).toHaveLength(4999);
    expect(() => parsePosted('a=1&'.repeat(5000))).toThrow(TooManyFields);
  });
});
