import { writeCsv } from './spreadsheet/write-csv.ts';

/** A matrix in the words of one language. */
export interface LabelledMatrix {
  /** What rows and columns stand for: “Topic / Town”. */
  readonly corner: string;
  readonly columns: readonly string[];
  /** The word for the last column and the last row. */
  readonly total: string;
  readonly rows: readonly {
    readonly label: string;
    /** A number, or words such as “fewer than 5”. */
    readonly cells: readonly (number | string)[];
    readonly total: number | string;
  }[];
  readonly columnTotals: readonly (number | string)[];
  readonly grandTotal: number | string;
  /** What the numbers mean and of which day they are; one line each below the table. */
  readonly notes: readonly string[];
}

/**
 * A matrix as a table that a coordinator's spreadsheet opens by a double click and never computes. What the numbers
 * mean goes with them, as tables are passed on without the page that they came from.
 */
export const writeMatrixCsv = ({
  corner,
  columns,
  total,
  rows,
  columnTotals,
  grandTotal,
  notes,
}: LabelledMatrix): string =>
  writeCsv([
    [corner, ...columns, total],
    ...rows.map((row) => [row.label, ...row.cells, row.total]),
    [total, ...columnTotals, grandTotal],
    ...(notes.length > 0 ? [[]] : []),
    ...notes.map((note) => [note]),
  ]);
