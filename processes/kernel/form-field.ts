import { z } from 'zod';
import { isDate } from './clock.ts';

// Tab, line feed and carriage return are text; other control characters, half characters and the null byte are not
// (PostgreSQL stores neither).
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose.
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

// Signs that nobody sees turn the order of what stands beside them, or make two names that look alike. Only the joiner
// within an emoji is part of what was typed.
const JOINED = String.raw`(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)\u200d(?=\p{Extended_Pictographic})`;
const HIDDEN = new RegExp(String.raw`(?!${JOINED})\p{Cf}`, 'gu');

/** A text as people see it: without signs that have no shape, such as those that reverse the order of letters. */
export function visible(value: string): string {
  return value.replace(HIDDEN, '');
}

/** From how many signs on a text gets a box of several lines. */
const LONG = 300;

/**
 * A text field of bounded length. Length is counted in characters, not in UTF-16 units, so that 𠮷 and 䶮 count one each
 * and are kept whole. Signs that nobody sees are taken out; spaces alone are not a text.
 *
 * @example z.strictObject({ title: text({ max: 60 }) })
 */
export function text(bounds: { min?: number; max: number }): z.ZodString {
  const { min = 1, max } = bounds;
  return z
    .string()
    .overwrite(visible)
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

/** A name or key of ours that people do not look up; for the others see below. */
export function identifier(): z.ZodString {
  return z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
}

/** A person, looked up by name. */
export function personId(): z.ZodString {
  return hinted('person');
}

/** A case, looked up by number or title. */
export function caseId(): z.ZodString {
  return hinted('case');
}

/** An organisation, looked up by name. */
export function orgId(): z.ZodString {
  return hinted('org');
}

/** An item of the public list of service items, looked up by code or name. */
export function listedItem(): z.ZodString {
  return hinted('item');
}

/** A picture or paper that was handed in before. */
export function photoId(): z.ZodString {
  return hinted('photo');
}

/** Says that a field is not asked of people: the system knows it from what else the form names. */
export function known<Field extends z.ZodType>(field: Field): Field {
  return field.meta({ 'x-widget': 'known' }) as Field;
}

function hinted(widget: string): z.ZodString {
  return identifier().meta({ 'x-widget': widget });
}

/** A telephone number as people write it: digits, with blanks, a plus sign or hyphens. */
export function phone(): z.ZodString {
  return z
    .string()
    .regex(/^\+?[0-9][0-9 -]{4,19}$/)
    .meta({ 'x-widget': 'phone' });
}

/** A time of day, `20:15`. */
export function timeOfDay(): z.ZodString {
  return z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .meta({ 'x-widget': 'time' });
}
