import type { Process } from '../../processes/kernel/define-process.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import { type Problem, type ProblemValues, problem } from '../../processes/kernel/problem.ts';
import type { Words } from '../../processes/kernel/text.ts';
import type { RowFault } from '../importing/row-fault.ts';

/** One field at fault: where, and what is wrong with it. */
export interface FieldFault {
  pointer: string;
  detail: Words;
  /** What to do about it, where that does not follow from what is wrong. */
  next?: Words | undefined;
}

/** What a problem may carry besides its code. */
export interface ProblemExtras {
  /** Process whose own words tell the problem. */
  process?: Process;
  faults?: readonly FieldFault[];
  /** Cells at fault, where the person sent a table. */
  rows?: readonly RowFault[];
  /** The case as it stands, for a stale screen. */
  current?: CaseView;
  retryAfterSeconds?: number;
}

/** A problem on its way to the person; the filter turns it into an RFC 9457 document in his language. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  readonly extras: ProblemExtras;

  constructor(trouble: Problem, extras: ProblemExtras = {}) {
    super(trouble.code);
    this.problem = trouble;
    this.extras = extras;
  }
}

/** Builds a problem that can be thrown. */
export function apiProblem(code: string, values?: ProblemValues, extras?: ProblemExtras): ApiProblem {
  return new ApiProblem(problem(code, values), extras);
}
