import type { DiagnosticArgs, DiagnosticCode } from '../../model/diagnostic-codes.ts';

/** What the schema says about the field that a diagnostic is about. */
export interface FieldHelp {
  /** How to fill it in. */
  readonly help: string;
  /** A value, as it is written in YAML: `cost: { kind: free }`. */
  readonly example: string;
}

export interface Message<Args> {
  /** What is wrong, in words of somebody who has never seen YAML. */
  readonly message: (args: Args) => string;
  /** What to write instead. */
  readonly fix: (args: Args, field: FieldHelp | undefined) => string;
}

/** The prose of every code in one language; a code without it does not compile. */
export type Messages = { readonly [Code in DiagnosticCode]: Message<DiagnosticArgs[Code]> };

/** What stands around the messages. */
export interface Frame {
  readonly error: string;
  readonly warning: string;
  readonly fix: string;
  /** Introduces the marked words where they cannot be underlined. */
  readonly here: string;
  readonly summary: (counts: { files: number; errors: number; warnings: number }) => string;
}
