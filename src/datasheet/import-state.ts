import { parseYaml } from '../content/parse-yaml.ts';
import { emitMap } from './emit-yaml.ts';

/** What an import remembers until the next one: so that it never makes an offer twice and sees what was edited by hand. */
export interface ImportState {
  /** By the key of the row in the source. */
  readonly rows: Readonly<
    Record<
      string,
      {
        readonly offer: string;
        /** Hash of what the row said. */
        readonly row: string;
        /** Hash of what the offer said after the import. */
        readonly file: string;
      }
    >
  >;
}

export const emptyState: ImportState = { rows: {} };

const isRow = (row: unknown): row is ImportState['rows'][string] =>
  typeof row === 'object' &&
  row !== null &&
  ['offer', 'row', 'file'].every((key) => typeof (row as Record<string, unknown>)[key] === 'string');

/** The state in a file; undefined when it is not one. */
export function readImportState(text: string): ImportState | undefined {
  const { value, problems } = parseYaml('', text);
  const rows = (value as { rows?: unknown } | undefined)?.rows;
  if (problems.length > 0 || typeof rows !== 'object' || rows === null) return undefined;
  return Object.values(rows).every(isRow) ? { rows: rows as ImportState['rows'] } : undefined;
}

/** Sorted by key, so that two imports of the same rows write the same file. */
export function writeImportState(state: ImportState): string {
  const sorted = Object.fromEntries(Object.entries(state.rows).sort(([a], [b]) => (a < b ? -1 : 1)));
  const head =
    '# Von „npm run import“ geschrieben: nicht von Hand ändern. Written by “npm run import”: do not change by hand.\n';
  return `${head}${emitMap({ rows: sorted }, undefined, '', 0)}\n`;
}
