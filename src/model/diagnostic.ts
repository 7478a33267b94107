/** A BCP 47 tag in lower case with hyphens, e.g. `de`, `de-simple`, `ar`. */
export type LanguageTag = string;
/** `YYYY-MM-DD`, a real date. */
export type IsoDate = string;

export type Severity = 'error' | 'warning';

/** A place in a source file; line and column count from 1, in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Steps from the root of a YAML document to a value: `['contacts', 0, 'phone']`. */
export type FieldPath = ReadonlyArray<string | number>;

/**
 * One problem, as data: the prose for it lives in `check/messages`.
 * `at` is a field path where the position is looked up only when the problem is printed.
 */
export interface Diagnostic<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  /** Path relative to the content folder, with `/`. */
  readonly file: string;
  readonly at?: FieldPath | Position;
  /** Point at the key instead of the value (unknown key). */
  readonly onKey?: boolean;
  readonly args: Readonly<Record<string, string | number>>;
  /** The prose of a code that is not the project's own, such as one of a town's extension. */
  readonly words?: Readonly<Record<'de' | 'en', { readonly message: string; readonly fix: string }>>;
}
