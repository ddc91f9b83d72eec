import type { LeafWidget } from './widget.ts';

interface Named {
  /** Name of the control: the dotted path of the value. Empty for the form itself. */
  name: string;
  /** Empty where the schema has no words for it. */
  label: string;
  help?: string;
  required: boolean;
  /** A required value that may be nothing: blank is `null`. */
  nullable: boolean;
}

export interface Option {
  value: string;
  text: string;
}

/** One value typed in one control. */
export interface Leaf extends Named {
  kind: 'leaf';
  widget: LeafWidget;
  /** Most characters of a text. */
  limit?: number;
}

/** One of several options. */
export interface Choice extends Named {
  kind: 'choice';
  options: readonly Option[];
  /** The values as the schema has them, in the order of the options. */
  values: readonly unknown[];
}

/** Any number of options. */
export interface Several extends Named {
  kind: 'several';
  options: readonly Option[];
  /** Fewest to choose. */
  min: number;
}

/** Identifiers of uploaded files, and what the system knows by itself: carried along, never typed. */
export interface Files extends Named {
  kind: 'files';
  /** Several of them, or just one. */
  list: boolean;
  max: number;
}

export interface YesNo extends Named {
  kind: 'yesNo';
  /** Only "yes" is possible: a declaration to be ticked. */
  onlyYes: boolean;
}

export interface Fixed extends Named {
  kind: 'fixed';
  value: unknown;
}

export interface Group extends Named {
  kind: 'group';
  fields: readonly { property: string; field: Field }[];
}

export interface List extends Named {
  kind: 'list';
  rows: readonly { key: string; field: Field }[];
  min: number;
  max: number;
}

/** Exactly one of several ways to fill in a part of the form. */
export interface OneOf extends Named {
  kind: 'oneOf';
  branches: readonly { key: string; label: string; field: Field }[];
  chosen: string | undefined;
}

/** A number with a unit of one's choice, such as five working days. */
export interface Quantity extends Named {
  kind: 'quantity';
  units: readonly Option[];
  integer: boolean;
}

export type Field = Leaf | Choice | Several | Files | YesNo | Fixed | Group | List | OneOf | Quantity;
