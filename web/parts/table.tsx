import type { ComponentChildren } from 'preact';

export interface Column {
  title: ComponentChildren;
  /** `number` to the right, `text` not squeezed, `fixed` not broken. */
  kind?: 'number' | 'text' | 'fixed';
}

export interface TableProps {
  /** Says what the table shows; also names its region, which can be scrolled by keyboard. */
  caption: string;
  columns: readonly Column[];
  /** Cells of each row; the first names the row. */
  rows: readonly (readonly ComponentChildren[])[];
  hideCaption?: boolean;
}

/** A table that may be wider than the page: it alone scrolls sideways. */
export function Table({ caption, columns, rows, hideCaption = false }: TableProps) {
  return (
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption class={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, kind }) => (
              <th scope="col" class={kind}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th scope="row" class={columns[index]?.kind}>
                    {cell}
                  </th>
                ) : (
                  <td class={columns[index]?.kind}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
