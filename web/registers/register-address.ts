import { withQuery } from '../frame/address.ts';

/** The page of a register. */
export function registerAddress(
  register: string,
  query: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  return withQuery(`/registers/${encodeURIComponent(register)}`, query);
}
