/** What the reader looks at; lives in the address, so that a table can be shared. */
export interface PivotState {
  readonly rows?: string;
  readonly columns?: string;
  /** The cell whose offers are shown, by its values. */
  readonly row?: string;
  readonly column?: string;
}

const names = ['rows', 'columns', 'row', 'column'] as const;

/** Reads a state from the query of an address; names of dimensions that do not exist are ignored, and so is one twice. */
export function readPivotState(query: string, dimensions: ReadonlySet<string>): PivotState {
  const asked = new URLSearchParams(query);
  const value = (name: (typeof names)[number]): string | undefined => asked.get(name) ?? undefined;
  const [rows, columns] = [value('rows'), value('columns')].map((id) => (id && dimensions.has(id) ? id : undefined));
  if (rows === undefined || columns === undefined || rows === columns)
    return {
      ...(rows === undefined ? {} : { rows }),
      ...(columns === undefined || rows === columns ? {} : { columns }),
    };
  const [row, column] = [value('row'), value('column')];
  return { rows, columns, ...(row === undefined || column === undefined ? {} : { row, column }) };
}

/** The query of an address for a state, `''` for nothing chosen. */
export function writePivotState(state: PivotState): string {
  const parameters = new URLSearchParams();
  for (const name of names) {
    const value = state[name];
    if (value !== undefined) parameters.set(name, value);
  }
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}
