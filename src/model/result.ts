/** A value together with everything that was found wrong on the way to it. */
export interface Result<Output, Problem> {
  readonly value: Output;
  readonly problems: readonly Problem[];
}
