import type { LeafWidget } from './widget.ts';
import { isReference } from './widget.ts';

/**
 * The value that a typed text means; what cannot be read is handed on as text, so that the form's own rules say what is
 * wrong with it. Blank means that nothing was typed.
 */
export function meant(widget: LeafWidget, text: string): string | number | undefined {
  if (text.trim() === '') return undefined;
  if (widget === 'number' || widget === 'integer') return numberOf(text) ?? text;
  if (widget === 'money') return numberOf(text.normalize('NFKC').replace(/[¥元]/g, '')) ?? text;
  if (widget === 'date') return dateOf(text) ?? text;
  if (widget === 'phone') return phoneOf(text);
  if (isReference(widget) || widget === 'time') return text.normalize('NFKC').trim();
  return linesOf(text);
}

/** Browsers send each end of line as CR LF. */
export function linesOf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Commas are read only where they part groups of three or four digits: `1,5` may mean one and a half. */
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$|^-?\d{1,4}(,\d{4})+(\.\d+)?$/;
const PLAIN = /^[-+]?(\d+(\.\d*)?|\.\d+)$/;

export function numberOf(text: string): number | undefined {
  const bare = text.normalize('NFKC').replace(/\s/g, '').replace('−', '-');
  const plain = GROUPED.test(bare) ? bare.replaceAll(',', '') : bare;
  const number = PLAIN.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** Native controls send `2026-03-01`; where there are none, people write days in other ways. */
function dateOf(text: string): string | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  if (!parts) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function phoneOf(text: string): string {
  const signs = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Dash}/gu, '-');
  return signs.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim();
}
