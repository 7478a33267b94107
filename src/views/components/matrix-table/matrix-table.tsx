import type { VNode } from 'preact';
import { Text, type ShownText } from '../text/text.tsx';

export interface MatrixCell {
  readonly text: string;
  /** What the strength of the colour follows; undefined where nobody may know. */
  readonly count?: number;
  readonly href?: string;
}

export interface MatrixTableProps {
  /** Name of the table. */
  readonly label: string;
  /** Above the names of the rows. */
  readonly corner: string;
  readonly columns: readonly ShownText[];
  readonly rows: ReadonlyArray<{
    readonly label: ShownText;
    readonly cells: readonly MatrixCell[];
    readonly total?: string;
  }>;
  /** Last row and column; each entry is counted once there. */
  readonly totals?: { readonly label: string; readonly columns: readonly string[]; readonly all: string };
}

const levels = 4;

/** From 0 for nothing to `levels` for the most. */
export const heatLevel = (count: number, most: number): number =>
  most <= 0 ? 0 : Math.ceil((levels * Math.max(0, count)) / most);

/** Numbers by two dimensions: the figure says it, the colour helps to find it. Scrolls in itself where it is too wide. */
export function MatrixTable({ label, corner, columns, rows, totals }: MatrixTableProps): VNode {
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ count = 0 }) => count)));
  return (
    <section class="matrix-scroll" aria-label={label} tabIndex={0}>
      <table class="matrix">
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col" class="matrix-corner">
              {corner}
            </th>
            {columns.map((column) => (
              <th key={column.value} scope="col">
                <Text text={column} />
              </th>
            ))}
            {totals && <th scope="col">{totals.label}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label: row, cells, total }) => (
            <tr key={row.value}>
              <th scope="row">
                <Text text={row} />
              </th>
              {cells.map(({ text, count, href }, index) => (
                <td key={index} class={count === undefined ? undefined : `heat-${heatLevel(count, most)}`}>
                  {href === undefined ? text : <a href={href}>{text}</a>}
                </td>
              ))}
              {totals && <td class="matrix-total">{total}</td>}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              <th scope="row">{totals.label}</th>
              {totals.columns.map((total, index) => (
                <td key={index} class="matrix-total">
                  {total}
                </td>
              ))}
              <td class="matrix-total">{totals.all}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
