import type { ComponentChildren } from 'preact';
import { langOf, type PageContext, wordsOf } from '../frame/context.ts';
import { type StackColumn, StackTable } from '../parts/stack-table.tsx';
import { dayWords } from '../parts/when.ts';
import { CaseLink } from './case-link.tsx';
import { columnsSaid, type Line, ownKey, type RegisterColumn, shownCell } from './lines.ts';

/** More columns than this do not fit beside each other: what is over stands together in one. */
const COLUMNS_MAX = 6;

/** A text of more signs gets a column that is wide enough to read. */
const LONG_SIGNS = 6;

interface Props {
  context: PageContext;
  caption: string;
  register: string;
  columns: readonly RegisterColumn[];
  lines: readonly Line[];
  publicCases: ReadonlySet<string>;
}

/** Lines of a register, all of each. */
export function LineTable({ context, caption, register, columns, lines, publicCases }: Props) {
  const t = wordsOf(context);
  const { locale } = context;
  const said = columnsSaid(columns, lines);
  const text = (line: Line, field: string) => shownCell(register, field, line.value[field], locale);
  // Where every line is its case, or a column says the same, the key says nothing more.
  const isSaid = (line: Line) => ['', ...said.map(({ field }) => line.value[field])].includes(ownKey(line));
  const keyed = !lines.every(isSaid);
  const dated = !lines.every((line) => said.some(({ field }) => line.value[field] === line.from));
  const beside = said.length > COLUMNS_MAX ? said.slice(0, COLUMNS_MAX - 1) : said;
  const together = said.slice(beside.length);
  const kindOf = ({ field }: RegisterColumn): StackColumn['kind'] => {
    if (lines.every(({ value }) => typeof value[field] === 'number' || value[field] == null)) return 'number';
    const texts = lines.map((line) => text(line, field));
    if (texts.every((each) => /^[\w:-]*$/.test(each) && each.length <= 16)) return 'fixed';
    return texts.some((each) => [...each].length > LONG_SIGNS) ? 'text' : undefined;
  };
  const heads: StackColumn[] = [
    ...beside.map((column) => ({ title: column.title, kind: kindOf(column) })),
    ...(together.length > 0 ? [{ title: t('其他', 'More'), kind: 'text' as const }] : []),
    ...(keyed ? [{ title: t('登记项', 'Entry') }] : []),
    ...(dated ? [{ title: t('起始日', 'Since'), kind: 'fixed' as const }] : []),
    { title: t('办理事项', 'Case'), kind: 'fixed' },
  ];
  const rows = lines.map((line): ComponentChildren[] => [
    ...beside.map(({ field }) => <Cell context={context} text={text(line, field)} />),
    ...(together.length > 0
      ? [<Pairs context={context} columns={together} textOf={(field) => text(line, field)} />]
      : []),
    ...(keyed ? [<Cell context={context} text={ownKey(line)} />] : []),
    ...(dated ? [dayWords(line.from, locale)] : []),
    <CaseLink context={context} line={line} publicCases={publicCases} />,
  ]);
  return <StackTable caption={caption} columns={heads} rows={rows} />;
}

function Cell({ context, text }: { context: PageContext; text: string }) {
  return <span lang={langOf(context, text)}>{text}</span>;
}

function Pairs({
  context,
  columns,
  textOf,
}: {
  context: PageContext;
  columns: readonly RegisterColumn[];
  textOf: (field: string) => string;
}) {
  const said = columns.map(({ field, title }) => ({ title, text: textOf(field) })).filter(({ text }) => text !== '');
  return (
    <span class="pairs">
      {said.map(({ title, text }) => (
        <span>
          <span class="note">{title}</span> <Cell context={context} text={text} />
        </span>
      ))}
    </span>
  );
}
