/** What a form sent: each name with its values in the order of the page. */
export type PostedForm = ReadonlyMap<string, readonly string[]>;

/** No form of ours comes near this; who sends more wants to keep the reader busy. */
const VALUES_MAX = 5000;

/** The body holds more names than any form has. */
export class TooManyFields extends Error {}

/**
 * Reads the body of a form that was posted (`application/x-www-form-urlencoded`). Repeated names keep all values.
 *
 * @throws TooManyFields
 */
export function parsePosted(body: string): Map<string, string[]> {
  const posted = new Map<string, string[]>();
  let values = 0;
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) {
    values += 1;
    if (values >= VALUES_MAX) throw new TooManyFields(`More than ${VALUES_MAX} values`);
  }
  for (const [name, value] of new URLSearchParams(body)) {
    const known = posted.get(name);
    if (known) known.push(value);
    else posted.set(name, [value]);
  }
  return posted;
}

/** The first value of a name, as it was typed. */
export function typed(posted: PostedForm, name: string): string {
  return posted.get(name)?.[0] ?? '';
}

/** A copy that may be changed. */
export function copyOf(posted: PostedForm): Map<string, string[]> {
  return new Map([...posted].map(([name, values]) => [name, [...values]]));
}
