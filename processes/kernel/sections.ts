/** How a process says what its case is about: sections of labelled values, declared as data and shown by shared code. */
import type { Words } from './text.ts';

/** The data as `rules.present` gives them to one reader; what is not in them can stand in no section. */
export type Shown = Readonly<Record<string, unknown>>;

/**
 * Where a value stands in what is shown: a dotted path, several of which the first that holds something counts (readers of
 * different kinds are shown different shapes), or what follows from the shown data; words of ours in both languages.
 */
export type Place<From = Shown> = string | readonly string[] | ((shown: From) => unknown);

/** A field of a form of the process: `proposal.draft/place/estate`. Label, option names and kind come from it. */
export type FieldRef = `${string}/${string}`;

export type Show =
  | 'text'
  | 'long'
  | 'money'
  | 'date'
  | 'instant'
  | 'number'
  | 'yesNo'
  | 'option'
  /** Id of an organisation, shown by its name. */
  | 'org'
  /** Several values in one line. */
  | 'list'
  | 'table'
  | 'progress'
  /** Id of a case, or rows that hold one, as a link. */
  | 'case';

/** A value and how it is shown; what is not said follows from the field, else from the value. */
export interface ValueRule<From = Shown> {
  at: Place<From>;
  field?: FieldRef;
  label?: Words;
  show?: Show;
  /** Of a number: `{ zh: '户', en: 'households' }`. */
  unit?: Words;
  /** Names of values that no form has. */
  options?: Readonly<Record<string, Words>>;
}

export interface SectionItemRule extends ValueRule {
  /** Of a table; without them its columns are those of the field's rows. */
  columns?: readonly SectionItemRule[];
  /** Of a progress: what is full. */
  of?: Place | number;
  /** Of rows that are cases: where their id and their words stand. */
  id?: string;
  text?: string;
}

export interface SectionRule {
  title: Words;
  items: readonly SectionItemRule[];
}

export interface SectionView {
  title: string;
  items: SectionItemView[];
}

export type SectionItemView =
  | { kind: 'text'; label: string; text: string; long?: boolean }
  | { kind: 'table'; label: string; columns: string[]; rows: string[][] }
  | { kind: 'progress'; label: string; value: number; max: number; text: string }
  | { kind: 'case'; label: string; text: string; caseId: string };

/** What stands at a place. */
export function valueAt(shown: Shown, place: Place): unknown {
  if (typeof place === 'function') return place(shown);
  const paths = typeof place === 'string' ? [place] : place;
  for (const path of paths) {
    const value = path.split('.').reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), shown);
    if (!isEmpty(value)) return value;
  }
  return undefined;
}

/** Nothing that could be shown. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.values(value).every(isEmpty);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that was entered in a field, wherever it stands now. */
export function entered(at: Place, field: FieldRef, more: Omit<SectionItemRule, 'at' | 'field'> = {}): SectionItemRule {
  return { at, field, ...more };
}

/** The rows at a place; none if there is no list. */
export function rowsAt(shown: Shown, place: Place): Record<string, unknown>[] {
  const rows = valueAt(shown, place);
  return Array.isArray(rows) ? rows.filter(isRecord) : [];
}
