import { tellProblem } from '../../processes/kernel/problem-texts.ts';
import { fill, type Locale, say } from '../../processes/kernel/text.ts';
import type { RowFault } from '../importing/row-fault.ts';
import type { ApiProblem } from './api-problem.ts';
import { ownProblems } from './own-problems.ts';

/** RFC 9457 problem document. `detail` is the next step, `code` is stable. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  instance: string;
  errors?: { pointer: string; detail: string }[];
  current?: object;
  /** Cells at fault in a table, in the order of its lines; `total` of them, of which the first are listed. */
  rows?: { total: number; items: { line: number; column: string; value: string; detail: string; next: string }[] };
}

/** Writes a problem as a document in one language. */
export function problemDocument(trouble: ApiProblem, locale: Locale, requestId: string): ProblemDocument {
  const { problem, extras } = trouble;
  const own = ownProblems[problem.code];
  const told = own
    ? {
        status: own.status,
        title: fill(say(own.title, locale), problem.values ?? {}),
        next: fill(say(own.next, locale), problem.values ?? {}),
      }
    : tellProblem(problem, locale, extras.process?.texts[locale] ?? null);
  const faults = (extras.faults ?? []).map(({ pointer, detail }) => ({ pointer, detail: say(detail, locale) }));
  // A rule that names the field at fault is told at that field too.
  if (faults.length === 0 && problem.pointer) faults.push({ pointer: inForm(problem.pointer), detail: told.title });
  return {
    type: `urn:bihuan:problem:${problem.code}`,
    title: told.title,
    status: told.status,
    detail: told.next,
    code: problem.code,
    instance: `urn:uuid:${requestId}`,
    ...(faults.length > 0 ? { errors: faults } : {}),
    ...(extras.current ? { current: extras.current } : {}),
    ...(extras.rows ? { rows: { total: extras.rows.length, items: rowsIn(extras.rows, locale) } } : {}),
  };
}

const ROWS_SHOWN = 200;

function rowsIn(rows: readonly RowFault[], locale: Locale) {
  return rows
    .slice(0, ROWS_SHOWN)
    .map((row) => ({ ...row, detail: say(row.detail, locale), next: say(row.next, locale) }));
}

function inForm(pointer: string): string {
  return pointer.startsWith('/form') ? pointer : `/form${pointer}`;
}
