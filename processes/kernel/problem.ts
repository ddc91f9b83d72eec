/** Values that the words of a problem mention; plain so that they travel through Temporal and JSON. */
export type ProblemValues = Readonly<Record<string, string | number>>;

/**
 * What is wrong, as data: a stable code and its values. Words live in texts, the HTTP status in `problem-texts.ts`,
 * so that two languages and two transports cannot drift apart.
 */
export interface Problem {
  code: string;
  values?: ProblemValues;
  /** JSON pointer into the form, where one field is at fault. */
  pointer?: string;
}

/** Builds a problem. */
export function problem(code: string, values?: ProblemValues, pointer?: string): Problem {
  return { code, ...(values ? { values } : {}), ...(pointer ? { pointer } : {}) };
}

/** A programmer's mistake: it stops the task instead of becoming an answer for people. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}
