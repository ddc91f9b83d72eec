import type { PostedForm } from './posted.ts';

/** Names of what belongs to a field but is not its value; property names never hold an `@`. */
export const rowsName = (name: string): string => `${name}@rows`;
export const oneName = (name: string): string => `${name}@one`;
export const pickName = (name: string): string => `${name}@pick`;
export const pickedForName = (name: string): string => `${name}@for`;

/** Names of the buttons that answer the form again instead of sending it. */
export const ADD = '@add';
export const REMOVE = '@remove';
export const FIND = '@find';
/** Shows the form again as it is: so a draft kept in the browser comes back with all its rows. */
export const AGAIN = '@again';

/** The name inside another. */
export function inner(outer: string, name: string): string {
  return outer === '' ? name : `${outer}.${name}`;
}

/** The element id of a control: unique on the page as long as prefixes are. */
export function idOf(prefix: string, name: string): string {
  return `${prefix}-${name.replaceAll('.', '-').replaceAll('@', '_')}`;
}

const ROW_KEY = /^[a-z0-9]{1,12}$/;

/** The keys of the rows of a list as posted: each once, no more than there may be. */
export function rowKeys(posted: PostedForm, name: string, max: number): string[] {
  const keys = (posted.get(rowsName(name)) ?? []).filter((key) => ROW_KEY.test(key));
  return [...new Set(keys)].slice(0, max);
}

/** A row key that none of these is. */
export function freshKey(keys: readonly string[]): string {
  const numbers = keys.map((key) => /^r(\d{1,6})$/.exec(key)?.[1]).map((digits) => Number(digits ?? 0));
  return `r${Math.max(0, ...numbers) + 1}`;
}
