import type { ComponentChildren } from 'preact';

export interface StackColumn {
  title: string;
  kind?: 'number' | 'text' | 'fixed' | undefined;
}

/** The roles that a table has by itself, told for where it is laid out as blocks and a browser forgets them. */
const told = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/**
 * A table of many columns: on a phone each row becomes a block of its own that says the name of every cell. The roles
 * stay told where the looks take them away.
 */
export function StackTable({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly StackColumn[];
  /** Cells of each row; the first names the row. An empty cell is left out on a phone. */
  rows: readonly (readonly ComponentChildren[])[];
}) {
  return (
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table class="stack" {...told.table}>
        <caption class="visually-hidden">{caption}</caption>
        <thead {...told.rowgroup}>
          <tr {...told.row}>
            {columns.map(({ title, kind }) => (
              <th scope="col" {...told.columnheader} class={kind}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...told.rowgroup}>
          {rows.map((cells) => (
            <tr {...told.row}>
              {cells.map((cell, index) => {
                const { title = '', kind } = columns[index] ?? {};
                return index === 0 ? (
                  <th scope="row" {...told.rowheader} class={kind} data-title={title}>
                    {cell}
                  </th>
                ) : (
                  <td {...told.cell} class={kind} data-title={title}>
                    {cell === '' ? <span class="none">—</span> : cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
