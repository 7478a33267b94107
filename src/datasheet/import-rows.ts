import type { FieldPath } from '../model/diagnostic.ts';
import { readCell, type Cell, type CellProblem, type Column } from './columns.ts';
import { lookUp, type Mapping } from './mapping.ts';
import type { OptionSource } from './options.ts';

/** What is wrong with a row before it is even an offer. */
export type RowProblem =
  | ({ readonly kind: 'cell'; readonly column: string } & CellProblem)
  | { readonly kind: 'unknown-organisation'; readonly value: string; readonly suggestion: string };

/** A record of the source, translated into fields of an offer but not yet checked. */
export interface SourceRow {
  /** Where it stands in the source: the line in a table, the position in a list. */
  readonly number: number;
  /** What the source calls it for ever; undefined where it has no name of its own. */
  readonly key: string | undefined;
  /** The offer it claims to be. */
  readonly id: string | undefined;
  /** The state in which it was exported. */
  readonly base: string | undefined;
  /** What the source says; a value that is undefined says that there is none. */
  readonly values: readonly { readonly path: FieldPath; readonly value: unknown }[];
  readonly body: string | undefined;
  readonly problems: readonly RowProblem[];
}

/** A name that could be a file name, as opposed to a number or a UUID of somebody else. */
const isFileName = (id: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) &&
  id.length >= 3 &&
  id.length <= 80 &&
  /[a-z]/.test(id) &&
  !/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(id);

/** Translates the rows of a table. `headings` and each row are in the same order; empty rows are left out. */
export function importRows(
  headings: readonly string[],
  rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[],
  mapping: Mapping,
  columns: readonly Column[],
  sources: readonly OptionSource[],
): SourceRow[] {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const used = headings.flatMap((heading, index) => {
    const column = byKey.get(lookUp(mapping.columns, heading) ?? '');
    return column ? [{ heading, index, column }] : [];
  });
  return rows
    .filter(({ cells }) => cells.some((cell) => String(cell).trim() !== ''))
    .map(({ number, cells }) => {
      const problems: RowProblem[] = [];
      const values: { path: FieldPath; value: unknown }[] = [];
      const own: Record<string, string> = {};
      let givenPlace = false;
      for (const { heading, index, column } of used) {
        const raw = cells[index] ?? '';
        if (!column.field) {
          own[column.key] = String(raw);
          continue;
        }
        const name = lookUp(mapping.names, String(raw).trim());
        const result = readCell(column, name ?? raw, sources);
        if ('problem' in result) {
          problems.push({ kind: 'cell', column: heading, ...result.problem });
        } else if (column.field.kind === 'map') {
          // An id and an address exclude each other: the id wins.
          givenPlace ||= result.value !== undefined;
          values.push({ path: column.path, value: result.value });
        } else if (!(givenPlace && column.path[0] === 'place')) values.push({ path: column.path, value: result.value });
      }
      const id = own['id']?.trim() || undefined;
      const base = own['state']?.trim() || undefined;
      return {
        number,
        key: id,
        id: id !== undefined && isFileName(id) ? id : undefined,
        base,
        values,
        body: used.some(({ column }) => column.key === 'body') ? (own['body'] ?? '') : undefined,
        problems,
      };
    });
}
