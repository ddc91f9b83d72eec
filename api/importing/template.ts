import { processOf } from '../../processes/index.ts';
import type { Importing, Process } from '../../processes/kernel/define-process.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import type { Table } from '../exporting/table.ts';
import { apiProblem } from '../problems/api-problem.ts';

/** A process that takes tables. */
export function importable(id: string): { process: Process; importing: Importing } {
  const process = processOf(id);
  if (!process) throw apiProblem('process.unknown', { process: id.slice(0, 60) });
  const { importing } = process;
  if (!importing) throw apiProblem('import.notPossible', { process: id });
  return { process, importing };
}

/** The empty table that a process takes: its headings, in the language in which they are read. */
export function templateOf(id: string, locale: Locale): Table {
  const { process, importing } = importable(id);
  const title = process.texts[locale].title;
  return {
    sheet: title,
    name: locale === 'en' ? `${title} - template` : `${title}-导入模板`,
    rows: [importing.columns.map(({ heading }) => heading)],
  };
}
