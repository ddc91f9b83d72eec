import { z } from 'zod';
import { day } from '../../api/day.ts';
import type { Point } from '../../api/registers/registers.ts';

/** A form sends empty what was left empty. */
const left = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** What only changes the looks stands in every address of a page. */
const looks = { lang: z.string().max(10).optional(), type: z.string().max(10).optional() };

const version = z.coerce.number().int().min(1).max(1_000_000);

/** A day such as 2026-11-30, or the number of a version. */
const point = z.union([day, version]);

export const RegisterQuery = z.strictObject({
  org: left(z.string().max(200)),
  on: left(day),
  version: left(version),
  from: left(point),
  to: left(point),
  q: left(z.string().trim().max(100)),
  page: left(z.coerce.number().int().min(1).max(10_000)),
  ...looks,
});

export type RegisterAsked = z.infer<typeof RegisterQuery>;

export function pointOf(asked: string | number): Point {
  return typeof asked === 'number' ? { version: asked } : { on: asked };
}

/** Earlier first, whichever way they were asked for. A day and a version stay as they are. */
export function inOrder(one: string | number, other: string | number): [string | number, string | number] {
  return typeof one === typeof other && one > other ? [other, one] : [one, other];
}
