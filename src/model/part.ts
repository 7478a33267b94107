/** One of so many machines that build a site together. */
export interface Part {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** `3/8`; undefined where the text says no such thing. */
export function readPart(text: string): Part | undefined {
  const [, number, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  return number === undefined || Number(number) > Number(of) ? undefined : { number: Number(number), of: Number(of) };
}
