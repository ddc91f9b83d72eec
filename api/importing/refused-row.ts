import type { Importing, Process } from '../../processes/kernel/define-process.ts';
import type { Problem } from '../../processes/kernel/problem.ts';
import { tellProblem } from '../../processes/kernel/problem-texts.ts';
import { ApiProblem, apiProblem } from '../problems/api-problem.ts';
import { registerWords } from '../registers/register-words.ts';
import type { NamedRow } from './headings.ts';
import { type RowFault, shownValue } from './row-fault.ts';
import { cellOf, columnFor } from './row-forms.ts';

/** A row that the rules of the process refuse, in the words of the process. */
export function refusalFault(process: Process, importing: Importing, row: NamedRow, refused: Problem): RowFault {
  const zh = tellProblem(refused, 'zh-CN', process.texts['zh-CN']);
  const en = tellProblem(refused, 'en', process.texts.en);
  const column = refused.pointer === undefined ? '' : columnFor(importing, refused.pointer);
  return {
    line: row.line,
    column,
    value: cellOf(row, column),
    detail: { zh: zh.title, en: en.title },
    next: { zh: zh.next, en: en.next },
  };
}

/** A row about something that stands on a register already; both places are named. */
export function standingFault(
  row: NamedRow,
  column: string,
  standing: { key: string; register: string; caseNumber: string },
): RowFault {
  const title = (locale: 'zh-CN' | 'en') => registerWords(standing.register, locale)?.title ?? standing.register;
  return {
    line: row.line,
    column,
    value: shownValue(standing.key),
    detail: {
      zh: `已列入${title('zh-CN')}(${standing.caseNumber})`,
      en: `It stands already on: ${title('en')} (${standing.caseNumber})`,
    },
    next: {
      zh: '删去这一行;要变更已列事项,请在原事项中办理',
      en: 'Take the row away; what stands already is changed in its own case',
    },
  };
}

/** What stops an import that has begun: something was faster than the file, or a part of the system is away. */
export function whyStopped(
  process: Process,
  importing: Importing,
  { row, error }: { row: NamedRow; error: unknown },
  values: { opened: number; left: number },
): unknown {
  // Only what the rules refuse is about the row; everything else is over when the same file is sent again.
  if (!(error instanceof ApiProblem) || error.extras.process === undefined) return error;
  return apiProblem('import.stopped', values, { rows: [refusalFault(process, importing, row, error.problem)] });
}
