/** An address with some of its query changed; null takes a parameter away. Parameters without a value are left out. */
export function withQuery(path: string, changes: Readonly<Record<string, string | number | null | undefined>>): string {
  const [bare = '/', query = ''] = path.split('#', 1)[0]?.split('?', 2) ?? [];
  const asked = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') asked.delete(name);
    else asked.set(name, String(value));
  }
  const text = asked.toString();
  return text ? `${bare}?${text}` : bare;
}

/** A place in this house to go back to; anything else leads to the first page. */
export function localPath(text: unknown, otherwise = '/'): string {
  if (typeof text !== 'string' || text.length > 2_000) return otherwise;
  // "//host" and "/\host" lead to another house; control characters have no place in an address.
  if (!/^\/(?![/\\])[\x21-\x7e\u00a0-\uffff]*$/.test(text) || !text.isWellFormed()) return otherwise;
  // Headers hold nothing beyond ASCII.
  return text.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** A case keeps its base number in every round. */
function baseOf(number: string): string {
  return encodeURIComponent(number.replace(/-R\d+$/, ''));
}

/** The page of a case for those who work on it. */
export function deskCase(number: string): string {
  return `/desk/cases/${baseOf(number)}`;
}

/** The page of a case for everybody. */
export function publicItem(number: string): string {
  return `/items/${baseOf(number)}`;
}
