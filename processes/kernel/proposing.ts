import type { Words } from './text.ts';

/** How somebody of the neighbourhood brings a matter forward: the form that opens the case, in steps that one person can take. */
export interface ProposingRule {
  /** What the matter is called where it is offered: 我要提案. */
  title: Words;
  steps: readonly ProposingStep[];
  /** The text by which similar matters of the same community are looked for. */
  similarBy: string;
  /** Fields that are asked only where the matter is entered on behalf of somebody (代录). */
  onBehalf: readonly string[];
  /** Fields that are asked only of whoever proposes himself. */
  ownOnly: readonly string[];
  /** Parts of fields that a person cannot be asked for: `place.coordinates`. */
  without: readonly string[];
  /** What the system fills in by itself. */
  given: Readonly<Record<string, unknown>>;
  /** Parts of fields that only staff can answer, with what stands there until they do. */
  leftToStaff: Readonly<Record<string, unknown>>;
  /** What whoever sends it is told about his data. */
  notice: Words;
}

export interface ProposingStep {
  title: Words;
  help?: Words;
  /** Fields of the form, in its order. */
  fields: readonly string[];
}
