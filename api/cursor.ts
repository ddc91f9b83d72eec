import { apiProblem } from './problems/api-problem.ts';

/** A place between two pages, opaque to the client. */
export function cursorOf(...places: string[]): string {
  return Buffer.from(JSON.stringify(places)).toString('base64url');
}

/** Reads a cursor back; each place must look as expected, so that a made-up cursor cannot reach SQL. */
export function readCursor(cursor: string, ...shapes: RegExp[]): string[] {
  try {
    const places: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fits =
      Array.isArray(places) &&
      places.length === shapes.length &&
      shapes.every((shape, index) => typeof places[index] === 'string' && shape.test(places[index]));
    if (fits) return places;
  } catch {
    // Told below like every other cursor that is not ours.
  }
  const detail = { zh: '须为上一页的 next', en: 'Must be `next` of the page before' };
  throw apiProblem('query.invalid', {}, { faults: [{ pointer: '/cursor', detail }] });
}

/** Ordinals are positive numbers that fit a bigint. */
export const ORDINAL = /^[1-9]\d{0,17}$/;

/** When something is due, in milliseconds; `none` where no clock runs. A date in words could name a day that does not exist. */
export const DUE = /^(?:none|-?\d{1,14})$/;

/** An instant in milliseconds. */
export const INSTANT_MS = /^\d{1,14}$/;
