import { randomUUID } from 'node:crypto';
import type { ProblemDocument } from '../../api/problems/document.ts';
import type { JsonSchema } from '../../processes/kernel/form-schema.ts';
import { type PostedForm, typed } from '../forms/posted.ts';
import type { Candidate } from '../forms/references.ts';

/** Hidden fields of every form that acts. */
export const KEY = '@key';
export const SEQ = '@seq';
export const BY = '@by';

/** The form of one act as it is shown: empty, or as it was sent with what is wrong in it. */
export interface ActForm {
  command: string;
  title: string;
  schema: JsonSchema;
  /** Makes a second click harmless: the same key is the same act. */
  key: string;
  /** The case as the person saw it; null where the act opens one. */
  seq: number | null;
  values?: Record<string, unknown> | undefined;
  /** Names of the ids that stand in `values`. */
  names?: Readonly<Record<string, string>>;
  posted?: PostedForm;
  /** Control name → what is wrong there. */
  faults: Readonly<Record<string, string>>;
  candidates: Readonly<Record<string, readonly Candidate[]>>;
  /** Where the person goes on. */
  focus?: string | undefined;
  /** Why it was not accepted. */
  trouble?: ProblemDocument;
}

/** A form that nobody has filled yet. */
export function blankForm(about: {
  command: string;
  title: string;
  schema: JsonSchema;
  seq: number | null;
  values?: Record<string, unknown> | undefined;
  names?: Readonly<Record<string, string>>;
}): ActForm {
  return { ...about, key: randomUUID(), faults: {}, candidates: {} };
}

/** The key under which a form was sent; a new one where it is not one of ours. */
export function keyOf(posted: PostedForm): string {
  const key = typed(posted, KEY);
  return /^[\x21-\x7e]{8,100}$/.test(key) ? key : randomUUID();
}

/** The sequence number that the person saw. */
export function seqOf(posted: PostedForm): number | null {
  const seq = typed(posted, SEQ);
  return /^\d{1,9}$/.test(seq) ? Number(seq) : null;
}
