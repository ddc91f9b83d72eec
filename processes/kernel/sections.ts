/** How a process says what its case is about: sections of labelled values, declared as data and shown by shared code. */
import type { Words } from './text.ts';

/** The data as `rules.present` gives them to one reader; what is not in them can stand in no section. */
export type Shown = Readonly<Record<string, unknown>>;

/**
 * Where a value stands in what is shown: a dotted path, several of which the first that holds something counts (readers of
 * different kinds are shown different shapes), or what follows from the shown data.
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
  columns?: readonly ValueRule[];
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
