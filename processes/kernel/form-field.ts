import { z } from 'zod';
import { isDate } from './clock.ts';

// Tab, line feed and carriage return are text; other control characters, half characters and the null byte are not
// (PostgreSQL stores neither).
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose.
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** From how many signs on a text gets a box of several lines. */
const LONG = 300;

/**
 * A text field of bounded length. Length is counted in characters, not in UTF-16 units, so that 𠮷 and 䶮 count one each
 * and are kept whole. Spaces alone are not a text.
 *
 * @example z.strictObject({ title: text({ max: 60 }) })
 */
export function text(bounds: { min?: number; max: number }): z.ZodString {
  const { min = 1, max } = bounds;
  return z
    .string()
    .check((payload) => {
      const { value, issues } = payload;
      const length = [...value].length;
      if (UNSTORABLE.test(value)) {
        issues.push({ code: 'invalid_format', format: 'storable_text', input: value });
      } else if (length > max) {
        issues.push({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: value });
      } else if (length < min || value.trim() === '') {
        issues.push({ code: 'too_small', origin: 'string', minimum: Math.max(min, 1), inclusive: true, input: value });
      }
    })
    .meta({ minLength: Math.max(min, 1), maxLength: max, ...(max >= LONG ? { 'x-widget': 'long' } : {}) });
}

/** A calendar day that exists, within the years a community matter can speak of. */
export function date(): z.ZodString {
  return z
    .string()
    .check((payload) => {
      const { value, issues } = payload;
      if (!isDate(value) || value < '2015-01-01' || value > '2049-12-31') {
        issues.push({ code: 'invalid_format', format: 'date', input: value });
      }
    })
    .meta({ format: 'date' });
}

/** A whole number of something, never negative. */
export function count(max: number): z.ZodNumber {
  return z.number().int().min(0).max(max);
}

/** An amount in yuan with at most two decimals. */
export function yuan(max = 100_000_000): z.ZodNumber {
  return z.number().min(0).max(max).multipleOf(0.01).meta({ 'x-widget': 'money' });
}

/** Identifier of a person, a case or a file, as the system itself gives them. */
export function identifier(): z.ZodString {
  return z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
}

/** A telephone number as people write it: digits, with blanks, a plus sign or hyphens. */
export function phone(): z.ZodString {
  return z.string().regex(/^\+?[0-9][0-9 -]{4,19}$/);
}
