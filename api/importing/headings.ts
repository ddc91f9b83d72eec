import type { Importing } from '../../processes/kernel/define-process.ts';
import type { Words } from '../../processes/kernel/text.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { type RowFault, shownValue } from './row-fault.ts';
import type { Table } from './table.ts';

/** A row by its headings. */
export interface NamedRow {
  line: number;
  cells: Readonly<Record<string, string>>;
}

/** Gives each cell its heading; headings that are missing, unknown or double are told all at once. */
export function namedRows({ columns }: Pick<Importing, 'columns'>, table: Table): NamedRow[] {
  const { headings, headingsLine, rows } = table;
  const known = columns.map(({ heading }) => heading);
  // Almost any bytes are GB18030; headings in which not one is known show that they are something else.
  if (table.encoding === 'gb18030' && !headings.some((heading) => known.includes(heading))) {
    throw apiProblem('import.encoding');
  }
  const faults = [
    ...headings.flatMap((heading, index) => {
      if (heading === '') {
        const isUsed = rows.some(({ cells }) => (cells[index] ?? '') !== '');
        return isUsed ? [fault(headingsLine, '', words.nameless(index + 1), words.name)] : [];
      }
      if (headings.indexOf(heading) < index) return [fault(headingsLine, heading, words.double, words.keepOne)];
      return known.includes(heading) ? [] : [fault(headingsLine, heading, words.unknown, words.remove)];
    }),
    ...columns
      .filter(({ heading, optional }) => !optional && !headings.includes(heading))
      .map(({ heading }) => fault(headingsLine, heading, words.missing, words.add)),
  ];
  if (faults.length > 0) {
    throw apiProblem('import.headings', { count: faults.length, expected: known.join('、') }, { rows: faults });
  }
  return rows.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(known.map((heading) => [heading, cells[headings.indexOf(heading)] ?? ''])),
  }));
}

function fault(line: number, heading: string, detail: Words, next: Words): RowFault {
  return { line, column: shownValue(heading), value: shownValue(heading), detail, next };
}

const words = {
  missing: { zh: '缺少这一列', en: 'This column is missing' },
  add: { zh: '补上这一列', en: 'Add the column' },
  unknown: { zh: '没有这一列', en: 'There is no such column' },
  remove: { zh: '删去这一列,或改为模板中的列标题', en: 'Take it away, or name it as in the template' },
  double: { zh: '列标题重复', en: 'The heading stands there twice' },
  keepOne: { zh: '只保留一列', en: 'Keep one of them' },
  nameless: (column: number) => ({ zh: `第${column}列没有标题`, en: `Column ${column} has no heading` }),
  name: { zh: '补上列标题,或清空这一列', en: 'Give it a heading, or empty the column' },
};
