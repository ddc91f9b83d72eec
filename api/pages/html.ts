/** Text that may stand anywhere in HTML or SVG, attributes included. */
export function escapeHtml(text: string | number): string {
  return String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** HTML that is known to be safe. */
export interface Html {
  readonly safe: string;
}

type Part = string | number | Html | readonly Part[] | null | undefined | false;

/**
 * Joins HTML; every value is escaped unless it is HTML already, so that nothing can be forgotten.
 *
 * @example html`<p>${title}</p>`
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let safe = strings[0] ?? '';
  parts.forEach((part, index) => {
    safe += safeOf(part) + (strings[index + 1] ?? '');
  });
  return { safe };
}

/** Marks text that was made by our own escaping code, such as an SVG. */
export function trusted(safe: string): Html {
  return { safe };
}

function safeOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map(safeOf).join('');
  if (typeof part === 'object') return (part as Html).safe;
  return escapeHtml(part as string | number);
}
